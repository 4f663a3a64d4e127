import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { COURSE_FILE, compileWith, ITEMS_FILE, MINIMAL, MODULE_FILE, MODULE_HEAD, SINGLE, shown, writeCourses } from '../fixtures/course-folder.server.ts'
import { jsonSchemas } from '../json-schemas.ts'
import { compileCourses } from './compile-courses.server.ts'
import { LOCK_FILE, lockText } from './lock.server.ts'
import { newFiles } from './templates.ts'

const TODAY = '2026-11-22'
const temporary = (files = MINIMAL) => {
  const place = writeCourses(files)
  onTestFinished(place.remove)
  return place
}
const compile = (folder: string) => compileCourses(folder, { today: TODAY, cache: null, isolate: false })

test('a course becomes a revision without keys, and a key beside it', async () => {
  const {
    courses: [compiled],
  } = await compileWith({})
  expect(compiled?.course).toMatchObject({
    id: 'erster-kurs',
    slug: 'erster-kurs',
    number: 1,
    minutes: 2,
    competences: ['K1'],
    core_for: ['case_work'],
    optional_for: [],
    pass_mark: 70,
    languages: ['de'],
    text: { de: { title: 'Erster Kurs', objectives: ['Sie können etwas.'], body: [['p', {}, 'Einführung.']] } },
    modules: [
      {
        id: 'erstes-modul',
        slug: 'erstes-modul',
        number: '1.1',
        minutes: 2,
        items: [{ id: 'frage-1', kind: 'single', required: true, counts: true, minutes: 1 }],
        text: {
          de: {
            title: 'Erstes Modul',
            contents: [{ id: 'anfang', title: 'Anfang' }],
            body: [
              ['h2', { id: 'anfang' }, 'Anfang'],
              ['p', {}, 'Text.'],
              ['Item', { id: 'frage-1' }],
            ],
            items: { 'frage-1': { kind: 'single', prompt: 'Was gilt?' } },
          },
        },
      },
    ],
  })
  expect(compiled?.course?.revision).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(compiled?.course)).not.toMatch(/correct|feedback/)
  expect(compiled?.key.de?.['erstes-modul']?.['frage-1']).toMatchObject({
    kind: 'single',
    options: [
      { correct: true, feedback: 'Ja.' },
      { correct: false, feedback: 'Nein.' },
    ],
  })
})

test('the revision depends on what is written, on keys and on pictures, and on nothing else', async () => {
  const svg = (fill: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect fill="${fill}"/></svg>`
  const figure = { [MODULE_FILE]: `${MODULE_HEAD}\n<Figure src="bild.svg" alt="x" />\n\n<Item id="frage-1" />\n` }
  const revisionOf = async (files: Parameters<typeof compileWith>[0]) => (await compileWith(files)).courses[0]?.course?.revision
  const first = await revisionOf({})
  expect(await revisionOf({})).toBe(first)
  expect(await revisionOf({ '01-erster-kurs/notiz.md': 'x' })).toBe(first)
  expect(await revisionOf({ [ITEMS_FILE]: `items:\n${SINGLE.replace('Nein.', 'Doch nicht.')}` })).not.toBe(first)
  const red = await revisionOf({ ...figure, '01-erster-kurs/01-erstes-modul/bild.svg': svg('red') })
  expect(await revisionOf({ ...figure, '01-erster-kurs/01-erstes-modul/bild.svg': svg('blue') })).not.toBe(red)
})

test('a published id must not vanish, unless it is retired', async () => {
  const { folder, write } = temporary()
  const lock = lockText((await compile(folder)).lock, (await compile(folder)).courses)
  write({ [LOCK_FILE]: lock })
  expect((await compile(folder)).findings).toEqual([])
  write({ [ITEMS_FILE]: `items:\n${SINGLE.replace('frage-1', 'frage-2')}`, [MODULE_FILE]: `${MODULE_HEAD}\n<Item id="frage-2" />\n` })
  const vanished = await compile(folder)
  expect(shown(vanished)).toEqual([`${LOCK_FILE}:5:3 id-vanished`])
  expect(vanished.publishable.size).toBe(0)
  write({ [LOCK_FILE]: lock.replace(/(frage-1.*) \}/, '$1, retired: true }') })
  const retired = await compile(folder)
  expect(shown(retired)).toEqual([])
  expect(lockText(retired.lock, retired.courses)).toMatch(/frage-1.*retired: true[\s\S]*frage-2/)
  write({ [ITEMS_FILE]: MINIMAL[ITEMS_FILE], [MODULE_FILE]: MINIMAL[MODULE_FILE] })
  expect(shown(await compile(folder))).toEqual([`${LOCK_FILE}:5:3 id-retired`])
})

test('an id is not called vanished while its file cannot be read', async () => {
  const { folder, write } = temporary()
  const first = await compile(folder)
  write({ [LOCK_FILE]: lockText(first.lock, first.courses), [ITEMS_FILE]: 'items: [' })
  expect((await compile(folder)).findings.map((entry) => entry.code)).not.toContain('id-vanished')
  write({ [ITEMS_FILE]: MINIMAL[ITEMS_FILE], [MODULE_FILE]: '---\nid: [\n---\n' })
  expect((await compile(folder)).findings.map((entry) => entry.code)).not.toContain('id-vanished')
})

test('a changed text is announced by the lock', async () => {
  const { folder, write } = temporary()
  const first = await compile(folder)
  write({ [LOCK_FILE]: lockText(first.lock, first.courses) })
  write({ [COURSE_FILE]: `${MINIMAL[COURSE_FILE]}\nNeu.\n` })
  expect((await compile(folder)).findings.map((entry) => `${entry.code} ${entry.message.de.match(/\(.*\)/)?.[0]}`)).toEqual([
    'lock-outdated (0 neu, 1 geändert)',
  ])
  write({ [COURSE_FILE]: `${MINIMAL[COURSE_FILE]}`.replaceAll('\n', '\r\n') })
  expect((await compile(folder)).findings).toEqual([])
})

test('compiled courses are taken from the cache until a source changes, and a damaged cache is rebuilt', async () => {
  const { folder, write } = temporary()
  const cache = join(folder, '.cache')
  const run = () => compileCourses(folder, { today: TODAY, cache, isolate: false })
  const first = await run()
  const [file = ''] = readdirSync(cache)
  writeFileSync(join(cache, file), readFileSync(join(cache, file), 'utf8').replaceAll('Was gilt?', 'Aus dem Zwischenspeicher'))
  expect(JSON.stringify((await run()).courses)).toContain('Aus dem Zwischenspeicher')
  writeFileSync(join(cache, file), '{"folder":')
  expect((await run()).courses).toEqual(first.courses)
  write({ [ITEMS_FILE]: `items:\n${SINGLE.replace('Was gilt?', 'Neu?')}` })
  expect(JSON.stringify((await run()).courses)).toContain('Neu?')
})

test('a folder that is missing or empty is a catalogue without courses', async () => {
  const { folder } = temporary({})
  expect(await compile(folder)).toMatchObject({ courses: [], findings: [] })
  expect(await compile(join(folder, 'fehlt'))).toMatchObject({ courses: [], findings: [] })
})

test('what a new module is made from has no fault', async () => {
  const files = newFiles({ folder: '01-neu', slug: 'neu', isNew: true }, { folder: '01-anfang', slug: 'anfang' }, TODAY, '2027-11-22')
  const { folder } = temporary(Object.fromEntries(files.map((file) => [file.path, file.text])))
  expect(shown(await compile(folder))).toEqual([])
})

test('the schemas for editors are up to date: npm run courses -- schema', () => {
  for (const [name, text] of Object.entries(jsonSchemas())) expect(readFileSync(join('courses/.schema', name), 'utf8'), name).toBe(text)
})

test('the shipped courses have no error', async () => {
  const compiled = await compileCourses('courses', { today: TODAY, cache: null, isolate: false })
  expect(shown({ findings: compiled.findings.filter((entry) => entry.severity === 'error') })).toEqual([])
  expect(compiled.publishable.size).toBe(compiled.courses.length)
})
