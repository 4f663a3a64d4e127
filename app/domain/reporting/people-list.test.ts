import { expect, test } from 'vitest'
import type { Db } from '#db/types.ts'
import { aCertificate, aCompletion } from '#tests/support/completions.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDatabase, freshDb, published } from '#tests/support/database.ts'
import { nameKey } from './name-key.ts'
import { peopleListQuery } from './people-list.ts'
import { listPeople, listPeoplePage } from './people-list.server.ts'

const courses = ['course-1', 'course-2']
const facts = { courses, course: '', today: '2026-11-23' }
const ask = (query: Record<string, string> = {}) => peopleListQuery.parse(query)

const anOffice = async (db: Db, names: readonly string[]) => {
  const authority_id = (await anAuthority(db)).id
  const unit = (await anOrgUnit(db, { authority_id })).id
  await published(db, aCourse([]), aCourse([], { id: 'course-2', number: 2 }))
  const people = []
  for (const family_name of names) people.push(await aPerson(db, { authority_id, org_unit_id: unit, family_name }))
  return { authority_id, unit, people, actor: actorOf({ authority_id, person_id: people[0]?.person_id ?? '' }, 'hr') }
}
const names = (rows: readonly { readonly family_name: string }[]) => rows.map(({ family_name }) => family_name)

test('one line a person with the date of every completed course, and nothing about courses under way', async () => {
  const db = await freshDb()
  const { actor, people } = await anOffice(db, ['Albers', 'Özdemir', 'Zander'])
  const [a, o] = people
  if (a === undefined || o === undefined) return expect.unreachable()
  await aCompletion(db, a, 'course-1', '2026-05-31T22:30:00.000Z')
  await aCompletion(db, o, 'course-2', null)
  const { rows, people: count } = await listPeoplePage(db, actor, ask(), facts)
  expect(count).toBe(3)
  expect(rows.map(({ family_name, completed_on }) => [family_name, completed_on])).toEqual([
    ['Albers', ['2026-06-01', null]],
    ['Özdemir', [null, null]],
    ['Zander', [null, null]],
  ])
  expect(JSON.stringify(rows)).not.toMatch(/start|score|active/)
})

test('status is about the course that is filtered, or about all of them together', async () => {
  const db = await freshDb()
  const { actor, people } = await anOffice(db, ['Albers', 'Brandt', 'Conrad'])
  const [a, b] = people
  if (a === undefined || b === undefined) return expect.unreachable()
  for (const course of courses) await aCompletion(db, a, course, '2026-05-01T10:00:00.000Z')
  await aCompletion(db, b, 'course-1', '2026-05-01T10:00:00.000Z')
  const found = async (query: Record<string, string>, course = '') => names((await listPeoplePage(db, actor, ask(query), { ...facts, course })).rows)
  expect(await found({ status: 'completed' })).toEqual(['Albers'])
  expect(await found({ status: 'open' })).toEqual(['Brandt', 'Conrad'])
  expect(await found({ status: 'completed' }, 'course-1')).toEqual(['Albers', 'Brandt'])
  expect(await found({ status: 'open' }, 'course-2')).toEqual(['Brandt', 'Conrad'])
  expect(await found({ sort: '-completed' })).toEqual(['Albers', 'Brandt', 'Conrad'])
  expect(await found({ name: 'conr' })).toEqual(['Conrad'])
})

test('the certificate that runs out next: not one that has run out, was revoked, was replaced, or whose course was completed anew', async () => {
  const db = await freshDb()
  const { actor, people } = await anOffice(db, ['Albers', 'Brandt', 'Conrad', 'Dorn'])
  const [a, b, c, d] = people
  if (a === undefined || b === undefined || c === undefined || d === undefined) return expect.unreachable()
  await aCertificate(db, a, { course_id: 'course-1', valid_until: '2026-11-22' })
  await aCertificate(db, a, { course_id: 'course-2', valid_until: '2027-03-01' })
  await aCertificate(db, b, { course_id: 'course-1', valid_until: '2026-11-23' })
  await aCertificate(db, b, { course_id: 'course-2', valid_until: '2026-12-01', revoked_at: '2026-11-01T10:00:00.000Z' })
  const old = await aCertificate(db, c, { course_id: 'course-1', valid_until: '2026-12-02' })
  await aCertificate(db, c, { course_id: 'course-1', valid_until: '2026-12-05', replaces_id: old })
  await aCertificate(db, d, { course_id: 'course-1', valid_until: '2026-12-03' })
  await aCertificate(db, d, { course_id: 'course-1', cycle: 2, valid_until: '2029-12-03' })
  const rows = await listPeople(db, actor, ask({ sort: 'valid' }), facts)
  expect(rows.map(({ family_name, valid_until }) => [family_name, valid_until])).toEqual([
    ['Brandt', '2026-11-23'],
    ['Conrad', '2026-12-05'],
    ['Albers', '2027-03-01'],
    ['Dorn', '2029-12-03'],
  ])
})

test('pages of fifty make up the whole list, in every order', async () => {
  const db = await freshDb()
  const { actor, people } = await anOffice(
    db,
    Array.from({ length: 120 }, (_, index) => `Name ${String(index % 40).padStart(2, '0')}`),
  )
  for (const person of people.slice(0, 40)) await aCompletion(db, person, 'course-1', '2026-05-01T10:00:00.000Z')
  for (const sort of ['name', '-name', 'unit', 'completed', '-completed', 'valid', '-valid']) {
    const pages = []
    for (const page of ['1', '2', '3']) pages.push(await listPeoplePage(db, actor, ask({ sort, page }), facts))
    expect(
      pages.map(({ rows }) => rows.length),
      sort,
    ).toEqual([50, 50, 20])
    expect(
      pages.flatMap(({ rows }) => rows),
      sort,
    ).toEqual(await listPeople(db, actor, ask({ sort }), facts))
  }
  expect(await listPeoplePage(db, actor, ask({ page: '99' }), facts)).toMatchObject({ page: 3, pages: 3 })
})

test('deactivated people and people of other authorities are not on the list', async () => {
  const db = await freshDb()
  const { actor, authority_id, unit } = await anOffice(db, ['Albers'])
  await aPerson(db, { authority_id, org_unit_id: unit, family_name: 'Gegangen', deactivated_at: '2026-10-01T08:00:00.000Z' })
  const twin = await aPerson(db, { id: actor.person_id, family_name: 'Fremd' })
  await aCompletion(db, twin, 'course-1', '2026-05-01T10:00:00.000Z')
  await aCertificate(db, twin, { course_id: 'course-1', valid_until: '2026-12-01' })
  expect(await listPeople(db, actor, ask(), facts)).toMatchObject([{ family_name: 'Albers', completed_on: [null, null], valid_until: null }])
})

test('the order by name comes from the index: nothing is sorted, whatever the number of people', async () => {
  const { db, raw } = await freshDatabase()
  const { sql } = db
    .selectFrom('person as p')
    .select('p.id')
    .where('p.authority_id', '=', 'a')
    .where('p.deactivated_at', 'is', null)
    .orderBy(nameKey('p.family_name'))
    .orderBy(nameKey('p.given_name'))
    .orderBy('p.id')
    .compile()
  const plan = raw.prepare<[string], { detail: string }>(`explain query plan ${sql}`).all('a')
  expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('USING INDEX person_name (authority_id=?)')])
})

test('a query that makes no sense is read as none', () => {
  expect(peopleListQuery.parse({ sort: 'score', page: '0', status: 'started', unit: ['a'], course: 7 })).toEqual({
    ...{ unit: '', course: '', status: '', name: '', sort: 'name', descending: false, page: 1 },
  })
})
