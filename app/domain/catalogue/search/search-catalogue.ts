/** The search over courses, modules and glossary, as a page shows it. */
import type { Course, Language } from '#app/content/course.ts'
import type { Catalogue } from '../catalogue.ts'
import { findModule } from '../catalogue.ts'
import type { Word } from './analyse.ts'
import type { Place } from './documents.ts'
import { groupHits, type HitGroup, shownGroup } from './hit-groups.ts'
import { match } from './match.ts'
import { relatedTerms } from './related-terms.ts'
import { type SearchIndex, searchIndexOf } from './search-index.ts'
import { spelling } from './spelling.ts'

/** Characters and words of a question that are read; the rest is cut off. */
const LONGEST_QUESTION = 200
const MOST_WORDS = 12
/** Passages of one module in the list of all hits, modules a page, and passages a page within one module. */
const PASSAGES = 3
const GROUPS = 10
const PASSAGES_ALONE = 30

export interface Question {
  readonly words: string
  readonly language: Language
  /** Counts from 1; too high a page is the last. */
  readonly page: number
  /** Slugs of the one module to search in. */
  readonly within?: { readonly course: string; readonly module: string } | undefined
}

export interface SearchResult {
  /** The question as it was read: trimmed and cut. */
  readonly words: string
  /** `nothing` was asked; `common` words only; `all` words are in each hit, or `some`. */
  readonly kind: 'nothing' | 'common' | 'all' | 'some' | 'none'
  readonly total: number
  readonly groups: readonly HitGroup[]
  readonly page: number
  readonly pages: number
  /** Names of terms that the glossary has for the words of the question. */
  readonly related: readonly string[]
  /** A word that texts hold and that is spelt much like the one nobody found. */
  readonly spelling: string | undefined
  /** Hits of the same question in the other language, where there are none in this one. */
  readonly elsewhere: number
}

/** Answers a question from the courses that may be read. Whatever is typed: never throws, and the work is bounded. */
export const searchCatalogue = async (catalogue: Catalogue, readable: readonly Course[], question: Question): Promise<SearchResult> => {
  const words = cleaned(question.words)
  const empty = { words, total: 0, groups: [], page: 1, pages: 1, related: [], spelling: undefined, elsewhere: 0 }
  if (words === '') return { ...empty, kind: 'nothing' }
  const index = await searchIndexOf(catalogue, question.language)
  const terms = sought(index, words)
  const inside = within(catalogue, readable, question)
  const other = question.language === 'de' ? 'en' : 'de'
  if (terms.length === 0) return { ...empty, kind: 'common' }
  const matches = match(index, terms, (document) => inside(index.documents[document]?.place))
  const related = question.within === undefined ? relatedTerms(catalogue, question.language, index.analyse, new Set(terms)) : []
  if (matches.found.length === 0) {
    const there = await searchIndexOf(catalogue, other)
    const elsewhere = match(there, sought(there, words), (document) => inside(there.documents[document]?.place)).found.length
    return { ...empty, kind: 'none', related, spelling: spelling(index, terms), elsewhere }
  }
  const groups = groupHits(index, matches.found, new Set(terms), question.language)
  const alone = question.within !== undefined
  const pages = Math.max(1, Math.ceil(alone ? matches.found.length / PASSAGES_ALONE : groups.length / GROUPS))
  const page = Math.min(Math.max(1, question.page), pages)
  const shown = alone
    ? groups.slice(0, 1).map((group) => ({ ...group, matches: group.matches.slice((page - 1) * PASSAGES_ALONE, page * PASSAGES_ALONE) }))
    : groups.slice((page - 1) * GROUPS, page * GROUPS).map((group) => ({ ...group, matches: group.matches.slice(0, PASSAGES) }))
  return {
    ...empty,
    kind: matches.words === terms.length ? 'all' : 'some',
    total: matches.found.length,
    groups: shown.map((group) => shownGroup(index, group, question.language)),
    page,
    pages,
    related,
  }
}

/** The question on one line, cut, and without signs that turn the direction of the text around it. */
const cleaned = (words: string): string =>
  words
    .replace(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUESTION)
    .replace(/[\ud800-\udbff]$/, '')

/** The terms of a question, each once. The bare number of a norm is not asked for: § 25 means § 25. */
const sought = (index: SearchIndex, words: string): readonly string[] =>
  [...new Set(index.analyse(words).flatMap(({ term }: Word) => (term === '' ? [] : [term.slice(0, 60)])))].slice(0, MOST_WORDS)

/** Whether a text may be among the hits: of a readable course, and of the module asked for. */
const within = (catalogue: Catalogue, readable: readonly Course[], { within: only }: Question): ((place: Place | undefined) => boolean) => {
  const ids = new Set(readable.map(({ id }) => id))
  const course = only === undefined ? undefined : catalogue.courses.find(({ slug }) => slug === only.course)
  const module = course === undefined || only === undefined ? undefined : findModule(course, only.module)
  return (place) => {
    if (place === undefined) return false
    if (place.kind === 'term') return only === undefined
    if (!ids.has(place.course.id)) return false
    return only === undefined || (place.kind !== 'course' && place.course === course && place.module === module)
  }
}
