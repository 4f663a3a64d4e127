/** Blocks onto pages: how high they are, and drawing them with their tags in the order in which they are read. */
import { type Block, gapsOf, type Text } from './blocks.ts'
import { drawFacts, drawList, heightOfFacts, heightOfList } from './lists.server.ts'
import type { Picture } from './paper.ts'
import { fillOf, penOn } from './pen.server.ts'
import type { Cursor, Place } from './place.ts'
import { drawArtifact, openTag, type Tag } from './tagged-pdf.server.ts'
import { drawText, type Look, type SetText, setText } from './text-setting.server.ts'

const PANEL_PADDING = 14
/** A heading needs at least this much of what follows it on the same page. */
const KEEP = 46

/** How high blocks are below each other, without page breaks. */
export const heightOf = (blocks: readonly Block[], width: number, look: Look): number =>
  blocks.reduce((sum, block, index) => sum + gapAbove(blocks, index, look) + heightOfBlock(block, width, look), 0)

/** Draws blocks below each other. */
export const drawBlocks = (blocks: readonly Block[], place: Place, parent: Tag): void => {
  for (const [index, block] of blocks.entries()) {
    const gap = gapAbove(blocks, index, place.look)
    if (gap > 0) place.cursor.take(gap)
    drawBlock(block, place, parent)
  }
}

const gapAbove = (blocks: readonly Block[], index: number, look: Look): number => {
  const [block, before] = [blocks[index], blocks[index - 1]]
  if (block === undefined || before === undefined || block.kind === 'space') return 0
  return Math.max(gapsOf(before)[1], gapsOf(block)[0]) * look.scale
}

const heightOfBlock = (block: Block, width: number, look: Look): number => {
  switch (block.kind) {
    case 'text':
      return setText(block.text, width, look).height
    case 'list':
      return heightOfList(block, width, look)
    case 'facts':
      return heightOfFacts(block.pairs, width, look)
    case 'columns':
      return Math.max(0, ...columnsOf(block, width).map((column) => heightOf(column.blocks, column.width, look)))
    case 'panel':
      return heightOf(block.blocks, width - 2 * PANEL_PADDING, look) + 2 * PANEL_PADDING * look.scale
    case 'picture':
      return sizeOf(block.picture, width, look).height
    case 'rule':
      return 1
    case 'space':
      return block.points * look.scale
  }
}

const drawBlock = (block: Block, place: Place, parent: Tag): void => {
  const { doc, look, x, width, cursor } = place
  switch (block.kind) {
    case 'text':
      drawTagged(block.tag, block.text, setText(block.text, width, look), place, parent, block.tag === 'P' ? 0 : KEEP * look.scale)
      break
    case 'list':
      drawList(block, place, parent)
      break
    case 'facts':
      drawFacts(block.pairs, place, parent)
      break
    case 'columns':
      drawColumns(block, place, parent)
      break
    case 'panel':
      drawPanel(block.blocks, place, parent)
      break
    case 'picture':
      drawPicture(block.alt, block.picture, place, parent)
      break
    case 'rule': {
      const y = cursor.take(1)
      drawArtifact(doc, 'Layout', () => doc.rect(x, y, width, 0.75).fill(fillOf('line')))
      break
    }
    case 'space':
      cursor.take(block.points * look.scale)
      break
  }
}

/** One tag with one text. What fits on a page is not divided. */
const drawTagged = (kind: string, text: Text, set: SetText, { doc, look, x, cursor }: Place, parent: Tag, keep = 0): void => {
  const tag = openTag(doc, parent, kind)
  const whole = set.height <= cursor.page ? cursor.take(set.height, keep) : undefined
  drawText(doc, tag, set, { x, colour: text.colour, look }, (line) => (whole === undefined ? cursor.take(set.line) : whole + line * set.line))
  tag.end()
}

type Columns = Extract<Block, { kind: 'columns' }>

const columnsOf = ({ parts, gap }: Columns, width: number) => {
  const room = width - gap * (parts.length - 1)
  const shares = parts.reduce((sum, { share }) => sum + share, 0)
  let x = 0
  return parts.map(({ share, blocks }) => {
    const column = { x, width: (room * share) / shares, blocks }
    x += column.width + gap
    return column
  })
}

const drawColumns = (block: Columns, place: Place, parent: Tag): void => {
  const height = heightOfBlock(block, place.width, place.look)
  // Columns are not divided over pages: where they are too high for one, what they hold is set below each other.
  if (height > place.cursor.page) {
    for (const { blocks } of block.parts) drawBlocks(blocks, place, parent)
    return
  }
  const y = place.cursor.take(height)
  for (const column of columnsOf(block, place.width)) {
    drawBlocks(column.blocks, { ...place, x: place.x + column.x, width: column.width, cursor: fixed(y, place.cursor.page) }, parent)
  }
}

const drawPanel = (blocks: readonly Block[], place: Place, parent: Tag): void => {
  const { doc, look, x, width, cursor } = place
  const padding = PANEL_PADDING * look.scale
  const inside = { ...place, x: x + PANEL_PADDING, width: width - 2 * PANEL_PADDING }
  const height = heightOf(blocks, inside.width, look) + 2 * padding
  if (height > cursor.page) {
    drawBlocks(blocks, place, parent)
    return
  }
  const y = cursor.take(height)
  drawArtifact(doc, 'Layout', () => doc.roundedRect(x, y, width, height, 5).fill(fillOf('pale')))
  drawBlocks(blocks, { ...inside, cursor: fixed(y + padding, cursor.page) }, parent)
}

/** A place on a page that is known to have room. */
const fixed = (from: number, page: number): Cursor => {
  let y = from
  return {
    take: (height) => {
      const top = y
      y += height
      return top
    },
    page,
  }
}

const sizeOf = ({ width, height, shown = width }: Picture, column: number, look: Look) => {
  const drawn = shown === 'column' ? column : Math.min(column, shown * look.scale)
  return { width: drawn, height: (height * drawn) / width, scale: drawn / width }
}

const drawPicture = (alt: string | null, picture: Picture, { doc, look, x, width, cursor }: Place, parent: Tag): void => {
  const size = sizeOf(picture, width, look)
  const y = cursor.take(size.height)
  const draw = () => {
    doc.save().translate(x, y).scale(size.scale).rect(0, 0, picture.width, picture.height).clip()
    picture.draw(penOn(doc))
    doc.restore()
  }
  if (alt === null) {
    drawArtifact(doc, 'Layout', draw)
    return
  }
  const figure = openTag(doc, parent, 'Figure', { alt, bbox: [x, y, x + size.width, y + size.height] })
  figure.add(draw)
  figure.end()
}
