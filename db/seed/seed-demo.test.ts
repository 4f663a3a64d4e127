import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { listOwnCertificates } from '#app/domain/certificate/queries.server.ts'
import { findCourseProgress } from '#app/domain/progress/queries.server.ts'
import { compareWithLedger } from '#app/domain/progress/rebuild.server.ts'
import { standingOf } from '#app/domain/progress/standing.ts'
import { passwordFits } from '#app/domain/identity/password-hash.server.ts'
import { aCatalogue, aCourse, aModule, aReference } from '#tests/support/course.ts'
import { aPerson, actorOf, anAuthority, freshDb, published } from '#tests/support/database.ts'
import { acrossAuthorities } from '../scope-plugin.ts'
import type { Db } from '../types.ts'
import { DEMO_PASSWORD, demoAuthorities, demoSignIns } from './demo-people.ts'
import { isDemo, seedDemo } from './seed-demo.server.ts'

const NOW = '2026-11-22T20:00:00.000Z'

const courses = (count: number, size = 3) =>
  Array.from({ length: count }, (_, course) => {
    const modules = Array.from({ length: size }, (_, module) =>
      aModule(
        `m${module}`,
        Array.from({ length: size }, (_, item) => aReference(`i${item}`)),
      ),
    )
    return aCourse(modules, { id: `course-${course + 1}`, number: course + 1, core_for: ['front_desk', 'case_work', 'team_lead', 'head', 'trainee'] })
  })

const seeded = async (count: number, size?: number) => {
  const db = await freshDb()
  const catalogue = aCatalogue(...courses(count, size))
  await published(db, ...catalogue.courses)
  expect(await seedDemo(db, catalogue, { now: NOW })).toBe('seeded')
  return { db, catalogue, all: acrossAuthorities(db, 'seed') }
}

test('two authorities with about sixty people each, every role, one address each', async () => {
  const { db, all } = await seeded(1)
  expect(await isDemo(db)).toBe(true)
  const people = await all.selectFrom('person').selectAll().execute()
  for (const authority of demoAuthorities) expect(people.filter((person) => person.authority_id === authority.id).length).toBeGreaterThan(55)
  expect(people.every((person) => /^[a-z-]+\.[a-z-]+@(auental|brueckfeld)\.example$/.test(person.email))).toBe(true)
  const roles = await all.selectFrom('person_role').selectAll().execute()
  for (const { role, email } of demoSignIns) {
    const person = people.find((one) => one.email === email)
    expect(role === 'learner' ? person !== undefined : roles.some((one) => one.role === role && one.person_id === person?.id), role).toBe(true)
    expect(await passwordFits(DEMO_PASSWORD, person?.password_hash)).toBe(true)
  }
})

test.each([1, 12])('the history of %i courses is what the ledger folds to, in working hours of Berlin and never in the future', async (count) => {
  const { db, all } = await seeded(count, 2)
  const { events, differences } = await compareWithLedger(db)
  expect(differences).toEqual([])
  expect(events).toBeGreaterThan(300)
  const times = await all.selectFrom('learning_event').select('occurred_at').orderBy('seq').execute()
  expect(times.map((row) => row.occurred_at)).toEqual(times.map((row) => row.occurred_at).sort())
  expect(times.at(-1)?.occurred_at.localeCompare(NOW)).toBe(-1)
  const local = times.filter((_, index) => index % 7 === 0).map((row) => Temporal.Instant.from(row.occurred_at).toZonedDateTimeISO('Europe/Berlin'))
  expect(local.filter((time) => time.hour < 8 || time.hour > 17 || time.dayOfWeek > 5)).toEqual([])
})

test('units differ, months differ, and nobody’s completion is without a reached mark', async () => {
  const { all } = await seeded(3)
  const done = await all.selectFrom('course_state').selectAll().where('completed_at', 'is not', null).execute()
  expect(done.every((state) => (state.completed_score ?? 0) >= 700)).toBe(true)
  expect(new Set(done.map((state) => state.completed_at?.slice(0, 7))).size).toBeGreaterThanOrEqual(5)
  const people = new Map((await all.selectFrom('person').select(['id', 'org_unit_id']).execute()).map((person) => [person.id, person.org_unit_id]))
  const share = (unit: string) =>
    done.filter((state) => people.get(state.person_id) === unit).length / [...people.values()].filter((one) => one === unit).length
  expect(share('auental-unit-1')).toBeGreaterThan(share('auental-unit-5'))
})

test('Mirjam Kessler stands in the middle of a module, with her answers still there', async () => {
  const { db, catalogue } = await seeded(3)
  const actor = actorOf({ authority_id: 'auental', person_id: 'auental-mirjam-kessler' })
  const [course] = catalogue.courses
  if (course === undefined) throw new Error('no course')
  const standing = standingOf(course, await findCourseProgress(db, actor, course.id))
  expect(standing).toMatchObject({ status: 'started', next: { module_id: 'm1', item_id: 'i2' } })
  expect(standing.modules[0]?.done).toBe(true)
})

test('Mirjam Kessler has completed a course, so that there is a certificate to look at', async () => {
  const { db } = await seeded(3)
  const actor = actorOf({ authority_id: 'auental', person_id: 'auental-mirjam-kessler' })
  expect((await listOwnCertificates(db, actor)).map(({ course_id }) => course_id)).toEqual(['course-2'])
})

test('the demo looks alike on every machine', async () => {
  const dump = async (db: Db) => acrossAuthorities(db, 'seed').selectFrom('learning_event').selectAll().orderBy('seq').execute()
  expect(await dump((await seeded(2)).db)).toEqual(await dump((await seeded(2)).db))
})

test('the demo never comes to a database with an authority or a person in it', async () => {
  const catalogue = aCatalogue(...courses(1))
  const real = await freshDb()
  await anAuthority(real)
  expect([await isDemo(real), await seedDemo(real, catalogue, { now: NOW })]).toEqual([false, 'not_empty'])
  const { db } = await seeded(1)
  expect(await seedDemo(db, catalogue, { now: NOW })).toBe('not_empty')
  await aPerson(db)
  expect(await isDemo(db)).toBe(false)
  expect(await isDemo(await freshDb())).toBe(false)
})

test('every completion has its certificate, of that day and in that name, and the codes are the same on every machine', async () => {
  const { all } = await seeded(3, 2)
  const states = await all.selectFrom('course_state').selectAll().where('completed_at', 'is not', null).execute()
  const papers = await all.selectFrom('certificate').selectAll().orderBy('id').execute()
  expect(states.length).toBeGreaterThan(20)
  const keys = (rows: readonly { authority_id: string; person_id: string; course_id: string }[]) =>
    rows.map((row) => `${row.authority_id} ${row.person_id} ${row.course_id}`).sort()
  expect(keys(papers)).toEqual(keys(states))
  expect(new Set(papers.map(({ code_hash }) => code_hash)).size).toBe(papers.length)
  for (const paper of papers)
    expect(paper.issued_at).toBe(states.find((state) => state.person_id === paper.person_id && state.course_id === paper.course_id)?.completed_at)
  const again = await (await seeded(3, 2)).all.selectFrom('certificate').selectAll().orderBy('id').execute()
  expect(again).toEqual(papers)
})
