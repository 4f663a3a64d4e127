import type { GlossaryEntry } from '#app/content/course.ts'
import type { ContentTree } from '#app/content/tree.ts'
import { germanApart } from '#app/domain/catalogue/terms.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { GermanWords } from '../search/german-words.tsx'
import { everyNode, textOf, type VocabularyProps } from './reading.ts'

/**
 * A word of the glossary in the text: a button that opens its explanation beside it. The popover is the browser's own:
 * it works without JavaScript, closes with Escape and is announced as expanded. The same explanations stand at the end of the text.
 */
export const Term = ({ props, children, path, reading }: VocabularyProps) => {
  const t = useT()
  const entry = reading.glossary[textOf(props['id']) ?? '']
  if (entry === undefined) return <>{children}</>
  const id = `term-${path}`
  return (
    <span className="wb-term">
      <button type="button" className="wb-term__word" {...{ popovertarget: id }}>
        {children}
      </button>
      <span className="wb-term__text" id={id} role="note" aria-label={t('shell.term')} {...{ popover: 'auto' }}>
        <b lang={entry.lang}>
          <TermName term={entry.term} />
        </b>
        <span>
          <GermanWords text={entry.definition} words={entry.german ?? []} />
        </span>
        <a href={paths.glossary(entry.id)}>{t('search.toTerm')}</a>
      </span>
    </span>
  )
}

/** All explained words of a text, each once, in alphabetical order. */
export const Glossary = ({ tree, glossary }: { tree: ContentTree; glossary: Readonly<Record<string, GlossaryEntry>> }) => {
  const t = useT()
  const entries = usedTerms(tree, glossary)
  if (entries.length === 0) return null
  return (
    <details className="wb-terms">
      <summary>{t('shell.terms')}</summary>
      <dl>
        {entries.map((entry) => (
          <div key={entry.id}>
            <dt lang={entry.lang}>
              <TermName term={entry.term} />
            </dt>
            <dd>
              <GermanWords text={entry.definition} words={entry.german ?? []} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** The name; a German one in brackets is marked as German on pages in another language. */
const TermName = ({ term }: { readonly term: string }) => {
  const { name, german } = germanApart(term, useLanguage())
  if (german === undefined) return name
  return (
    <>
      {name} (<span lang="de">{german}</span>)
    </>
  )
}

const usedTerms = (tree: ContentTree, glossary: Readonly<Record<string, GlossaryEntry>>) => {
  const used = new Map<string, GlossaryEntry>()
  for (const [name, props] of everyNode(tree)) {
    const entry = name === 'Term' ? glossary[textOf(props['id']) ?? ''] : undefined
    if (entry !== undefined) used.set(entry.id, entry)
  }
  return [...used.values()].sort((a, b) => a.term.localeCompare(b.term, 'de'))
}
