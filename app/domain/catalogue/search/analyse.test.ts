import { expect, test } from 'vitest'
import { analyserFor } from './analyse.ts'

const termsOf = (text: string, language: 'de' | 'en' = 'de') => analyserFor(language)(text).map(({ term }) => term)
const alsoOf = (text: string) => analyserFor('de')(text).flatMap(({ also }) => also)

test('however an umlaut is written, it is one word', () => {
  expect(new Set(termsOf('Übersetzung Übersetzungen Uebersetzung Ubersetzung ÜBERSETZUNG Übersetzung'))).toEqual(new Set(['ubersetz']))
  expect(new Set(termsOf('Straße Strasse Straßen'))).toEqual(new Set(['strass']))
  expect(new Set(termsOf('Häuser haeuser Haus'))).toEqual(new Set(['haus']))
  expect(termsOf('neue Bauern aktuell Quelle')).toEqual(['neu', 'bau', 'aktull', 'quell'])
})

test('a title is the same for women and men, and short words that only look like one stay', () => {
  expect(new Set(termsOf('Dolmetscher Dolmetscherin Dolmetscherinnen Dolmetscher*innen'))).toContain('dolmetsch')
  expect(termsOf('Dolmetscherin')).toEqual(termsOf('Dolmetscher'))
  expect(termsOf('Kolleginnen')).toEqual(termsOf('Kollege'))
  expect(termsOf('Termin')).toEqual(['termin'])
})

test('the number of a norm keeps its sign, also in lists, and subsections do not become norms', () => {
  expect(termsOf('§ 25')).toEqual(['§25'])
  expect(termsOf('§25')).toEqual(['§25'])
  expect(termsOf('Paragraf 25').filter(Boolean)).toEqual(['§25'])
  expect(termsOf('§§ 24, 25 und 28a HVwVfG').filter(Boolean)).toEqual(['§24', '§25', '§28a', 'hvwvfg'])
  expect(termsOf('§ 82 Abs. 1 und 3 AufenthG').filter(Boolean)).toEqual(['§82', 'abs', '1', '3', 'aufenthg'])
  expect(termsOf('Art. 3 GG').filter(Boolean)).toEqual(['art3', 'gg'])
  expect(alsoOf('§ 25')).toEqual(['25'])
})

test('joined words are found by their parts and by the whole', () => {
  expect(termsOf('Zwei-Sinne-Prinzip')).toEqual(['zwei', 'sinn', 'prinzip'])
  expect(new Set(alsoOf('Zwei-Sinne-Prinzip'))).toEqual(new Set(['-zweisinneprinzip']))
  expect(alsoOf('Ein- und Ausgang')).toEqual([])
})

test('English words are stemmed in English, and German ones in them are still found', () => {
  expect(new Set(termsOf('interpreter interpreters interpreting', 'en'))).toEqual(new Set(['interpret']))
  expect(termsOf('the client’s hearing (Anhörung)', 'en').filter(Boolean)).toEqual(['client', 'hear', 'anhorung'])
})

test('signs, other scripts and empty texts are no trouble', () => {
  expect(termsOf('(a+)+$ 😀 & – %').filter(Boolean)).toEqual([])
  expect(termsOf('مرحبا')).toEqual(['مرحبا'])
  expect(termsOf('')).toEqual([])
  expect(termsOf('und oder die').filter(Boolean)).toEqual([])
})
