import type { Colour, Pen } from './paper.ts'
import type { Doc } from './tagged-pdf.server.ts'

const FILLS: Readonly<Record<Colour, string>> = {
  ink: '#131525',
  soft: '#51577a',
  blue: '#2044aa',
  pale: '#ecf1fa',
  line: '#b9c0d4',
  sun: '#ffb43d',
  white: '#ffffff',
}

/** A named colour of paper, or any other as `#rrggbb`. */
export const fillOf = (colour: Colour | string): string => (Object.hasOwn(FILLS, colour) ? FILLS[colour as Colour] : colour)

/** Draws shapes where the document's origin is at the moment. */
export const penOn = (doc: Doc): Pen => ({
  rectangle: (x, y, width, height, fill) => void doc.rect(x, y, width, height).fill(fillOf(fill)),
  circle: (x, y, radius, fill) => void doc.circle(x, y, radius).fill(fillOf(fill)),
  path: (d, look) => {
    if ('stroke' in look) {
      doc.lineWidth(look.width).path(d).stroke(fillOf(look.stroke))
      return
    }
    doc.save()
    if (look.turn !== undefined) doc.rotate(look.turn.degrees, { origin: [look.turn.x, look.turn.y] })
    doc.path(d).fill(fillOf(look.fill)).restore()
  },
})
