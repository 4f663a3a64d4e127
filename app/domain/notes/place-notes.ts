/** Where notes stand after a module was edited. Pure. A note is never lost; where its block cannot be known again, it says so. */
import type { Language, Module } from '#app/content/course.ts'
import { BLOCK_ID, type Block, foldedText } from '#app/content/prose/name-blocks.ts'
import { type Note, quoteOf } from './note.ts'

export type BlocksByLanguage = Readonly<Partial<Record<Language, readonly Block[]>>>

/** The blocks of a module as it is today. */
export const blocksOf = ({ text }: Pick<Module, 'text'>): BlocksByLanguage =>
  Object.fromEntries(Object.entries(text).map(([language, edition]) => [language, edition.blocks]))

export interface PlacedNote {
  readonly note: Note
  /** The block of the shown language it stands at; null where its block is gone. */
  readonly block: string | null
  /** The block reads differently since. */
  readonly changed: boolean
}

/** From this likeness on (0…1) an edited block counts as the one the note was written on, if no other comes near. */
const ALIKE = 0.5
/** By how much it must be more alike than the next. */
const MARGIN = 0.1
/** How alike a block that still has the note's id must be, if none is more so: the ids of a translation follow the original, not its own words. */
const RELATED = 0.25
/** Words a quote must have to be known by likeness. */
const ENOUGH_WORDS = 4

/**
 * Every note with its place among the blocks of the shown language, in reading order, those without a place last. A note is looked
 * for in the language it was written in: the same words first, then the same id with related words, then the one block that is alike.
 */
export const placeNotes = (notes: readonly Note[], blocks: BlocksByLanguage, shown: Language): readonly PlacedNote[] => {
  const target = blocks[shown] ?? []
  const order = new Map(target.map(({ id }, index) => [id, index]))
  const placed = notes.map((note): PlacedNote => {
    const own = blocks[note.language] ?? []
    const found = own.length > 0 ? findBlock(note, own) : byId(note, target)
    return { note, block: found === undefined ? null : counterpart(found.block, own, target), changed: found?.changed ?? false }
  })
  const position = ({ block }: PlacedNote) => (block === null ? order.size : (order.get(block) ?? order.size))
  return [...placed].sort((a, b) => position(a) - position(b) || (a.note.created_at < b.note.created_at ? -1 : 1))
}

interface Found {
  readonly block: Block
  readonly changed: boolean
}

const findBlock = (note: Note, blocks: readonly Block[]): Found | undefined => {
  const quote = foldedText(note.quote)
  const same = blocks.filter(({ text }) => foldedText(quoteOf(text)) === quote)
  const exact = same.find(({ id }) => id === note.block_id) ?? same[0]
  if (exact !== undefined) return { block: exact, changed: false }
  const ranked = blocks.map((block) => ({ block, score: likeness(quote, foldedText(quoteOf(block.text))) })).sort((a, b) => b.score - a.score)
  const [best, next] = ranked
  if (best === undefined) return undefined
  const isNamed = best.block.id === note.block_id && best.score >= RELATED
  const isClear = best.score >= ALIKE && best.score - (next?.score ?? 0) >= MARGIN && wordsOf(quote).length >= ENOUGH_WORDS
  return isNamed || isClear ? { block: best.block, changed: true } : undefined
}

/** The language of the quote is no longer there: nothing can be compared. */
const byId = (note: Note, blocks: readonly Block[]): Found | undefined => {
  const block = blocks.find(({ id }) => id === note.block_id)
  return block === undefined ? undefined : { block, changed: false }
}

/** The same block in the shown language, or the nearest before it that both languages have. */
const counterpart = (block: Block, own: readonly Block[], target: readonly Block[]): string | null => {
  const ownHeadings = own.filter(isHeading)
  const headings = target.filter(isHeading)
  for (const here of own.slice(0, own.indexOf(block) + 1).reverse()) {
    const twin = isHeading(here) ? headings[ownHeadings.indexOf(here)] : target.find(({ id }) => id === here.id)
    if (twin !== undefined) return twin.id
  }
  return target.find(({ id }) => id === block.id)?.id ?? target[0]?.id ?? null
}

const isHeading = ({ id }: Block) => !BLOCK_ID.test(id)

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Dice's coefficient over single words and pairs of neighbours, 0…1: edits of words and of order both tell. */
const likeness = (a: string, b: string): number => {
  const [left, right] = [shingles(a), shingles(b)]
  const sizes = left.length + right.length
  if (sizes === 0) return 0
  const rest = new Map<string, number>()
  for (const one of right) rest.set(one, (rest.get(one) ?? 0) + 1)
  const shared = left.filter((one) => {
    const count = rest.get(one) ?? 0
    rest.set(one, count - 1)
    return count > 0
  })
  return (2 * shared.length) / sizes
}

const shingles = (text: string): readonly string[] => {
  const words = wordsOf(text)
  return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]
}
