/** What trainers are told about the answers to one item. Pure: tallies in, figures out. */
import type { Item, ItemOf } from '#app/content/items/item.ts'
import { rateCloseness } from '#app/domain/assessment/rate-closeness.ts'
import { type Cells, choiceCell, ratedCell, RIGHT, type Tally, WRONG } from '#app/domain/assessment/tally.ts'
import { type Figure, figureOf, figuresOf } from './item-figures.ts'

/** One line of a table. `other` is the other side of a pair or the next entry. `right`: what the key says; null where there is no key. */
export interface AnswerRow {
  readonly id: string
  readonly text: string
  readonly other: string | null
  readonly right: boolean | null
  readonly figure: Figure
}

/** The ratings of one option, from 1 to 5, beside the authors' own. */
export interface RatedRow {
  readonly id: string
  readonly text: string
  readonly authors: number
  readonly figures: readonly Figure[]
  /** Mean of formula 4 of blueprint 5.3 over the shown figures, 0 … 1000, against the authors' provisional rating. */
  readonly closeness: number
}

/** The decisions at one node of a conversation; those who never came to it are in none. */
export interface NodeRow {
  readonly id: string
  readonly text: string
  readonly reached: Figure
  readonly choices: readonly AnswerRow[]
}

/** How the answers are spread, by kind. */
export type Spread =
  | { readonly kind: 'options'; readonly rows: readonly AnswerRow[] }
  | { readonly kind: 'verdict'; readonly rows: readonly AnswerRow[] }
  | { readonly kind: 'parts'; readonly rows: readonly AnswerRow[] }
  | { readonly kind: 'ratings'; readonly rows: readonly RatedRow[] }
  | { readonly kind: 'endings'; readonly rows: readonly AnswerRow[] }
  | { readonly kind: 'nodes'; readonly rows: readonly NodeRow[] }
  | { readonly kind: 'statuses'; readonly rows: readonly AnswerRow[] }

/** People whose first answer was wholly right. Only for kinds that count, and only from a complete group on. */
export const rightOf = (tally: Tally): Figure => figureOf(countIn(tally.cells, RIGHT), tally.people)

/** The spreads of an item that may be shown: none below a complete group, and parts only from their own, larger groups. */
export const spreadsOf = (item: Item, whole: Tally | undefined, parts: Tally | undefined): readonly Spread[] => [
  ...(whole === undefined || whole.people === 0 ? [] : wholeSpread(item, whole)),
  ...(parts === undefined || parts.people === 0 ? [] : partsSpread(item, parts)),
]

const wholeSpread = (item: Item, { cells, people }: Tally): readonly Spread[] => {
  switch (item.kind) {
    case 'single': {
      const options = rightFirst(item.options)
      return [{ kind: 'options', rows: rows(options.map(labelled), cells, people) }]
    }
    case 'truefalse': {
      const reasons = rightFirst(item.reasons).map(labelled)
      return [{ kind: 'verdict', rows: rows([...reasons, { id: WRONG, text: '', right: false }], cells, people) }]
    }
    case 'critical-incident':
    case 'sjt':
      return [{ kind: 'ratings', rows: item.options.map((option) => ratedRow(option, cells, people)) }]
    case 'dialogue':
      return [
        {
          kind: 'endings',
          rows: rows(
            item.endings.map(({ id, title }) => ({ id, text: title, right: null })),
            cells,
            people,
          ),
        },
      ]
    case 'transfer':
      return [
        {
          kind: 'statuses',
          rows: rows(
            STATUSES.map((id) => ({ id, text: '', right: null })),
            cells,
            people,
          ),
        },
      ]
    default:
      return []
  }
}

const partsSpread = (item: Item, { cells, people }: Tally): readonly Spread[] => {
  const each = (lines: readonly Line[]): readonly Spread[] => [
    { kind: 'parts', rows: lines.map((line) => ({ other: null, ...line, figure: figureOf(countIn(cells, line.id), people) })) },
  ]
  switch (item.kind) {
    case 'multiple':
      return each(item.options.map(labelled))
    case 'order':
      return each(item.entries.slice(1).map(({ id, text }, at) => ({ id, text: item.entries[at]?.text ?? '', other: text, right: null })))
    case 'match':
      return each(item.pairs.map(({ id, left, right }) => ({ id, text: left, other: right, right: null })))
    case 'gap':
      return each(item.gaps.map(({ id, label, answers }) => ({ id, text: label, other: answers[0] ?? null, right: null })))
    case 'dialogue':
      return [{ kind: 'nodes', rows: item.nodes.map((node) => nodeRow(node, cells, people)) }]
    default:
      return []
  }
}

const nodeRow = (node: ItemOf<'dialogue'>['nodes'][number], cells: Cells, people: number): NodeRow => {
  const counts = node.choices.map(({ id }) => countIn(cells, choiceCell(node.id, id)))
  const reached = counts.reduce((sum, count) => sum + count, 0)
  const figures = figuresOf([...counts, people - reached], people)
  return {
    id: node.id,
    text: node.says ?? node.scene ?? '',
    reached: figureOf(reached, people),
    choices: node.choices.map(({ id, text }, at) => ({ id, text, other: null, right: null, figure: figures[at] ?? figureOf(0, people) })),
  }
}

const ratedRow = ({ id, text, rating }: { readonly id: string; readonly text: string; readonly rating: number }, cells: Cells, people: number): RatedRow => {
  const figures = figuresOf(
    RATINGS.map((own) => countIn(cells, ratedCell(id, own))),
    people,
  )
  // From the shown figures and not from the answers: a mean of exact ratings would say more than the table.
  const sum = figures.reduce((total, figure, at) => total + figure.about * rateCloseness([{ id, rating }], { [id]: RATINGS[at] ?? 0 }), 0)
  return { id, text, authors: rating, figures, closeness: Math.round(sum / people) }
}

interface Line {
  readonly id: string
  readonly text: string
  readonly other?: string | null
  readonly right: boolean | null
}

const rows = (lines: readonly Line[], cells: Cells, people: number): readonly AnswerRow[] => {
  const figures = figuresOf(
    lines.map(({ id }) => countIn(cells, id)),
    people,
  )
  return lines.map((line, at) => ({ other: null, ...line, figure: figures[at] ?? figureOf(0, people) }))
}

const labelled = ({ id, text, correct }: { readonly id: string; readonly text: string; readonly correct: boolean }): Line => ({ id, text, right: correct })
const rightFirst = <T extends { readonly correct: boolean }>(options: readonly T[]): readonly T[] => [
  ...options.filter(({ correct }) => correct),
  ...options.filter(({ correct }) => !correct),
]
const countIn = (cells: Cells, cell: string): number => (Object.hasOwn(cells, cell) ? (cells[cell] ?? 0) : 0)

const RATINGS = [1, 2, 3, 4, 5] as const
const STATUSES = ['done', 'tried', 'not_yet'] as const
