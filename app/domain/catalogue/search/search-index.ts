/** One index a language over the published texts, in memory. */
import MiniSearch from 'minisearch'
import type { Language } from '#app/content/course.ts'
import type { Catalogue } from '../catalogue.ts'
import { analyserFor, type Word } from './analyse.ts'
import { documentsOf, type SearchDocument } from './documents.ts'

export interface SearchIndex {
  readonly documents: readonly SearchDocument[]
  /** Texts as words, with the stems of the index remembered. */
  readonly analyse: (text: string) => readonly Word[]
  readonly engine: MiniSearch<SearchDocument>
  /** Every term of titles and texts, for parts of compounds. */
  readonly terms: ReadonlySet<string>
}

/** An index lives as long as its catalogue: a new catalogue is a new object. */
const built = new WeakMap<Catalogue, Partial<Record<Language, Promise<SearchIndex>>>>()

/** The index of the language, built when somebody first searches in it. Nothing is written anywhere. */
export const searchIndexOf = (catalogue: Catalogue, language: Language): Promise<SearchIndex> => {
  const known = built.get(catalogue) ?? {}
  built.set(catalogue, known)
  known[language] ??= build(catalogue, language)
  return known[language]
}

/** Every term of a text, in order. */
const termsOf = (words: readonly Word[]): string[] => words.flatMap(({ term, also }) => (term === '' ? also : [term, ...also]))

/** Documents indexed at a stretch: other requests get their turn in between. */
const CHUNK = 40

const build = async (catalogue: Catalogue, language: Language): Promise<SearchIndex> => {
  const analyse = analyserFor(language)
  const terms = new Set<string>()
  const engine = new MiniSearch<SearchDocument>({
    fields: ['title', 'text', 'context'],
    tokenize: (text) => termsOf(analyse(text)),
    processTerm: (term, field) => {
      if (field !== 'context') terms.add(term)
      return term
    },
  })
  const documents = documentsOf(catalogue, language)
  await engine.addAllAsync(documents, { chunkSize: CHUNK })
  return { documents, analyse, engine, terms }
}
