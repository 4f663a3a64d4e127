/** A line of a job aid as stretches: `**important**`, and `*…*` for what is set off. One reading for page and PDF. */
import type { Language } from '../course.ts'

export interface AidRun {
  readonly text: string
  readonly mark: 'none' | 'strong' | 'em'
  /** In a sheet that is not German, what stands between single stars is the German word: it is spoken as German. */
  readonly lang?: 'de'
}

/** The stretches of a line in reading order. */
export const runsOf = (line: string, language: Language): readonly AidRun[] =>
  line
    .split(/(\*\*\S(?:[^*]*\S)?\*\*|\*\S(?:[^*]*\S)?\*)/)
    .filter((part) => part !== '')
    .map((part): AidRun => {
      if (/^\*\*.+\*\*$/.test(part)) return { text: part.slice(2, -2), mark: 'strong' }
      if (/^\*.+\*$/.test(part)) return { text: part.slice(1, -1), mark: 'em', ...(language === 'de' ? {} : { lang: 'de' as const }) }
      return { text: part, mark: 'none' }
    })
