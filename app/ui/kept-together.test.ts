import { expect, test } from 'vitest'
import { keptTogether } from './kept-together.ts'

const spaces = (text: string) => keptTogether(text).replaceAll('\u00a0', '~')

test('numbers stay with their sign and their unit, abbreviations in one piece', () => {
  expect(spaces('Nach § 82 Abs. 1 und §§ 3 und 4 gilt, z. B. nach 20 Minuten, zu 40 % und in Modul 1.2.')).toBe(
    'Nach §~82 Abs.~1 und §§~3 und 4 gilt, z.~B. nach 20~Minuten, zu 40~% und in Modul~1.2.',
  )
})

test('a day stays with its month, and no line begins with a dash', () => {
  expect(spaces('Bis 15. März, spätestens am 3. Mai 2026 – oder von 1 July to 30 June 2027.')).toBe(
    'Bis 15.~März, spätestens am 3.~Mai 2026~– oder von 1~July to 30~June 2027.',
  )
  expect(spaces('who – what – by when')).toBe('who~– what~– by when')
})

test('everything else may be broken', () => {
  for (const text of ['Fünf Tage später', 'Absatz 3', 'im Mai 2026', '3. Maifeier', '2013–2015', '30 Jahreszeiten', 'Minikurs 3'])
    expect(spaces(text)).toBe(text)
})
