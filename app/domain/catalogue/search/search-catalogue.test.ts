import { expect, test } from 'vitest'
import { compileWith, ITEMS_FILE, MODULE_FILE, MODULE_HEAD } from '#app/content/fixtures/course-folder.server.ts'
import type { Catalogue } from '../catalogue.ts'
import { searchCatalogue } from './search-catalogue.ts'

const TEXT = `Wer eine Aufenthaltserlaubnis hat, teilt das Ende der Arbeit mit.

## Wer dolmetscht?

Eine Dolmetscherin überträgt vollständig. Kinder übersetzen nicht.

Der Warteraum ist laut, und die Frist läuft ab.

<Figure src="zeitleiste.svg" alt="Ein Pfeil zeigt auf den Kalender." caption="Zeit bis zum Bescheid" />

<LegalReference norm="§ 82 Abs. 1 und 3 AufenthG" stand="2026-08" review="2027-02">
Nachweise sind beizubringen.
</LegalReference>

<Letter caption="Ein Brief">
<Line n="1">Bitte bringen Sie die Lohnabrechnung mit.</Line>
<Note n="1" title="Unterlagen">Konkret benannt.</Note>
</Letter>

<Callout kind="work" title="Am Schalter">
Sprechen Sie langsam.
</Callout>

<Item id="frage-1" />

<Item id="szene" />
`
const ITEMS = `items:
  - kind: single
    id: frage-1
    competences: [K1]
    prompt: Wer darf im Gespräch *dolmetschen*?
    options:
      - { id: a, text: Die Nachbarskatze, correct: true, feedback: Geheimer Elefant. }
      - { id: b, text: Das Nilpferd, feedback: Verborgenes Zebra. }
  - kind: critical-incident
    id: szene
    competences: [K1]
    title: Im Treppenhaus
    situation: Zwei Leute streiten.
    question: Wie erklären Sie das?
    options:
      - { id: a, field: person, rating: 5, text: Giraffe, feedback: Nashorn. }
      - { id: b, field: situation, rating: 3, text: Antilope, feedback: Gepard. }
      - { id: c, field: institution, rating: 2, text: Gazelle, feedback: Hyäne. }
`
const GLOSSARY = `- id: sprachmittlung
  term: Sprachmittlung
  also: [Übersetzerin, mündliche Übertragung]
  definition: Übertragung zwischen Sprachen.
- id: frist
  term: Frist
  definition: Zeit bis zu einem Tag.
`
const ENGLISH = {
  '01-erster-kurs/course.en.mdx': `---
id: erster-kurs
title: First course
summary: What it is about.
minutes: 2
competences: [K1]
core_for: [case_work]
published_on: 2026-05-04
review_on: 2027-12-31
objectives:
  - You can do something.
---
Introduction.
`,
  '01-erster-kurs/01-erstes-modul/module.en.mdx': `---
id: erstes-modul
title: First module
summary: The core.
minutes: 2
---
A ferry crosses the river.
`,
}

const catalogueOf = async (files: Parameters<typeof compileWith>[0]): Promise<Catalogue> => {
  const compiled = await compileWith(files)
  const courses = compiled.courses.flatMap(({ course }) => (course === undefined ? [] : [course]))
  expect(compiled.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  return { courses, glossary: compiled.glossary, bibliography: [], findings: [], keys: {} }
}
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"></svg>'
const catalogue = await catalogueOf({
  [MODULE_FILE]: `${MODULE_HEAD}\n${TEXT}`,
  [ITEMS_FILE]: ITEMS,
  'glossary.de.yaml': GLOSSARY,
  '01-erster-kurs/01-erstes-modul/zeitleiste.svg': SVG,
})

const search = (words: string, more: Partial<Parameters<typeof searchCatalogue>[2]> = {}, courses = catalogue.courses) =>
  searchCatalogue(catalogue, courses, { words, language: 'de', page: 1, ...more })
/** Every place that was found, and the words marked there. */
const hitsOf = async (words: string) => {
  const { groups } = await search(words)
  return groups.flatMap(({ passages }) =>
    passages.map(({ place, title, excerpt }) => ({
      place: place.kind === 'block' ? place.anchor : place.kind === 'item' ? place.item.id : place.kind,
      marked: [...title, ...excerpt].filter(({ found }) => found).map(({ text }) => text),
    })),
  )
}

test.each([
  ['Aufenthaltserlaubnis', 'Aufenthaltserlaubnis'],
  ['aufenthaltserlaubniss', 'Aufenthaltserlaubnis'],
  ['Erlaubnisse', 'Aufenthaltserlaubnis'],
  ['Aufenthalt', 'Aufenthaltserlaubnis'],
  ['Uebersetzen', 'übersetzen'],
  ['Ubersetzung', 'übersetzen'],
  ['dolmetscher', 'Dolmetscherin'],
  ['§ 82', '§ 82'],
  ['82 AufenthG', '§ 82'],
  ['Lohnabrechnungen', 'Lohnabrechnung'],
  ['Kalender', 'Kalender'],
  ['langsam', 'langsam'],
  ['Treppenhaus', 'Treppenhaus'],
  ['Dolmetscherkinder', 'Dolmetscherin'],
])('%s finds the place that says %s', async (words, marked) => {
  expect((await hitsOf(words)).flatMap((hit) => hit.marked)).toContain(marked)
})

test('a hit leads to its block, a heading goes with the block below it', async () => {
  const anchors = catalogue.courses[0]?.modules[0]?.text.de?.blocks ?? []
  const block = anchors.find(({ text }) => text.startsWith('Der Warteraum'))
  expect(await hitsOf('Warteraum')).toEqual([{ place: block?.id, marked: ['Warteraum'] }])
  expect((await hitsOf('vollständig'))[0]?.place).toBe('wer-dolmetscht')
  expect(await hitsOf('Szene streiten')).toEqual([{ place: 'szene', marked: ['streiten'] }])
})

test('nothing that is only said after an answer can be found, nor any option', async () => {
  for (const secret of ['Elefant', 'Zebra', 'Nashorn', 'Gepard', 'Nachbarskatze', 'Nilpferd', 'Giraffe', 'correct', 'rating'])
    expect((await search(secret)).kind, secret).toBe('none')
})

test('all words come before some of them', async () => {
  expect(await search('Warteraum Frist')).toMatchObject({ kind: 'all', total: 1 })
  const some = await search('Warteraum Frist Wolkenkratzer')
  expect(some).toMatchObject({ kind: 'some', total: 1 })
})

test('a title above a text helps to find it but is no hit of the text', async () => {
  expect((await search('Modul')).total).toBe(1)
  expect((await hitsOf('Modul Warteraum')).map(({ marked }) => marked)).toEqual([['Warteraum']])
})

test('a term asked for by name comes first', async () => {
  const { groups } = await search('Frist')
  expect(groups.map(({ place }) => place.kind)).toEqual(['term', 'module'])
})

test('another word for a term is answered with the term, whether or not it is found', async () => {
  expect(await search('Übersetzerin Wolkenkratzer')).toMatchObject({ related: ['Sprachmittlung'] })
  expect(await search('mündliche')).toMatchObject({ related: [] })
  expect(await search('Sprachmittlung Übersetzerin')).toMatchObject({ related: [] })
})

test('what is spelt wrongly beyond finding gets a word that texts hold', async () => {
  expect(await search('Lohnbrchnng')).toMatchObject({ kind: 'none', spelling: 'Lohnabrechnung' })
  expect(await search('Qxzwvj')).toMatchObject({ kind: 'none', spelling: undefined })
})

test('only courses that may be read are searched; terms are for everybody', async () => {
  expect((await search('Warteraum', {}, [])).kind).toBe('none')
  expect((await search('Frist', {}, [])).groups.map(({ place }) => place.kind)).toEqual(['term'])
})

test('one module can be searched alone, and an unknown one has no hits', async () => {
  const within = { course: 'erster-kurs', module: 'erstes-modul' }
  const all = await search('Frist', { within })
  expect(all.groups.map(({ place }) => place.kind)).toEqual(['module'])
  expect((await search('Frist', { within: { ...within, module: 'fehlt' } })).kind).toBe('none')
})

test('whatever is typed gets a calm answer', async () => {
  for (const words of ['', '   ', '\u202e', '\ud83d', '\u0000']) expect(await search(words), words).toMatchObject({ kind: 'nothing', words: '' })
  for (const words of ['und die', '(a+)+$', '😀', '%']) expect((await search(words)).kind, words).toBe('common')
  const long = await search(`Warteraum ${'😀'.repeat(5000)}`)
  expect(long).toMatchObject({ kind: 'all', total: 1 })
  expect(long.words.length).toBeLessThanOrEqual(200)
  expect(() => encodeURIComponent(long.words)).not.toThrow()
  expect((await search('Frist', { page: 999 })).page).toBe(1)
  for (const words of ['مرحبا', 'constructor', '__proto__', 'x'.repeat(10_000)]) expect((await search(words)).kind, words).toBe('none')
})

test('hits are listed three a module and ten modules a page, and all of one module on its own', async () => {
  const many = await catalogueOf(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        [
          `01-erster-kurs/${index + 10}-modul-${index}/module.de.mdx`,
          `${MODULE_HEAD.replace('erstes-modul', `modul-${index}`)}\n${'Die Ampel ist rot.\n\n'.repeat(40)}`,
        ],
      ]).flat(),
    ),
  )
  const ask = (page: number, within?: { course: string; module: string }) =>
    searchCatalogue(many, many.courses, { words: 'Ampel', language: 'de', page, within })
  const first = await ask(1)
  expect(first).toMatchObject({ total: 480, pages: 2 })
  expect(first.groups.map(({ passages }) => passages.length)).toEqual(Array.from({ length: 10 }, () => 3))
  expect((await ask(2)).groups).toHaveLength(2)
  const alone = await ask(2, { course: 'erster-kurs', module: 'modul-3' })
  expect(alone).toMatchObject({ total: 40, pages: 2, page: 2 })
  expect(alone.groups[0]?.passages).toHaveLength(10)
})

test('hits in the other language are counted where there are none in this one', async () => {
  const both = await catalogueOf({ ...ENGLISH, [MODULE_FILE]: `${MODULE_HEAD}\nEine Fähre quert den Fluss.\n`, [ITEMS_FILE]: undefined })
  const ask = (words: string, language: 'de' | 'en') => searchCatalogue(both, both.courses, { words, language, page: 1 })
  expect(await ask('Fähre', 'en')).toMatchObject({ kind: 'none', elsewhere: 1 })
  expect(await ask('ferry', 'de')).toMatchObject({ kind: 'none', elsewhere: 1 })
  expect(await ask('ferries', 'en')).toMatchObject({ kind: 'all', elsewhere: 0, total: 1 })
})

test('a course published before its blocks were named is still found by its titles', async () => {
  const [course] = catalogue.courses
  const old = { ...catalogue, courses: [JSON.parse(JSON.stringify(course, (key, value) => (key === 'blocks' ? undefined : value)))] }
  expect(await searchCatalogue(old, old.courses, { words: 'Treppenhaus', language: 'de', page: 1 })).toMatchObject({ total: 1 })
})
