import { expect, test } from 'vitest'
import type { GlossaryEntry } from '#app/content/course.ts'
import { aCatalogue, aCourse, aModule } from '#tests/support/course.ts'
import { germanApart, listTerms } from './terms.ts'

const glossary = (...entries: readonly GlossaryEntry[]) => Object.fromEntries(entries.map((entry) => [entry.id, entry]))
const text = (term: string) => ({
  title: 'Modul',
  summary: 'Kern.',
  sources: [],
  contents: [],
  blocks: [],
  items: {},
  body: [['p', {}, 'Eine ', ['Term', { id: term }, 'Frist'], ' und noch eine ', ['Term', { id: term }, 'Frist']]] as const,
})
const module = aModule('macht', [], { text: { de: text('frist') } })
const course = aCourse([module])
const catalogue = {
  ...aCatalogue(course),
  glossary: {
    de: glossary(
      { id: 'uebung', term: 'Übung', definition: '…' },
      { id: 'frist', term: 'Frist', definition: '…' },
      { id: 'amt', term: 'Amt', definition: '…' },
      { id: 'zwei', term: '2-Sinne', definition: '…' },
    ),
    en: glossary({ id: 'frist', term: 'deadline (Frist)', definition: 'A day (Tag).', german: ['Tag'] }),
  },
}

test('terms stand under their letter, in the order of the language', () => {
  const letters = listTerms(catalogue, 'de', [course])
  expect(letters.map(({ letter, terms }) => [letter, ...terms.map(({ name }) => name)])).toEqual([
    ['#', '2-Sinne'],
    ['A', 'Amt'],
    ['F', 'Frist'],
    ['U', 'Übung'],
  ])
})

test('a term names each module that explains it once, and none that may not be read', () => {
  const usedIn = (readable: Parameters<typeof listTerms>[2]) =>
    listTerms(catalogue, 'de', readable).flatMap(({ terms }) => terms.flatMap((term) => term.usedIn))
  expect(usedIn([course]).map((use) => use.module.id)).toEqual(['macht'])
  expect(usedIn([])).toEqual([])
})

test('a page in another language shows the German term apart', () => {
  expect(listTerms(catalogue, 'en', [course])).toMatchObject([
    { letter: 'D', terms: [{ name: 'deadline', german: 'Frist', germanWords: ['Tag'], usedIn: [{ module }] }] },
  ])
  expect(germanApart('AMIF', 'en')).toEqual({ name: 'AMIF', german: undefined })
  expect(germanApart('Anhörung (mündlich)', 'de')).toEqual({ name: 'Anhörung (mündlich)', german: undefined })
})
