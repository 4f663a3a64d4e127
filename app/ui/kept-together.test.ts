import { expect, test } from 'vitest'
import { keptTogether } from './kept-together.ts'

const spaces = (text: string) => keptTogether(text).replaceAll('\u00a0', '~')

test('numbers stay with their sign and their unit, abbreviations in one piece', () => {
  expect(spaces('Nach § 82 Abs. 1 und §§ 3 und 4 gilt, z. B. nach 20 Minuten, zu 40 % und in Modul 1.2.')).toBe(
    'Nach §~82 Abs.~1 und §§~3 und 4 gilt, z.~B. nach 20~Minuten, zu 40~% und in Modul~1.2.',
  )
})

test('everything else may be broken', () => {
  for (const text of ['Fünf Tage später', 'Absatz 3', 'am 3. Mai 2026', '30 Jahreszeiten', 'Minikurs 3']) expect(spaces(text)).toBe(text)
})
