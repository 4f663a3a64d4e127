/** A piece of a text around what was found in it. */
import type { Word } from './analyse.ts'

/** A run of a text; `found` is what the reader looked for. */
export interface Segment {
  /** Where it begins in the text, which tells the runs apart. */
  readonly start: number
  readonly text: string
  readonly found: boolean
}

/** Characters of an excerpt, and how many of them stand before the first word found. */
const LENGTH = 260
const BEFORE = 80

/** The whole text, with what was found in it marked. */
export const marked = (text: string, words: readonly Word[], found: ReadonlySet<string>): readonly Segment[] => mark(text, places(words, found), 0, text.length)

/** About two lines around the first word found, cut between words; the beginning where nothing was found. */
export const excerpt = (text: string, words: readonly Word[], found: ReadonlySet<string>): readonly Segment[] => {
  const at = places(words, found)
  if (text.length <= LENGTH) return mark(text, at, 0, text.length)
  const first = at[0]?.start ?? 0
  const wished = Math.max(0, Math.min(first - BEFORE, text.length - LENGTH))
  const from = wished === 0 ? 0 : wordAfter(text, wished, first)
  const to = from + LENGTH >= text.length ? text.length : wordBefore(text, from + LENGTH, Math.max(first + 1, from + 1))
  const segments = mark(text, at, from, to)
  return [...(from > 0 ? [{ start: -1, text: '… ', found: false }] : []), ...segments, ...(to < text.length ? [{ start: to, text: ' …', found: false }] : [])]
}

interface Span {
  readonly start: number
  readonly end: number
}

const places = (words: readonly Word[], found: ReadonlySet<string>): readonly Span[] =>
  words.filter(({ term, also }) => found.has(term) || also.some((other) => found.has(other)))

const mark = (text: string, at: readonly Span[], from: number, to: number): readonly Segment[] => {
  const segments: Segment[] = []
  let done = from
  for (const { start, end } of at) {
    if (start < done || end > to) continue
    if (start > done) segments.push({ start: done, text: text.slice(done, start), found: false })
    segments.push({ start, text: text.slice(start, end), found: true })
    done = end
  }
  if (done < to) segments.push({ start: done, text: text.slice(done, to), found: false })
  return segments
}

/** The beginning of the first word at or after `from`, no later than `limit`. */
const wordAfter = (text: string, from: number, limit: number): number => {
  const space = text.indexOf(' ', from)
  return space === -1 || space + 1 > limit ? limit : space + 1
}

/** The end of the last word before `to`; a word longer than the excerpt is cut. */
const wordBefore = (text: string, to: number, limit: number): number => {
  const space = text.lastIndexOf(' ', to)
  return space < limit ? to : space
}
