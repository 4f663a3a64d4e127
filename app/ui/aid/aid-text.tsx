import { runsOf } from '#app/content/aid/runs.ts'
import type { Language } from '#app/content/course.ts'
import { numbered } from '../items/numbered.ts'

/** One line of a job aid with its marks. German words in another language carry theirs. */
export const AidText = ({ text, language }: { readonly text: string; readonly language: Language }) => (
  <>
    {numbered(runsOf(text, language)).map(({ at, value: run }) => {
      if (run.mark === 'strong') return <strong key={at}>{run.text}</strong>
      return run.mark === 'em' ? (
        <em key={at} lang={run.lang}>
          {run.text}
        </em>
      ) : (
        run.text
      )
    })}
  </>
)
