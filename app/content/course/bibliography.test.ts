import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileWith, shown } from '../fixtures/course-folder.server.ts'

const WORK = `- id: mueller-2020
  subject: fairness
  authors: ['Müller, A.']
  year: 2020
  doi: 10.1000/182
  status: [record, abstract]
  checked: 2026-11-22
  supports: { de: Wofür., en: What for. }
  limits: { de: Grenze., en: Limit. }
  used_in: [erster-kurs/erstes-modul]
`
const check = (text: string) => compileWith({ 'bibliography.yaml': text })

test('a work without fault is read, and what may be left out is', async () => {
  const compiled = await check(WORK)
  expect(shown(compiled)).toEqual([])
  expect(compiled.bibliography).toEqual([
    {
      id: 'mueller-2020',
      subject: 'fairness',
      authors: ['Müller, A.'],
      year: 2020,
      lang: 'en',
      doi: '10.1000/182',
      status: ['record', 'abstract'],
      checked: '2026-11-22',
      supports: { de: 'Wofür.', en: 'What for.' },
      limits: { de: 'Grenze.', en: 'Limit.' },
      used_in: ['erster-kurs/erstes-modul'],
    },
  ])
})

test('no file is an empty bibliography', async () => {
  expect((await compileWith({})).bibliography).toEqual([])
})

test.each([
  ['a doi that is an address', WORK.replace('10.1000/182', 'https://doi.org/10.1000/182'), '5:8 value-format'],
  ['a doi without its number', WORK.replace('10.1000/182', 'keiner'), '5:8 value-format'],
  ['no status', WORK.replace(/ {2}status:.*\n/, ''), '1:3 key-missing'],
  ['an empty status', WORK.replace('[record, abstract]', '[]'), '6:11 value-short'],
  ['a status nobody knows', WORK.replace('abstract]', 'abstrakt]'), '6:20 value-choice'],
  ['unchecked and checked', WORK.replace('abstract]', 'unchecked]'), '6:11 value-format'],
  ['one language only', WORK.replace(', en: What for.', ''), '8:13 key-missing'],
  ['a subject nobody knows', WORK.replace('fairness', 'fairnes'), '2:12 value-choice'],
  ['a day that does not exist', WORK.replace('2026-11-22', '2026-11-31'), '7:12 value-format'],
  ['a key nobody knows', WORK.replace('year:', 'jahr:'), '4:3 key-unknown'],
  ['the same id twice', WORK + WORK, '11:7 duplicate-id'],
  ['a module that does not exist', WORK.replace('erstes-modul', 'erstes-modull'), '10:13 module-unknown'],
  ['no list', 'id: mueller\n', '1:1 value-type'],
])('%s is a finding at its place', async (_, text, place) => {
  const found = shown(await check(text)).map((line) => line.replace('bibliography.yaml:', ''))
  expect(found).toContain(place)
  expect(found).toHaveLength(place.includes('key-unknown') ? 2 : 1)
})

test('findings say what is and what helps, in German and in English', async () => {
  const { findings } = await check(WORK.replace('10.1000/182', 'keiner') + WORK.replace('erstes-modul', 'erstes-modull'))
  const own = findings.filter(({ file }) => file === 'bibliography.yaml')
  expect(own.map(({ message, hint }) => [message.de, hint.de, message.en, hint.en])).toEqual([
    [
      '„doi“ hat nicht die richtige Form.',
      'Erwartet wird: ein DOI wie 10.1037/bul0000067, ohne https://doi.org/.',
      '"doi" does not have the right form.',
      'Expected: a DOI such as 10.1037/bul0000067, without https://doi.org/.',
    ],
    [
      'Das Modul „erster-kurs/erstes-modull“ gibt es nicht.',
      'Meinten Sie „erster-kurs/erstes-modul“? Gemeint sind die ids von Kurs und Modul: kurs/modul.',
      'There is no module "erster-kurs/erstes-modull".',
      'Did you mean "erster-kurs/erstes-modul"? What is meant are the ids of course and module: course/module.',
    ],
  ])
})

test('a faulty work keeps neither the others nor the courses back', async () => {
  const compiled = await check(WORK + WORK.replace('mueller-2020', 'meier-2021').replace(/ {2}status:.*\n/, ''))
  expect(compiled.bibliography.map(({ id }) => id)).toEqual(['mueller-2020'])
  expect(compiled.publishable.size).toBe(1)
})

test('the sample of the guide passes as it stands', async () => {
  const guide = readFileSync('courses/README.md', 'utf8')
  const sample = /## \d+ · Die Literatur[\s\S]*?```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
  expect(sample).toContain('doi:')
  expect(shown(await check(sample)).filter((line) => !line.endsWith('module-unknown'))).toEqual([])
})
