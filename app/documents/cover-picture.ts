/** The cover of a course in print: the colours of the light screen as fixed values, because paper knows no colour-mix. */
import { drawCover, outlineOf } from '#app/ui/cover-drawing.ts'
import type { Picture } from './paper.ts'

/** Way, ground, faint shapes, strong shapes: what app/ui/styles/components/cover.css mixes from KERN's colours. */
const FAMILIES: Readonly<Record<string, { readonly way: string; readonly s0: string; readonly s1: string; readonly s2: string }>> = {
  blau: { way: '#2044aa', s0: '#ecf1fa', s1: '#dbe4f5', s2: '#b8c9eb' },
  see: { way: '#00536e', s0: '#e5f5fc', s1: '#cdebf9', s2: '#99d7f3' },
  moos: { way: '#005741', s0: '#e6f5f0', s1: '#cfece3', s2: '#9dd9c8' },
  flieder: { way: '#612d86', s0: '#f6edfc', s1: '#efddf8', s2: '#debcf0' },
  nacht: { way: '#3b405f', s0: '#f0f0f5', s1: '#e2e3ec', s2: '#c5c8d8' },
}

/** The picture of a course on a grid of cells, as wide as its column. */
export const coverPicture = (courseId: string, number: number, cols: number, rows: number): Picture => {
  const { family, width, height, shapes, way, door } = drawCover(courseId, number, cols, rows)
  const colours = FAMILIES[family] ?? { way: '#2044aa', s0: '#ecf1fa', s1: '#dbe4f5', s2: '#b8c9eb' }
  return {
    width,
    height,
    shown: 'column',
    draw: (pen) => {
      pen.rectangle(0, 0, width, height, colours.s0)
      for (const shape of shapes) {
        const turn = { degrees: shape.quarter * 90, x: shape.x + shape.size / 2, y: shape.y + shape.size / 2 }
        pen.path(outlineOf(shape), { fill: colours[shape.tone], turn })
      }
      pen.path(way, { stroke: colours.way, width: 9 })
      pen.path(`M${door.x} ${door.y}v-34a18 18 0 0 1 36 0v34z`, { fill: colours.way })
      pen.path(`M${door.x + 9} ${door.y}v-34a9 9 0 0 1 18 0v34z`, { fill: 'sun' })
    },
  }
}

/** The sign of the product. */
export const markPicture: Picture = {
  width: 40,
  height: 40,
  shown: 22,
  draw: (pen) => {
    pen.path('M4 38V18a16 16 0 0 1 32 0v20z', { fill: '#10235f' })
    pen.path('M8.5 38C9 28.5 21.5 28 22 19h6c-.3 9.5-6.5 11-7 19z', { fill: 'white' })
    pen.path('M20.5 19v-5a4.5 4.5 0 0 1 9 0v5z', { fill: 'sun' })
  },
}
