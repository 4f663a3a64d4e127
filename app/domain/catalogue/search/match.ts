/** From the words of a question to the documents that hold them. */
import { joinedTerm } from './analyse.ts'
import type { SearchIndex } from './search-index.ts'

/** Which documents answer a question, best first. */
export interface Match {
  readonly document: number
  readonly score: number
  /** Terms of the index that were found in it, for marking. */
  readonly terms: ReadonlySet<string>
}

export interface Matches {
  readonly found: readonly Match[]
  /** How many words of the question each of them holds: all, or as many as any document does. */
  readonly words: number
}

/** What counts how much. Titles are short, so that they weigh more than their factor says. */
const BOOST = { title: 2.5, text: 1, context: 0.3 }
/** Share of a word's letters that may be wrong, and at most so many. */
const FUZZY = { fuzzy: 0.2, maxFuzzy: 2 }
/** Letters from which a word may have slips. */
const FUZZY_FROM = 5
/** Terms that one word of a question may stand for. */
const VARIANTS = 60

/**
 * Documents that hold every word; where none does, those that hold the most. A hit stands in a title or text of its own: words
 * of the titles above it count, but make no hit alone. `readable` says which documents the reader may have.
 */
export const match = (index: SearchIndex, words: readonly string[], readable: (document: number) => boolean): Matches => {
  const sought = [...new Set(words.flatMap((word) => parts(index, word)))]
  const all = new Map<number, { score: number; words: number; own: boolean; terms: Set<string> }>()
  for (const word of sought) {
    for (const result of find(index, word)) {
      const document = Number(result.id)
      if (!readable(document)) continue
      const entry = all.get(document) ?? { score: 0, words: 0, own: false, terms: new Set<string>() }
      entry.score += result.score
      entry.words += 1
      entry.own ||= Object.values(result.match).some((fields) => fields.some((field) => field !== 'context'))
      for (const term of result.terms) entry.terms.add(term)
      all.set(document, entry)
    }
  }
  const own = [...all].filter(([, entry]) => entry.own)
  const most = own.reduce((highest, [, entry]) => Math.max(highest, entry.words), 0)
  const found = own.filter(([, entry]) => entry.words === most).map(([document, { score, terms }]) => ({ document, score, terms }))
  return { found: found.sort((a, b) => b.score - a.score || a.document - b.document), words: sought.length === most ? words.length : most }
}

const find = (index: SearchIndex, word: string) => {
  const variants = variantsOf(index.terms, word)
  const common = { boost: BOOST, tokenize: (text: string) => [text], processTerm: (term: string) => term }
  if (variants.size > 0)
    return index.engine.search({ queries: [...variants.keys()], combineWith: 'OR' }, { ...common, boostTerm: (term) => variants.get(term) ?? 0 })
  return word.length < FUZZY_FROM || /\d/.test(word) ? [] : index.engine.search(word, { ...common, ...FUZZY })
}

/**
 * Terms that a word finds, with their weight: itself, words that begin with it, and compounds it is part of (Erlaubnis finds
 * Aufenthaltserlaubnis). A short word counts as a part only at the end of a much longer one, or Rat would find Beratung.
 */
const variantsOf = (terms: ReadonlySet<string>, word: string): ReadonlyMap<string, number> => {
  const variants = [word, joinedTerm(word)].filter((term) => terms.has(term)).map((term): [string, number] => [term, 1])
  if (word.length >= 3 && !/[\d§]/.test(word)) {
    for (const term of terms) {
      if (term.length <= word.length || term.startsWith('-')) continue
      const more = term.length - word.length
      if (term.startsWith(word)) variants.push([term, 0.3 + (0.4 * word.length) / term.length])
      else if (word.length >= 4 && more >= 3 && term.endsWith(word)) variants.push([term, 0.6])
      else if (word.length >= 6 && more >= 4 && term.includes(word)) variants.push([term, 0.4])
    }
  }
  return new Map(variants.sort(([, a], [, b]) => b - a).slice(0, VARIANTS))
}

/** A compound that no text holds, as the two words it is made of, if texts hold these: Dolmetscherkosten. */
const parts = ({ terms }: SearchIndex, word: string): readonly string[] => {
  if (terms.has(word) || word.length < 9 || /\d/.test(word) || variantsOf(terms, word).size > 0) return [word]
  for (let at = 4; at <= word.length - 4; at += 1) {
    const right = word.slice(at)
    if (!terms.has(right)) continue
    const left = LINKS.map((link) => (word.slice(0, at).endsWith(link) ? word.slice(0, at - link.length) : '')).find(
      (part) => part.length >= 4 && terms.has(part),
    )
    if (left !== undefined) return [left, right]
  }
  return [word]
}
/** What joins the parts of German compounds, or is cut off by stemming. */
const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'ung', 'ungs', 'e'] as const
