import type { Language } from '#app/content/course.ts'
import { germanApart } from '../terms.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Word } from './analyse.ts'

/** Names shown at most. */
const MOST = 2

/**
 * Terms of the glossary that authors have given one of the sought words as another word for (`also`), except those asked for by name.
 * A word of several parts counts when all of them are asked for.
 */
export const relatedTerms = (
  catalogue: Catalogue,
  language: Language,
  analyse: (text: string) => readonly Word[],
  sought: ReadonlySet<string>,
): readonly string[] =>
  Object.values(catalogue.glossary[language] ?? {})
    .map(({ term, also = [] }) => ({ name: germanApart(term, language).name, also }))
    .filter(({ name, also }) => also.some((word) => asksFor(analyse(word), sought)) && !asksFor(analyse(name), sought))
    .map(({ name }) => name)
    .slice(0, MOST)

/** Whether every word that says something is among the sought terms. */
export const asksFor = (words: readonly Word[], sought: ReadonlySet<string>): boolean => {
  const terms = words.flatMap(({ term }) => (term === '' ? [] : [term]))
  return terms.length > 0 && terms.every((term) => sought.has(term))
}
