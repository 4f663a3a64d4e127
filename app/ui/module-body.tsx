import type { ReactNode } from 'react'
import type { GlossaryEntry, Language, ModuleText } from '#app/content/course.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { ContentTreeView } from './content-tree.tsx'
import { InlineText } from './items/inline-text.tsx'
import { kept } from './kept-markup.tsx'
import { keptTogether } from './kept-together.ts'
import { minutesSentence } from './minutes.ts'

interface ModuleBodyProps {
  readonly text: ModuleText
  readonly courseNumber: number
  /** "4.2" */
  readonly number: string
  readonly minutes: number
  /** How many of them are reading. */
  readonly readingMinutes: number
  /** Language of the text, which may differ from the reader's. */
  readonly language: Language
  readonly renderItem: (id: string) => ReactNode
  readonly glossary: Readonly<Record<string, GlossaryEntry>>
  readonly figureUrl: (file: string) => string
  readonly localSlots?: Readonly<Record<string, string>>
  /** The reader's own notes; a preview has none. */
  readonly notes?: NotesInText | undefined
  /** What follows the text in the reading column: what is missing, previous and next. */
  readonly children?: ReactNode
}

/** Where notes stand in a module: a line below the title, before and after each block by its id, and at the end. */
export interface NotesInText {
  readonly head: ReactNode
  readonly before: (block: string) => ReactNode
  readonly after: (block: string) => ReactNode
  readonly end: ReactNode
}

/** A module to read: contents at the side, title, prose with its items, sources. The learner's page and the trainer's preview are this one. */
export const ModuleBody = ({
  text,
  courseNumber,
  number,
  minutes,
  readingMinutes,
  language,
  renderItem,
  glossary,
  figureUrl,
  localSlots = {},
  notes,
  children,
}: ModuleBodyProps) => {
  const foreign = useLanguage() === language ? undefined : language
  return (
    <div className="wb-read">
      {text.contents.length > 0 ? <Contents contents={text.contents} lang={foreign} /> : <div />}
      <article>
        <div className="wb-prose">
          <Head title={text.title} summary={text.summary} {...{ courseNumber, number, minutes, readingMinutes, language }} />
          {notes?.head}
          <InLanguage lang={foreign}>
            <ContentTreeView tree={text.body} aroundBlocks={notes} {...{ renderItem, glossary, figureUrl, localSlots, language }} />
          </InLanguage>
          {text.sources.length > 0 ? <Sources sources={text.sources} lang={foreign} /> : null}
          {notes?.end}
          {children}
        </div>
      </article>
    </div>
  )
}

const Head = kept<Pick<ModuleText, 'title' | 'summary'> & Pick<ModuleBodyProps, 'courseNumber' | 'number' | 'minutes' | 'readingMinutes' | 'language'>>(
  ({ title, summary, courseNumber, number, minutes, readingMinutes, language }) => {
    const t = useT()
    const foreign = useLanguage() === language ? undefined : language
    return (
      <>
        <p className="t-kicker">{t('module.kicker', { course: String(courseNumber), number, minutes: minutesSentence(t, minutes, readingMinutes) })}</p>
        <h1 lang={foreign}>{keptTogether(title)}</h1>
        <p className="t-lead" lang={foreign}>
          {summary}
        </p>
        {foreign === undefined ? null : <p className="t-small t-meta">{t(`module.onlyIn.${language}`)}</p>}
      </>
    )
  },
)

const Contents = kept<{ readonly contents: ModuleText['contents']; readonly lang: Language | undefined }>(({ contents, lang }) => (
  <nav className="wb-toc" aria-labelledby="module-contents">
    <p id="module-contents" className="t-h4">
      {useT()('module.contents')}
    </p>
    <ol lang={lang}>
      {contents.map((entry) => (
        <li key={entry.id}>
          <a href={`#${entry.id}`}>{entry.title}</a>
        </li>
      ))}
    </ol>
  </nav>
))

/** Prose is laid out as direct children of the column, so a wrapper stands only where the text's language must be said. */
const InLanguage = ({ lang, children }: { readonly lang: Language | undefined; readonly children: ReactNode }) =>
  lang === undefined ? (
    children
  ) : (
    <div className="wb-prose" lang={lang}>
      {children}
    </div>
  )

const Sources = kept<{ readonly sources: readonly string[]; readonly lang: Language | undefined }>(({ sources, lang }) => (
  <details className="wb-sources">
    <summary>{useT()('module.sources')}</summary>
    <ul className="t-small" lang={lang}>
      {sources.map((source) => (
        <li key={source}>
          <InlineText text={source} />
        </li>
      ))}
    </ul>
  </details>
))
