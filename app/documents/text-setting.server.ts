/** Texts on lines: how wide, how high, and onto the page. */
import type { Text } from './blocks.ts'
import { breakLines, type Fragment } from './break-lines.ts'
import type { Run, Size } from './paper.ts'
import { addLink, type Doc, openTag, type Tag } from './tagged-pdf.server.ts'
import { printable, type Typefaces } from './typefaces.server.ts'

/** Type and its colours, reduced by `scale`. */
export interface Look {
  readonly faces: Typefaces
  /** 0.7…1 */
  readonly scale: number
}

const SIZES: Readonly<Record<Size, number>> = { display: 30, title: 21, heading: 15, lead: 12.5, body: 10.5, small: 9 }
export const INK = { ink: '#131525', soft: '#51577a', blue: '#2044aa' } as const

/** Part of a run that is printed in one go. */
interface Stretch {
  readonly text: string
  readonly strong: boolean
  readonly actual: string | undefined
  readonly run: Run
}

export interface SetText {
  readonly stretches: readonly Stretch[]
  readonly lines: readonly (readonly Fragment[])[]
  /** Of one line, in points. */
  readonly line: number
  readonly size: number
  readonly height: number
}

/** The text broken into lines of at most this width. */
export const setText = (text: Text, width: number, look: Look): SetText => {
  const size = SIZES[text.size] * look.scale
  const stretches = text.runs.flatMap((run): readonly Stretch[] => {
    const strong = run.strong ?? text.strong
    return printable(strong ? look.faces.strong : look.faces.regular, run.text).map((part) => ({ text: part.text, actual: part.actual, strong, run }))
  })
  const measure = (index: number, words: string) => widthOf(stretches[index]?.strong === true ? look.faces.strong : look.faces.regular, words, size)
  const lines = breakLines(
    stretches.map((stretch) => stretch.text),
    width,
    measure,
  )
  const line = size * (size > 14 ? 1.22 : 1.4)
  return { stretches, lines, line, size, height: lines.length * line }
}

/** The width of the widest line, in points. */
export const widestLine = (set: SetText): number => Math.max(...set.lines.map((line) => Math.max(0, ...line.map(({ x, width }) => x + width))))

const widths = new WeakMap<object, Map<string, number>>()

/** Word by word with the space after it, as the library sets it. Words come again and again, so their widths are remembered. */
const widthOf = (font: Typefaces['regular'], text: string, size: number): number =>
  text.split(/(?<= )/).reduce((sum, word) => sum + wordWidth(font, word), 0) * size

const wordWidth = (font: Typefaces['regular'], word: string): number => {
  const known = widths.get(font) ?? new Map<string, number>()
  widths.set(font, known)
  const found = known.get(word)
  if (found !== undefined) return found
  const width = font.layout(word).advanceWidth / font.unitsPerEm
  if (known.size > MOST_WIDTHS) known.clear()
  known.set(word, width)
  return width
}
const MOST_WIDTHS = 20_000

/**
 * Draws the text below the tag, which stays open. `top` gives the upper edge of each line when it is needed, and may turn the page:
 * it is asked once a line, in order.
 */
export const drawText = (
  doc: Doc,
  tag: Tag,
  set: SetText,
  { x, colour, look }: { x: number; colour: Text['colour']; look: Look },
  top: (line: number) => number,
): void => {
  const tops: number[] = []
  const topOf = (line: number): number => {
    while (tops.length <= line) tops.push(top(tops.length))
    return tops[line] ?? 0
  }
  for (const [index, stretch] of set.stretches.entries()) {
    const fragments = set.lines.flatMap((line, number) => line.filter(({ run }) => run === index).map((fragment) => ({ ...fragment, line: number })))
    const drawn = () => {
      doc.font(stretch.strong ? (look.faces.strong as unknown as string) : (look.faces.regular as unknown as string))
      for (const fragment of fragments) {
        const y = topOf(fragment.line)
        doc.fontSize(set.size).fillColor(stretch.run.href === undefined ? INK[colour] : INK.blue)
        doc.text(fragment.text, x + fragment.x, y + set.line * 0.5 + set.size * 0.35, { lineBreak: false, baseline: 'alphabetic' })
        if (stretch.run.href !== undefined) doc.rect(x + fragment.x, y + set.line * 0.5 + set.size * 0.45, fragment.width, 0.6).fill(INK.blue)
      }
    }
    drawStretch(doc, tag, stretch, drawn, () => {
      if (stretch.run.href === undefined) return []
      return fragments.map((fragment) => ({ x: x + fragment.x, y: topOf(fragment.line), width: fragment.width, height: set.line }))
    })
  }
}

/** Only what differs from its surroundings gets a tag of its own. */
const drawStretch = (
  doc: Doc,
  tag: Tag,
  { run, actual }: Stretch,
  draw: () => void,
  areas: () => readonly { x: number; y: number; width: number; height: number }[],
): void => {
  if (run.href !== undefined) {
    const link = openTag(doc, tag, 'Link', run.lang === undefined ? {} : { lang: run.lang })
    link.add(draw)
    for (const area of areas()) addLink(doc, link, area, run.href, run.text)
    link.end()
  } else if (actual !== undefined || run.lang !== undefined) {
    const span = openTag(doc, tag, 'Span', { ...(actual === undefined ? {} : { actual }), ...(run.lang === undefined ? {} : { lang: run.lang }) })
    span.add(draw)
    span.end()
  } else tag.add(draw)
}
