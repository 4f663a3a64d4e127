import { expect, test } from 'vitest'
import { aCompletion } from '#tests/support/completions.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDb, published } from '#tests/support/database.ts'
import type { Db } from '#db/types.ts'
import { Forbidden } from '../refusals.ts'
import { publishDueFigures } from './publish-due-figures.server.ts'
import { listUnitFigures } from './queries.server.ts'

const course = aCourse([])
const MARCH = '2026-03-15T10:00:00.000Z'
const COURSES = { courses: [course.id] }

/** An authority with one unit of twelve and one of four people, all there since the beginning of January. */
const anOffice = async (db: Db) => {
  const { id: authority_id } = await anAuthority(db)
  const units = [await anOrgUnit(db, { authority_id, name: 'Schalter' }), await anOrgUnit(db, { authority_id, name: 'Leitung' })] as const
  const people = []
  for (const [place, unit] of units.entries()) {
    for (let one = 0; one < (place === 0 ? 12 : 4); one++) people.push(await aPerson(db, { authority_id, org_unit_id: unit.id }))
  }
  return { authority_id, people, onlooker: actorOf({ authority_id, person_id: people[0]?.person_id ?? '' }, 'council') }
}

const complete = async (db: Db, people: readonly { authority_id: string; person_id: string }[], completed_at: string) => {
  for (const person of people) await aCompletion(db, person, course.id, completed_at)
}

test('every month that is over gets its figures once, counted as of its last moment in Berlin', async () => {
  const db = await freshDb()
  await published(db, course)
  const { people, onlooker } = await anOffice(db)
  // The last moment of January and the first of February, as the clock stands in Berlin.
  await complete(db, people.slice(0, 7), '2026-01-31T22:59:59.999Z')
  await complete(db, people.slice(7, 14), '2026-01-31T23:00:00.000Z')
  expect(await publishDueFigures(db, { ...COURSES, now: MARCH })).toBe(2)
  expect(await publishDueFigures(db, { ...COURSES, now: MARCH })).toBe(0)
  const [january, february, ...more] = await listUnitFigures(db, onlooker)
  expect(more).toEqual([])
  expect(january).toMatchObject({ cut_off_on: '2026-01-31', people: 16, courses: { [course.id]: { total: { low: 5, high: 9 } } } })
  expect(february).toMatchObject({ cut_off_on: '2026-02-28', courses: { [course.id]: { total: { low: 10, high: 16 } } } })
  expect(february?.units.map(({ name, people: size }) => [name, size])).toEqual([
    ['Leitung', 4],
    ['Schalter', 12],
  ])
})

test('what was told stays, whoever leaves or completes later', async () => {
  const db = await freshDb()
  await published(db, course)
  const { people, onlooker } = await anOffice(db)
  await complete(db, people.slice(0, 6), '2026-01-20T09:00:00.000Z')
  await publishDueFigures(db, { ...COURSES, now: '2026-02-10T09:00:00.000Z' })
  const before = await listUnitFigures(db, onlooker)
  await complete(db, people.slice(6, 16), '2026-01-21T09:00:00.000Z')
  await db
    .updateTable('person')
    .set({ deactivated_at: MARCH })
    .where('authority_id', '=', onlooker.authority_id)
    .where('id', '=', people[1]?.person_id ?? '')
    .execute()
  await publishDueFigures(db, { ...COURSES, now: MARCH })
  const after = await listUnitFigures(db, onlooker)
  expect(after.slice(0, 1)).toEqual(before)
  expect(after[1]?.people).toBe(15)
  await expect(
    db
      .updateTable('report_snapshot')
      .set({ content: '{}' } as never)
      .where('authority_id', '=', onlooker.authority_id)
      .execute(),
  ).rejects.toThrow('append-only')
})

test('nobody is shown a count: only brackets leave the database, and only the own authority’s', async () => {
  const db = await freshDb()
  await published(db, course)
  const first = await anOffice(db)
  const second = await anOffice(db)
  await complete(db, first.people.slice(0, 6), '2026-01-20T09:00:00.000Z')
  await publishDueFigures(db, { ...COURSES, now: MARCH })
  const [told] = await listUnitFigures(db, first.onlooker)
  expect(JSON.stringify(told)).not.toContain('completed')
  expect((await listUnitFigures(db, second.onlooker))[0]?.courses[course.id]?.total).toEqual({ low: 0, high: 4 })
  await expect(listUnitFigures(db, actorOf(second.onlooker, 'coordinator') as never)).rejects.toThrow(Forbidden)
})

test('an authority without people, and a course without completions, are told of without breaking', async () => {
  const db = await freshDb()
  await published(db, course)
  const { id } = await anAuthority(db)
  const person = { authority_id: id, person_id: 'nobody' }
  await publishDueFigures(db, { ...COURSES, now: MARCH })
  expect((await listUnitFigures(db, actorOf(person, 'lead'))).map(({ people, units }) => [people, units])).toEqual([
    [0, []],
    [0, []],
  ])
})

test('a program that is stopped ends after the authority it is at; the next run makes up for the rest', async () => {
  const db = await freshDb()
  await published(db, course)
  await anOffice(db)
  await anOffice(db)
  let asked = 0
  expect(await publishDueFigures(db, { ...COURSES, now: MARCH, stopped: () => asked++ > 0 })).toBe(2)
  expect(await publishDueFigures(db, { ...COURSES, now: MARCH })).toBe(2)
})
