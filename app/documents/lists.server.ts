/** Lists and pairs of names and values. */
import type { Block } from './blocks.ts'
import type { Place } from './place.ts'
import { openTag, type Tag } from './tagged-pdf.server.ts'
import { drawText, INK, type Look, type SetText, setText, widestLine } from './text-setting.server.ts'

const FACT_GAP = 28
const ROW_GAP = 10
const ITEM_GAP = 3

type List = Extract<Block, { kind: 'list' }>

const itemsOf = (list: List, width: number, look: Look) => {
  const indent = (list.marker === 'bullet' ? 13 : 20) * look.scale
  return list.items.map((text) => ({ text, indent, set: setText(text, width - indent, look) }))
}

/** How high a list is, in points. */
export const heightOfList = (list: List, width: number, look: Look): number =>
  itemsOf(list, width, look).reduce((sum, { set }, index) => sum + set.height + (index === 0 ? 0 : ITEM_GAP * look.scale), 0)

/** Draws a list: each item with its label and its text. */
export const drawList = (list: List, place: Place, parent: Tag): void => {
  const { doc, look, x, width, cursor } = place
  const tag = openTag(doc, parent, 'L', { numbering: list.marker === 'number' ? 'Decimal' : list.marker === 'bullet' ? 'Disc' : 'None' })
  for (const [index, { text, indent, set }] of itemsOf(list, width, look).entries()) {
    if (index > 0) cursor.take(ITEM_GAP * look.scale)
    const whole = set.height <= cursor.page
    // The label is drawn first, so its page has to be the page of the first line.
    const first = cursor.take(whole ? set.height : set.line)
    const item = openTag(doc, tag, 'LI')
    drawLabel(list.marker, index + 1, { ...place, size: set.size, line: set.line, y: first }, item)
    const body = openTag(doc, item, 'LBody')
    drawText(doc, body, set, { x: x + indent, colour: text.colour, look }, (line) =>
      whole ? first + line * set.line : line === 0 ? first : cursor.take(set.line),
    )
    body.end()
    item.end()
  }
  tag.end()
}

const drawLabel = (marker: List['marker'], number: number, at: Place & { size: number; line: number; y: number }, item: Tag): void => {
  const { doc, look, x, size } = at
  const label = openTag(doc, item, 'Lbl', marker === 'tick' ? { actual: '☐' } : {})
  label.add(() => {
    const baseline = at.y + at.line * 0.5 + size * 0.35
    if (marker === 'tick')
      doc
        .lineWidth(0.9)
        .rect(x + 0.5, baseline - size * 0.78, size * 0.82, size * 0.82)
        .stroke(INK.soft)
    else {
      doc
        .font(look.faces.regular as unknown as string)
        .fontSize(size)
        .fillColor(INK.soft)
      doc.text(marker === 'number' ? `${number}.` : '•', x + (marker === 'number' ? 0 : 1), baseline, { lineBreak: false, baseline: 'alphabetic' })
    }
  })
  label.end()
}

type Pairs = Extract<Block, { kind: 'facts' }>['pairs']

/** Side by side while they fit, else in further rows. */
const factRows = (pairs: Pairs, width: number, look: Look) => {
  const rows: { height: number; cells: { x: number; label: SetText; value: SetText; pair: Pairs[number] }[] }[] = []
  let end = Number.POSITIVE_INFINITY
  for (const pair of pairs) {
    const [label, value] = [setText(pair.label, width, look), setText(pair.value, width, look)]
    const own = Math.max(widestLine(label), widestLine(value))
    if (end + own > width) {
      rows.push({ height: 0, cells: [] })
      end = 0
    }
    const row = rows.at(-1)
    row?.cells.push({ x: end, label, value, pair })
    if (row !== undefined) row.height = Math.max(row.height, label.height + value.height)
    end += own + FACT_GAP * look.scale
  }
  return rows
}

/** How high names and values are, in points. */
export const heightOfFacts = (pairs: Pairs, width: number, look: Look): number =>
  factRows(pairs, width, look).reduce((sum, row, index) => sum + row.height + (index === 0 ? 0 : ROW_GAP * look.scale), 0)

/** PDF has no list of terms: a list whose labels are the names. */
export const drawFacts = (pairs: Pairs, { doc, look, x, width, cursor }: Place, parent: Tag): void => {
  const tag = openTag(doc, parent, 'L', { numbering: 'None' })
  for (const [index, row] of factRows(pairs, width, look).entries()) {
    if (index > 0) cursor.take(ROW_GAP * look.scale)
    const y = cursor.take(row.height)
    for (const cell of row.cells) {
      const item = openTag(doc, tag, 'LI')
      const label = openTag(doc, item, 'Lbl')
      drawText(doc, label, cell.label, { x: x + cell.x, colour: cell.pair.label.colour, look }, (line) => y + line * cell.label.line)
      label.end()
      const body = openTag(doc, item, 'LBody')
      drawText(doc, body, cell.value, { x: x + cell.x, colour: cell.pair.value.colour, look }, (line) => y + cell.label.height + line * cell.value.line)
      body.end()
      item.end()
    }
  }
  tag.end()
}
