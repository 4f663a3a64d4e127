import { expect, test } from 'vitest'
import { analyserFor } from './analyse.ts'
import { excerpt, marked } from './excerpt.ts'

const analyse = analyserFor('de')
const cut = (text: string, ...terms: string[]) => excerpt(text, analyse(text), new Set(terms))
const shown = (segments: ReturnType<typeof cut>) => segments.map(({ text, found }) => (found ? `[${text}]` : text)).join('')
const filler = (count: number) => Array.from({ length: count }, (_, index) => `Wort${index}`).join(' ')

test('what was found is marked as it is written', () => {
  const text = 'Drei Übersetzungen und eine Uebersetzung.'
  expect(shown(marked(text, analyse(text), new Set(['ubersetz'])))).toBe('Drei [Übersetzungen] und eine [Uebersetzung].')
  expect(shown(marked(text, analyse(text), new Set()))).toBe(text)
})

test('a short text stays whole', () => {
  expect(shown(cut('Die Frist läuft.', 'frist'))).toBe('Die [Frist] läuft.')
})

test('a long text is cut between words around the first word found', () => {
  const text = `${filler(80)} Frist ${filler(80)}`
  const found = shown(cut(text, 'frist'))
  expect(found).toMatch(/^… Wort\d+ .*\[Frist\].* Wort\d+ …$/)
  expect(found.length).toBeLessThan(290)
})

test('where only the title was found, the text begins at its beginning', () => {
  expect(shown(cut(filler(80)))).toMatch(/^Wort0 .* …$/)
})

test('a word longer than any excerpt neither fails nor fills the page', () => {
  expect(shown(cut(`${'x'.repeat(5000)} Frist`)).length).toBeLessThan(300)
  expect(shown(cut(`Frist${'x'.repeat(5000)}`, 'frist')).length).toBeLessThan(300)
})
