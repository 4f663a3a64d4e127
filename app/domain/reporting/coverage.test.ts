import { expect, test } from 'vitest'
import type { Db } from '#db/types.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDb, published } from '#tests/support/database.ts'
import { getCompetences, getCoverage, getOverview } from './coverage.server.ts'

const NOW = '2026-11-22T09:30:00.000Z'
const IDS = ['course-1', 'course-2']
const COURSES = IDS.map((id) => ({ id, minutes: 60, competences: ['K1'] as const }))

/** An authority with two units, an HR person in the first, and two published courses. */
const anOffice = async (db: Db, id: string) => {
  const authority_id = (await anAuthority(db, { id })).id
  await published(db, ...IDS.map((id, index) => aCourse([], { id, number: index + 1 })))
  const desk = (await anOrgUnit(db, { authority_id, name: 'Infopunkt' })).id
  const stay = (await anOrgUnit(db, { authority_id, name: 'Aufenthalt' })).id
  const hr = await aPerson(db, { authority_id, org_unit_id: desk, roles: ['hr'] })
  return { authority_id, desk, stay, hr }
}

const took = async (db: Db, person: { authority_id: string; person_id: string }, course_id: string, completed_at: string | null) =>
  db
    .insertInto('course_state')
    .values({
      authority_id: person.authority_id,
      person_id: person.person_id,
      course_id,
      started_at: '2026-02-01T08:00:00.000Z',
      last_active_at: '2026-02-01T08:00:00.000Z',
      last_module_id: null,
      completed_at,
      completed_revision_id: completed_at === null ? null : `${course_id}-revision-1`,
      completed_score: completed_at === null ? null : 870,
      transfer_status: null,
      through_seq: 1,
    })
    .execute()

test('counts people and completions by unit and course, with sums that fit', async () => {
  const db = await freshDb()
  const { authority_id, desk, stay, hr } = await anOffice(db, 'auental')
  const a = await aPerson(db, { authority_id, org_unit_id: desk })
  const b = await aPerson(db, { authority_id, org_unit_id: stay })
  await took(db, a, 'course-1', '2026-03-01T10:00:00.000Z')
  await took(db, a, 'course-2', '2026-03-02T10:00:00.000Z')
  await took(db, b, 'course-1', '2026-03-03T10:00:00.000Z')

  const { coverage } = await getOverview(db, actorOf(hr, 'hr'), COURSES, { now: NOW })

  expect(coverage.units.map(({ name, people, courses }) => [name, people, courses.map((share) => share.completed)])).toEqual([
    ['Aufenthalt', 1, [1, 0]],
    ['Infopunkt', 2, [1, 1]],
  ])
  expect(coverage.units[1]?.courses[0]).toEqual({ people: 2, completed: 1, percent: 50 })
  expect(coverage.courses).toEqual([
    { people: 3, completed: 2, percent: 67 },
    { people: 3, completed: 1, percent: 33 },
  ])
  expect(coverage.all).toEqual({ people: 6, completed: 3, percent: 50 })
})

test('somebody who has begun and somebody who has not are the same', async () => {
  const db = await freshDb()
  const { hr } = await anOffice(db, 'auental')
  const before = await getOverview(db, actorOf(hr, 'hr'), COURSES, { now: NOW })
  await took(db, hr, 'course-1', null)
  expect(await getOverview(db, actorOf(hr, 'hr'), COURSES, { now: NOW })).toEqual(before)
  expect(JSON.stringify(before)).not.toMatch(/start|score|attempt|active/)
})

test('who is deactivated is counted neither as a person nor as a completion', async () => {
  const db = await freshDb()
  const { authority_id, desk, hr } = await anOffice(db, 'auental')
  const gone = await aPerson(db, { authority_id, org_unit_id: desk, deactivated_at: '2026-10-01T08:00:00.000Z' })
  await took(db, gone, 'course-1', '2026-03-01T10:00:00.000Z')
  const { coverage, trend } = await getOverview(db, actorOf(hr, 'hr'), COURSES, { now: NOW })
  expect(coverage.all).toEqual({ people: 2, completed: 0, percent: 0 })
  expect(trend.every((point) => point.completed === 0)).toBe(true)
})

test('another authority is never counted, even with the same ids of people and units', async () => {
  const db = await freshDb()
  const { hr } = await anOffice(db, 'auental')
  const other = await anAuthority(db, { id: 'bergstadt' })
  await anOrgUnit(db, { authority_id: other.id, id: hr.org_unit_id, name: 'Gleiche Kennung' })
  const twin = await aPerson(db, { authority_id: other.id, id: hr.person_id, org_unit_id: hr.org_unit_id, email: 'twin@bergstadt.example' })
  await took(db, twin, 'course-1', '2026-03-01T10:00:00.000Z')
  const { coverage } = await getOverview(db, actorOf(hr, 'hr'), COURSES, { now: NOW })
  expect(coverage.units.map((unit) => unit.name)).toEqual(['Infopunkt'])
  expect(coverage.all.completed).toBe(0)
})

test('a completion half an hour after midnight in Berlin belongs to the new month', async () => {
  const db = await freshDb()
  const { authority_id, desk, hr } = await anOffice(db, 'auental')
  const late = await aPerson(db, { authority_id, org_unit_id: desk })
  await took(db, hr, 'course-1', '2026-05-31T22:30:00.000Z') // 1 June, 00:30, summer time
  await took(db, late, 'course-1', '2026-05-31T21:59:59.999Z') // 31 May, 23:59
  await took(db, late, 'course-2', '2026-10-31T23:00:00.000Z') // 1 November, 00:00, winter time
  const { trend } = await getOverview(db, actorOf(hr, 'hr'), COURSES, { now: NOW })
  const gained = Object.fromEntries(trend.map((point) => [point.month, point.gained]))
  expect(gained).toMatchObject({ '2026-05': 1, '2026-06': 1, '2026-10': 0, '2026-11': 1 })
})

test('the trend ends with the figures of the table and starts eleven months before', async () => {
  const db = await freshDb()
  const { hr } = await anOffice(db, 'auental')
  await took(db, hr, 'course-1', '2026-11-22T09:29:00.000Z')
  const { coverage, trend } = await getOverview(db, actorOf(hr, 'hr'), COURSES, { now: NOW })
  expect(trend).toHaveLength(12)
  expect(trend[0]?.month).toBe('2025-12')
  expect(trend.at(-1)).toMatchObject({ month: '2026-11', people: coverage.all.people, completed: coverage.all.completed, percent: coverage.all.percent })
})

test('a month before anybody had an account has no share, not a share of zero', async () => {
  const db = await freshDb()
  const { hr } = await anOffice(db, 'auental') // accounts of 2 January 2026
  const { trend } = await getOverview(db, actorOf(hr, 'hr'), COURSES, { now: NOW })
  expect(trend[0]).toMatchObject({ month: '2025-12', people: 0, percent: null })
  expect(trend[1]).toMatchObject({ month: '2026-01', people: 2, percent: 0 })
})

test('without published courses there are people but no shares', async () => {
  const db = await freshDb()
  const { hr } = await anOffice(db, 'auental')
  const { coverage } = await getOverview(db, actorOf(hr, 'hr'), [], { now: NOW })
  expect(coverage).toMatchObject({ people: 1, courses: [], all: { people: 0, percent: null } })
})

test('a course that is no longer published does not count', async () => {
  const db = await freshDb()
  const { hr } = await anOffice(db, 'auental')
  await took(db, hr, 'course-2', '2026-03-01T10:00:00.000Z')
  const { coverage, trend } = await getOverview(db, actorOf(hr, 'hr'), COURSES.slice(0, 1), { now: NOW })
  expect(coverage.all.completed).toBe(0)
  expect(trend.at(-1)?.completed).toBe(0)
})

test('learning time is the stated minutes of the courses completed this year in Berlin, whoever is still under way', async () => {
  const db = await freshDb()
  const { authority_id, desk, hr } = await anOffice(db, 'auental')
  const b = await aPerson(db, { authority_id, org_unit_id: desk })
  await took(db, hr, 'course-1', '2025-12-31T22:59:59.999Z') // 31 December, 23:59
  await took(db, hr, 'course-2', '2025-12-31T23:00:00.000Z') // 1 January, 00:00
  await took(db, b, 'course-1', '2026-05-01T10:00:00.000Z')
  await took(db, b, 'course-2', null)
  const courses = IDS.map((id, index) => ({ id, minutes: index === 0 ? 75 : 40, competences: ['K1'] as const }))
  expect((await getOverview(db, actorOf(hr, 'hr'), courses, { now: NOW })).minutes_this_year).toBe(40 + 75)
})

test('the files and the page of competences count as the overview does', async () => {
  const db = await freshDb()
  const { authority_id, desk, hr } = await anOffice(db, 'auental')
  await took(db, await aPerson(db, { authority_id, org_unit_id: desk }), 'course-2', '2026-03-01T10:00:00.000Z')
  const courses = IDS.map((id, index) => ({ id, minutes: 60, competences: index === 0 ? (['K1'] as const) : (['K1', 'K5'] as const) }))
  const overview = await getOverview(db, actorOf(hr, 'hr'), courses, { now: NOW })
  expect(await getCoverage(db, actorOf(hr, 'hr'), courses)).toEqual(overview.coverage)
  expect(await getCompetences(db, actorOf(hr, 'hr'), courses)).toEqual(overview.competences)
  expect(overview.competences.rows.filter(({ all }) => all.completed > 0).map(({ id, all }) => [id, all.percent])).toEqual([
    ['K1', 50],
    ['K5', 50],
  ])
})
