/** Where lines end. Pure: knows widths only from what measures them. */

/** A stretch of one run on one line. `text` may end in the space at which the line was broken; `width` is without it. */
export interface Fragment {
  readonly run: number
  readonly text: string
  /** From the left edge of the line. */
  readonly x: number
  readonly width: number
}

/** Width of a text as it is set in a run. */
export type Measure = (run: number, text: string) => number

interface Piece {
  readonly run: number
  readonly text: string
}
/** What stays together on a line, and the space after it. */
interface Word {
  readonly pieces: readonly Piece[]
  readonly space: Piece | undefined
}

/**
 * The lines of a text that is made of runs. Breaks at spaces and after hyphens, never where one run meets the next; a word that is
 * wider than the line is broken between letters. Always at least one line.
 */
export const breakLines = (runs: readonly string[], width: number, measure: Measure): readonly (readonly Fragment[])[] => {
  const lines: Word[][] = [[]]
  let used = 0
  const widthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + measure(piece.run, piece.text), 0)
  for (const word of wordsOf(runs)) {
    const own = widthOf(word.pieces)
    const line = lines.at(-1) ?? []
    const room = line.length === 0 || used + own <= width
    if (!room) lines.push([])
    if (!room) used = 0
    const parts = own <= width ? [word] : broken(word, width, widthOf)
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        lines.push([])
        used = 0
      }
      lines.at(-1)?.push(part)
      used += widthOf([...part.pieces, ...(part.space === undefined ? [] : [part.space])])
    }
  }
  return lines.map((line) => fragmentsOf(line, measure))
}

/** Splits after spaces and hyphens. A word may go over several runs. */
const wordsOf = (runs: readonly string[]): readonly Word[] => {
  const words: Word[] = []
  let pieces: Piece[] = []
  const end = (space?: Piece) => {
    // A space at the beginning, or after another space, is none.
    if (pieces.length > 0) words.push({ pieces, space })
    pieces = []
  }
  for (const [run, text] of runs.entries()) {
    let at = 0
    for (const part of text.split(/( )|(?<=\p{L}[-–/])(?=\p{L})/u)) {
      if (part === undefined || part === '') continue
      at += part.length
      if (part === ' ') {
        end({ run, text: part })
        continue
      }
      pieces.push({ run, text: part })
      if (/\p{L}[-–/]$/u.test(part) && /^\p{L}/u.test(text.slice(at))) end()
    }
  }
  end()
  return words
}

/** Letter by letter, as many as fit on a line each. */
const broken = (word: Word, width: number, widthOf: (pieces: readonly Piece[]) => number): readonly Word[] => {
  const letters = word.pieces.flatMap(({ run, text }) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => ({ run, text: segment })))
  const parts: Piece[][] = [[]]
  for (const letter of letters) {
    const part = parts.at(-1) ?? []
    if (part.length > 0 && widthOf([...part, letter]) > width) parts.push([letter])
    else part.push(letter)
  }
  return parts.map((pieces, index) => ({ pieces, space: index === parts.length - 1 ? word.space : undefined }))
}

const fragmentsOf = (line: readonly Word[], measure: Measure): readonly Fragment[] => {
  const merged: Piece[] = []
  for (const piece of line.flatMap(({ pieces, space }) => [...pieces, ...(space === undefined ? [] : [space])])) {
    const last = merged.at(-1)
    if (last !== undefined && last.run === piece.run) merged[merged.length - 1] = { run: last.run, text: last.text + piece.text }
    else merged.push(piece)
  }
  let x = 0
  return merged.map(({ run, text }, index) => {
    const shown = index === merged.length - 1 ? text.trimEnd() : text
    const fragment = { run, text, x, width: measure(run, shown) }
    x += fragment.width
    return fragment
  })
}
