import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { COURSE_FILE, ITEMS_FILE, MINIMAL, MODULE_FILE, MODULE_HEAD, SINGLE, writeCourses } from '#app/content/fixtures/course-folder.server.ts'
import { freshDb } from '#tests/support/database.ts'
import { findCourse, findItem, findModule } from './catalogue.ts'
import { findRevision } from './load-catalogue.server.ts'
import { openCatalogue } from './open-catalogue.server.ts'

const NOW = '2026-11-22T08:00:00.000Z'
const LATER = '2026-11-23T08:00:00.000Z'

const house = async (files = MINIMAL) => {
  const { folder, write, remove } = writeCourses(files)
  onTestFinished(remove)
  const db = await freshDb()
  const open = (now = NOW) => openCatalogue(db, folder, now, { cache: join(folder, '.cache'), isolate: false })
  return { db, open, write }
}
const second = Object.fromEntries(
  Object.entries(MINIMAL).map(([path, text]) => [path.replace('01-erster-kurs', '02-zweiter-kurs'), `${text}`.replace('id: erster-kurs', 'id: zweiter-kurs')]),
)

test('the folder is published and served, frozen, with its key apart', async () => {
  const { db, open } = await house()
  const catalogue = await open()
  const course = findCourse(catalogue, 'erster-kurs')
  const module = course && findModule(course, 'erstes-modul')
  expect(course && module && findItem(catalogue, course, module, 'frage-1', 'en')).toMatchObject({
    kind: 'single',
    options: [{ correct: true }, { correct: false }],
  })
  expect(JSON.stringify(catalogue.courses)).not.toMatch(/correct|feedback/)
  expect(Object.isFrozen(course?.modules)).toBe(true)
  expect(await db.selectFrom('course').selectAll().execute()).toEqual([
    { id: 'erster-kurs', slug: 'erster-kurs', number: 1, current_revision_id: course?.revision, first_published_at: NOW },
  ])
})

test('opening again writes nothing', async () => {
  const { db, open } = await house()
  const first = await open()
  expect(await open(LATER)).toEqual(first)
  expect(await db.selectFrom('revision').select('created_at').execute()).toEqual([{ created_at: NOW }])
})

test('a change is a new revision, and the old one can still be read', async () => {
  const { db, open, write } = await house()
  const old = (await open()).courses[0]
  write({ [ITEMS_FILE]: `items:\n${SINGLE.replace('Was gilt?', 'Was gilt heute?')}` })
  const current = (await open(LATER)).courses[0]
  expect(current?.revision).not.toBe(old?.revision)
  expect((await findRevision(db, old?.revision ?? ''))?.course).toEqual(old)
  expect((await findRevision(db, old?.revision ?? ''))?.key.de?.['erstes-modul']?.['frage-1']).toMatchObject({ prompt: 'Was gilt?' })
  expect(await findRevision(db, 'fehlt')).toBeUndefined()
  expect(await db.selectFrom('course').select(['current_revision_id', 'first_published_at']).execute()).toEqual([
    { current_revision_id: current?.revision, first_published_at: NOW },
  ])
})

test('a broken course keeps its last revision, says why, and keeps no other from being served', async () => {
  const { open, write } = await house({ ...MINIMAL, ...second })
  const before = await open()
  write({
    [MODULE_FILE]: `${MODULE_HEAD}\n{process.exit()}\n`,
    '02-zweiter-kurs/01-erstes-modul/module.de.mdx': `${MODULE_HEAD}\nNeu.\n\n<Item id="frage-1" />\n`,
  })
  const after = await open(LATER)
  expect(after.courses.map((course) => course.id)).toEqual(['erster-kurs', 'zweiter-kurs'])
  expect(after.courses[0]).toEqual(before.courses[0])
  expect(after.courses[1]?.revision).not.toBe(before.courses[1]?.revision)
  expect(after.findings.filter((entry) => entry.severity === 'error').map((entry) => `${entry.file} ${entry.code}`)).toContain(
    `${MODULE_FILE} expression-forbidden`,
  )
})

test('a course that was never whole is not served', async () => {
  const { open } = await house({ ...MINIMAL, ...second, [COURSE_FILE]: 'kein Kopf' })
  const catalogue = await open()
  expect(catalogue.courses.map((course) => course.id)).toEqual(['zweiter-kurs'])
  expect(catalogue.findings.map((entry) => entry.code)).toContain('front-matter-missing')
})

test('courses may swap their addresses', async () => {
  const { open, write } = await house({ ...MINIMAL, ...second })
  await open()
  const swapped = Object.entries({ ...MINIMAL, ...second }).map(([path, text]) => [
    path.startsWith('01') ? path.replace('01-erster-kurs', '02-zweiter-kurs') : path.replace('02-zweiter-kurs', '01-erster-kurs'),
    text,
  ])
  write(Object.fromEntries(swapped))
  expect((await open(LATER)).courses.map((course) => [course.id, course.slug, course.number])).toEqual([
    ['zweiter-kurs', 'erster-kurs', 1],
    ['erster-kurs', 'zweiter-kurs', 2],
  ])
})

test('a course that is gone is served on until its id is retired', async () => {
  const { open, write } = await house({ ...MINIMAL, ...second })
  await open()
  write({ '02-zweiter-kurs': undefined })
  write({ 'courses.lock': "- { id: zweiter-kurs, hash: '000000000000' }\n" })
  const gone = await open(LATER)
  expect(gone.courses.map((course) => course.id)).toEqual(['erster-kurs', 'zweiter-kurs'])
  expect(gone.findings.map((entry) => entry.code)).toContain('id-vanished')
  write({ 'courses.lock': "- { id: zweiter-kurs, hash: '000000000000', retired: true }\n" })
  expect((await open(LATER)).courses.map((course) => course.id)).toEqual(['erster-kurs'])
})
