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

test('years with a dash, E-Mail and the number of a case of the Court of Justice stay in one piece', () => {
  expect(keptTogether('Brief, E-Mail oder Upload; E-Mails 2013–2015, Seite 3 – 5')).toBe(
    'Brief, E-\u2060Mail oder Upload; E-\u2060Mails 2013–\u20602015, Seite 3\u00a0– 5',
  )
  expect(keptTogether('Urteil vom 30. März 2023 (C-34/21), nicht C-Teil 3, HBC-12/3')).toBe(
    'Urteil vom 30.\u00a0März 2023 (C-\u206034/21), nicht C-Teil 3, HBC-12/3',
  )
})

test('everything else may be broken', () => {
  for (const text of ['Fünf Tage später', 'Absatz 3', 'im Mai 2026', '3. Maifeier', '30 Jahreszeiten', 'Minikurs 3']) expect(spaces(text)).toBe(text)
})
