/** What is to be put on paper, as data: measured, reduced and drawn later. */
import type { Paper, Picture, Run, Setting, Size, Words } from './paper.ts'

/** A text with everything said about how it is set. */
export interface Text {
  readonly runs: readonly Run[]
  readonly size: Size
  readonly colour: 'ink' | 'soft' | 'blue'
  readonly strong: boolean
}

export type Block =
  | { readonly kind: 'text'; readonly tag: 'H1' | 'H2' | 'H3' | 'P'; readonly text: Text }
  | { readonly kind: 'list'; readonly marker: 'bullet' | 'number' | 'tick'; readonly items: readonly Text[] }
  | { readonly kind: 'facts'; readonly pairs: readonly { readonly label: Text; readonly value: Text }[] }
  | { readonly kind: 'columns'; readonly gap: number; readonly parts: readonly { readonly share: number; readonly blocks: readonly Block[] }[] }
  | { readonly kind: 'panel'; readonly blocks: readonly Block[] }
  | { readonly kind: 'picture'; readonly alt: string | null; readonly picture: Picture }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly points: number }

const COLUMN_GAP = 26
const HEADING: Readonly<Record<1 | 2 | 3, Size>> = { 1: 'title', 2: 'heading', 3: 'lead' }

/** What a drawing puts on paper, in its order. */
export const blocksOf = (draw: (paper: Paper) => void): readonly Block[] => {
  const blocks: Block[] = []
  const add = (block: Block) => void blocks.push(block)
  draw({
    heading: (level, words, setting = {}) => add({ kind: 'text', tag: `H${level}`, text: textOf(words, { size: HEADING[level], strong: true, ...setting }) }),
    paragraph: (words, setting) => add({ kind: 'text', tag: 'P', text: textOf(words, setting) }),
    list: (items, { marker = 'bullet', ...setting } = {}) => {
      if (items.length > 0) add({ kind: 'list', marker, items: items.map((item) => textOf(item, setting)) })
    },
    facts: (pairs) => {
      if (pairs.length === 0) return
      add({
        kind: 'facts',
        pairs: pairs.map(({ label, value }) => ({ label: textOf(label, { size: 'small', colour: 'soft' }), value: textOf(value, { strong: true }) })),
      })
    },
    columns: (parts, shares = [], gap = COLUMN_GAP) =>
      add({ kind: 'columns', gap, parts: parts.map((part, index) => ({ share: shares[index] ?? 1, blocks: blocksOf(part) })) }),
    panel: (inside) => add({ kind: 'panel', blocks: blocksOf(inside) }),
    figure: (alt, picture) => add({ kind: 'picture', alt, picture }),
    decoration: (picture) => add({ kind: 'picture', alt: null, picture }),
    rule: () => add({ kind: 'rule' }),
    space: (points) => add({ kind: 'space', points }),
  })
  return blocks
}

const textOf = (words: Words, { size = 'body', colour = 'ink', strong = false }: Setting = {}): Text => ({
  runs: (typeof words === 'string' ? [words] : words).map((run) => (typeof run === 'string' ? { text: run } : run)),
  size,
  colour,
  strong,
})

/** Distances above and below a block, in points. Of two that meet, the greater holds. */
export const gapsOf = (block: Block): readonly [above: number, below: number] => {
  switch (block.kind) {
    case 'text':
      return block.tag === 'P' ? [5, 5] : (HEADING_GAPS[block.text.size] ?? [10, 5])
    case 'list':
      return [4, 6]
    case 'facts':
      return [8, 8]
    case 'columns':
    case 'panel':
    case 'picture':
      return [12, 12]
    case 'rule':
      return [14, 14]
    case 'space':
      return [0, 0]
  }
}

const HEADING_GAPS: Partial<Record<Size, readonly [number, number]>> = { display: [4, 4], title: [12, 6], heading: [16, 6], lead: [12, 4] }
