/**
 * Counting how people answer an item without keeping who answered what. A tally grows in whole groups: an answer waits, uncounted, until
 * its group is complete, and is then added with the others of the group. Pure; kept in `item_tally` by progress, published by reporting.
 */
import type { Item, ItemOf } from '#app/content/items/item.ts'
import type { Answer } from './answer.ts'
import { evaluate } from './evaluate.ts'
import { isRightGap } from './score-gap.ts'
import { isRightPair } from './score-match.ts'
import { walk } from './walk.ts'

/**
 * People in a group. `whole` is what an answer is as a whole: each person is in one cell of it. `parts` (options of several, transitions,
 * pairs, gaps, decisions) depend on each other and on the whole, so they need larger groups: see the README of reporting.
 */
export const GROUP_SIZE = { whole: 5, parts: 10 } as const
export type TallyPart = keyof typeof GROUP_SIZE

/** The cell of a wholly right answer, in every kind that counts. */
export const RIGHT = '#right'
/** The cell of a wrong verdict. */
export const WRONG = '#wrong'
/** The cell of an option that was rated so. */
export const ratedCell = (option: string, rating: number): string => `${option}.${rating}`
/** The cell of a choice at a node of a conversation. */
export const choiceCell = (node: string, choice: string): string => `${node}.${choice}`

/** The cells an answer is counted in. `parts` is null for kinds that have none. Free text is never a cell. Throws where item and answer differ in kind. */
export const cellsOf = (item: Item, answer: Answer): Readonly<Record<TallyPart, readonly string[] | null>> => ({
  whole: [...(evaluate(item, answer).score === 1000 ? [RIGHT] : []), ...wholeOf(item, answer)],
  parts: partsOf(item, answer),
})

const wholeOf = (item: Item, answer: Answer): readonly string[] => {
  switch (answer.kind) {
    case 'single':
      return [answer.option]
    case 'truefalse':
      return item.kind !== 'truefalse' || answer.verdict !== item.answer ? [WRONG] : [answer.reason]
    case 'critical-incident':
      return rated(answer.first)
    case 'sjt':
      return rated(answer.ratings)
    case 'dialogue':
      return item.kind === 'dialogue' ? endingOf(item, answer.path) : []
    case 'transfer':
      return [answer.status]
    default:
      return []
  }
}

const endingOf = (item: ItemOf<'dialogue'>, path: readonly string[]): readonly string[] => {
  const { ending } = walk(item, path)
  return ending === null ? [] : [ending.id]
}

const rated = (ratings: Readonly<Record<string, number>>) => Object.entries(ratings).map(([option, rating]) => ratedCell(option, rating))

const partsOf = (item: Item, answer: Answer): readonly string[] | null => {
  if (item.kind === 'multiple' && answer.kind === 'multiple') return answer.options
  if (item.kind === 'order' && answer.kind === 'order')
    return item.entries.slice(1).flatMap(({ id }, at) => (answer.entries[answer.entries.indexOf(id) - 1] === item.entries[at]?.id ? [id] : []))
  if (item.kind === 'match' && answer.kind === 'match') return item.pairs.flatMap(({ id }) => (isRightPair(item, answer, id) ? [id] : []))
  if (item.kind === 'gap' && answer.kind === 'gap') return item.gaps.flatMap((gap) => (isRightGap(gap, answer) ? [gap.id] : []))
  if (item.kind === 'dialogue' && answer.kind === 'dialogue') return decisionsOf(item, answer.path)
  return null
}

/** The choice at each node that was come to; the first where the conversation went in a circle. */
const decisionsOf = (item: ItemOf<'dialogue'>, path: readonly string[]): readonly string[] => {
  const first = new Map<string, string>()
  for (const { node, choice } of walk(item, path).turns) if (!first.has(node.id)) first.set(node.id, choiceCell(node.id, choice.id))
  return [...first.values()]
}

/** How often each cell was met. */
export type Cells = Readonly<Record<string, number>>

/** What is counted of one part of one edition of an item. */
export interface Tally {
  /** People in complete groups, and their cells: all that may be shown. */
  readonly people: number
  readonly cells: Cells
  /** People in the group that is still filling. */
  readonly waiting: number
  readonly waiting_cells: Cells
  /** Instant at which the last group was complete. */
  readonly complete_at: string | null
}

export const EMPTY_TALLY: Tally = { people: 0, cells: {}, waiting: 0, waiting_cells: {}, complete_at: null }

/** The tally with one more person. Only with the last of a group does anything that may be shown change. */
export const addPerson = (tally: Tally, part: TallyPart, cells: readonly string[], at: string): Tally => {
  const waiting_cells = sum(tally.waiting_cells, Object.fromEntries(cells.map((cell) => [cell, 1])))
  if (tally.waiting + 1 < GROUP_SIZE[part]) return { ...tally, waiting: tally.waiting + 1, waiting_cells }
  return { people: tally.people + GROUP_SIZE[part], cells: sum(tally.cells, waiting_cells), waiting: 0, waiting_cells: {}, complete_at: at }
}

const sum = (a: Cells, b: Cells): Cells => {
  const total = new Map(Object.entries(a))
  for (const [cell, count] of Object.entries(b)) total.set(cell, (total.get(cell) ?? 0) + count)
  return Object.fromEntries(total)
}
