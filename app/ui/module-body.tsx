import type { ReactNode } from 'react'
import type { GlossaryEntry, Language, ModuleText } from '#app/content/course.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { ContentTreeView } from './content-tree.tsx'

interface ModuleBodyProps {
  readonly text: ModuleText
  readonly courseNumber: number
  /** "4.2" */
  readonly number: string
  readonly minutes: number
  /** Language of the text, which may differ from the reader's. */
  readonly language: Language
  readonly renderItem: (id: string) => ReactNode
  readonly glossary: Readonly<Record<string, GlossaryEntry>>
  readonly figureUrl: (file: string) => string
  readonly localSlots?: Readonly<Record<string, string>>
  /** What follows the text in the reading column: what is missing, previous and next. */
  readonly children?: ReactNode
}

/** A module to read: contents at the side, title, prose with its items, sources. The learner's page and the trainer's preview are this one. */
export const ModuleBody = ({ text, courseNumber, number, minutes, language, renderItem, glossary, figureUrl, localSlots = {}, children }: ModuleBodyProps) => {
  const t = useT()
  const foreign = useLanguage() === language ? undefined : language
  return (
    <div className="wb-read">
      {text.contents.length > 0 ? <Contents contents={text.contents} lang={foreign} /> : <div />}
      <article>
        <div className="wb-prose">
          <p className="t-kicker">{t('module.kicker', { course: String(courseNumber), number, minutes })}</p>
          <h1 lang={foreign}>{text.title}</h1>
          <p className="t-lead" lang={foreign}>
            {text.summary}
          </p>
          {foreign === undefined ? null : <p className="t-small t-meta">{t(`module.onlyIn.${language}`)}</p>}
          <InLanguage lang={foreign}>
            <ContentTreeView tree={text.body} renderItem={renderItem} glossary={glossary} figureUrl={figureUrl} localSlots={localSlots} language={language} />
          </InLanguage>
          {text.sources.length > 0 ? <Sources sources={text.sources} lang={foreign} /> : null}
          {children}
        </div>
      </article>
    </div>
  )
}

const Contents = ({ contents, lang }: { readonly contents: ModuleText['contents']; readonly lang: Language | undefined }) => (
  <nav className="wb-toc" aria-labelledby="module-contents">
    <h2 id="module-contents" className="t-h4">
      {useT()('module.contents')}
    </h2>
    <ol lang={lang}>
      {contents.map((entry) => (
        <li key={entry.id}>
          <a href={`#${entry.id}`}>{entry.title}</a>
        </li>
      ))}
    </ol>
  </nav>
)

/** Prose is laid out as direct children of the column, so a wrapper stands only where the text's language must be said. */
const InLanguage = ({ lang, children }: { readonly lang: Language | undefined; readonly children: ReactNode }) =>
  lang === undefined ? (
    children
  ) : (
    <div className="wb-prose" lang={lang}>
      {children}
    </div>
  )

const Sources = ({ sources, lang }: { readonly sources: readonly string[]; readonly lang: Language | undefined }) => (
  <details className="wb-sources">
    <summary>{useT()('module.sources')}</summary>
    <ul className="t-small" lang={lang}>
      {sources.map((source) => (
        <li key={source}>{source}</li>
      ))}
    </ul>
  </details>
)
