import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { drawQr } from './qr-drawing.ts'

/** Pixels of a module: cameras see no single points. */
const PIXELS = 4

/** What a camera reads from the rectangles of the path. */
const seen = (text: string): string | undefined => {
  const { size, path } = drawQr(text)
  const side = size * PIXELS
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * PIXELS; row < (Number(y) + 1) * PIXELS; row += 1)
      for (let column = Number(x) * PIXELS; column < (Number(x) + Number(width)) * PIXELS; column += 1)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  }
  return (typeof jsqr === 'function' ? jsqr : (jsqr as { default: typeof jsqr }).default)(pixels, side, side)?.data
}

test.each([
  ['https://lernen.auental.example/verify/7KQ4-92MX-ABCD'],
  ['http://127.0.0.1:3000/verify/0000-0000-0000'],
  [`https://${'l'.repeat(200)}.example/verify/ZZZZ-ZZZZ-ZZZZ`],
])('a camera reads the address: %s', (address) => {
  expect(seen(address)).toBe(address)
})

test('there is room around the code, and the same text is drawn alike', () => {
  const { size, path } = drawQr('https://lernen.auental.example/verify/7KQ4-92MX-ABCD')
  const corners = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [Number(x), Number(y), Number(x) + Number(width)] as const)
  expect(Math.min(...corners.map(([x, y]) => Math.min(x, y)))).toBe(4)
  expect(Math.max(...corners.map(([, , right]) => right))).toBe(size - 4)
  expect(drawQr('https://lernen.auental.example/verify/7KQ4-92MX-ABCD').path).toBe(path)
})
