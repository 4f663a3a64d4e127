import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines } from './break-lines.ts'

/** Every letter is one wide. */
const measure = (_run: number, text: string) => text.length
const linesOf = (runs: readonly string[], width: number) => breakLines(runs, width, measure).map((line) => line.map(({ text }) => text).join(''))

test('lines end at spaces and after hyphens between letters', () => {
  expect(linesOf(['Wer darf dolmetschen'], 10)).toEqual(['Wer darf ', 'dolmetschen'.slice(0, 10), 'n'])
  expect(linesOf(['Ordnungs- und Dienst'], 9)).toEqual(['Ordnungs- ', 'und ', 'Dienst'])
  expect(linesOf(['Landkreis-Auental'], 10)).toEqual(['Landkreis-', 'Auental'])
  expect(linesOf(['13-15 Uhr'], 5)).toEqual(['13-15 ', 'Uhr'])
})

test('no line ends where one run meets the next, and none begins with a space', () => {
  expect(linesOf(['siehe „', 'Titel', '“. Ende'], 9)).toEqual(['siehe ', '„Titel“. ', 'Ende'])
  expect(linesOf(['eins ', ' zwei'], 5)).toEqual(['eins ', 'zwei'])
})

test('a space that does not break keeps number and unit together', () => {
  expect(linesOf(['von 75\u00a0Minuten'], 8)).toEqual(['von ', '75\u00a0Minut', 'en'])
})

test('whatever the text, its letters stay in order and no line is too wide', () => {
  const runs = fc.array(fc.string({ unit: fc.constantFrom('a', 'ä', '-', ' ', '/', '🙂', 'W') }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(runs, fc.integer({ min: 2, max: 12 }), (texts, width) => {
      const lines = linesOf(texts, width)
      const bare = (text: string) => text.replaceAll(' ', '')
      expect(bare(lines.join(''))).toBe(bare(texts.join('')))
      for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(width)
    }),
  )
})
