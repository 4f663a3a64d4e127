import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Cover } from './cover.tsx'
import { drawCover } from './cover-drawing.ts'

const COURSES = [
  'willkommensbehoerde',
  'kultur-stereotype-bias',
  'kommunikation-am-schalter',
  'verstaendliche-sprache',
  'deeskalation',
  'recht',
  'trauma',
  'namen',
  'netzwerk',
  'fachkraefte',
  'oeffnung',
  'selbstfuersorge',
]
const FORMATS = [
  [8, 4],
  [6, 7],
  [16, 3],
  [9, 8],
] as const

test('the same course always gets the same cover, another course another', () => {
  expect(drawCover('a-course', 3, 8, 4)).toEqual(drawCover('a-course', 3, 8, 4))
  expect(drawCover('a-course', 3, 8, 4)).not.toEqual(drawCover('b-course', 3, 8, 4))
})

test('twelve courses beside each other differ in their way or their ground', () => {
  const pictures = COURSES.map((course, index) => drawCover(course, index + 1, 8, 4))
  expect(new Set(pictures.map(({ way, family }) => `${family} ${way}`)).size).toBe(12)
  expect(new Set(pictures.map(({ shapes }) => JSON.stringify(shapes))).size).toBe(12)
})

test('the way ends at the door, which stands whole inside the picture, and no shape lies on the way', () => {
  for (const [cols, rows] of FORMATS) {
    for (let number = 1; number <= 200; number++) {
      const { way, door, shapes, width, height } = drawCover(`course-${number}`, number, cols, rows)
      expect(way.endsWith(`L${door.x + 18},${door.y - 4.5}`)).toBe(true)
      expect(door.y - 52).toBeGreaterThanOrEqual(0)
      expect(door.y).toBeLessThanOrEqual(height)
      expect(door.x + 36).toBeLessThanOrEqual(width)
      for (const [, x, y] of way.matchAll(/Q([\d.]+),([\d.]+)/g))
        expect(shapes.some((shape) => shape.x < Number(x) && Number(x) < shape.x + shape.size && shape.y < Number(y) && Number(y) < shape.y + shape.size)).toBe(
          false,
        )
    }
  }
})

test('a cover is decoration without inline styles', () => {
  const svg = renderToStaticMarkup(<Cover courseId="a" number={7} />)
  expect(svg).toContain('aria-hidden="true"')
  expect(svg).not.toContain('style=')
})
