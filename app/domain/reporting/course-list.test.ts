import { expect, test } from 'vitest'
import type { Db } from '#db/types.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDb, published } from '#tests/support/database.ts'
import { courseListQuery } from './course-list.ts'
import { listCourse, listCoursePage, listUnits } from './course-list.server.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'

const ask = (query: Record<string, string> = {}) => courseListQuery.parse(query)

const anOffice = async (db: Db, names: readonly string[]) => {
  const authority_id = (await anAuthority(db)).id
  const unit = (await anOrgUnit(db, { authority_id })).id
  await published(db, aCourse([]))
  const people = []
  for (const family_name of names) people.push(await aPerson(db, { authority_id, org_unit_id: unit, family_name }))
  const [first] = people
  if (first === undefined) throw new Error('an office needs a person')
  return { authority_id, unit, people, actor: actorOf(first, 'hr') }
}

const completed = async (db: Db, person: { authority_id: string; person_id: string }, completed_at: string | null) =>
  db
    .insertInto('course_state')
    .values({
      authority_id: person.authority_id,
      person_id: person.person_id,
      course_id: 'course-1',
      started_at: '2026-02-01T08:00:00.000Z',
      last_active_at: '2026-02-01T08:00:00.000Z',
      last_module_id: null,
      completed_at,
      completed_revision_id: null,
      completed_score: 990,
      transfer_status: 'done',
      through_seq: 1,
    })
    .execute()

test('names stand in German order, whatever marks they carry', async () => {
  const db = await freshDb()
  const names = [
    'Zander',
    'Özdemir',
    'Ott',
    'Ohm',
    'Yıldız',
    'Aydın',
    'Ärmel',
    'Arnold',
    'Łukasik',
    'Lenz',
    'Şahin',
    'Schäfer',
    'Strauß',
    'Strasser',
    'Çelik',
    'Carl',
    'de Vries',
    'Dietz',
  ]
  const { actor } = await anOffice(db, names)
  const listed = (await listCourse(db, actor, 'course-1', ask())).map((row) => row.family_name)
  expect(listed).toEqual([...names].sort(new Intl.Collator('de').compare))
  const backwards = (await listCourse(db, actor, 'course-1', ask({ sort: '-name' }))).map((row) => row.family_name)
  expect(backwards).toEqual([...listed].reverse())
})

test('status is open or completed; to have begun is not to be seen in any row, count, filter or order', async () => {
  const db = await freshDb()
  const { actor, people } = await anOffice(db, ['Albers', 'Brandt', 'Conrad'])
  const everything = async () =>
    JSON.stringify([
      await listCourse(db, actor, 'course-1', ask()),
      await listCoursePage(db, actor, 'course-1', ask({ sort: 'status' })),
      await listCoursePage(db, actor, 'course-1', ask({ sort: '-date' })),
      await listCoursePage(db, actor, 'course-1', ask({ status: 'open' })),
    ])
  const before = await everything()
  const [, begun] = people
  if (begun === undefined) throw new Error('missing')
  await completed(db, begun, null)
  expect(await everything()).toBe(before)
  expect(Object.keys((await listCourse(db, actor, 'course-1', ask()))[0] ?? {}).sort()).toEqual([
    'completed_on',
    'family_name',
    'given_name',
    'id',
    'role_profile',
    'status',
    'unit',
  ])
})

test('filters by unit, status and name, and counts what they leave', async () => {
  const db = await freshDb()
  const { actor, authority_id, people } = await anOffice(db, ['Schäfer', 'Müller', 'Yıldız'])
  const other = await anOrgUnit(db, { authority_id })
  await aPerson(db, { authority_id, org_unit_id: other.id, family_name: 'Schäfer-Lenz', given_name: 'Murat' })
  const [first] = people
  if (first !== undefined) await completed(db, first, '2026-05-31T22:30:00.000Z')

  expect((await listCoursePage(db, actor, 'course-1', ask())).share).toEqual({ people: 4, completed: 1, percent: 25 })
  expect((await listCoursePage(db, actor, 'course-1', ask({ status: 'completed' }))).rows).toMatchObject([
    { family_name: 'Schäfer', status: 'completed', completed_on: '2026-06-01' },
  ])
  expect((await listCoursePage(db, actor, 'course-1', ask({ status: 'open' }))).rows).toHaveLength(3)
  expect((await listCoursePage(db, actor, 'course-1', ask({ unit: other.id }))).rows).toMatchObject([{ family_name: 'Schäfer-Lenz' }])
  for (const spelling of ['schaefer', 'SCHÄFER', 'Schafer', 'chäf'])
    expect((await listCoursePage(db, actor, 'course-1', ask({ name: spelling }))).share.people, spelling).toBe(2)
  expect((await listCoursePage(db, actor, 'course-1', ask({ name: 'schaefer, murat' }))).rows).toMatchObject([{ given_name: 'Murat' }])
  expect((await listCoursePage(db, actor, 'course-1', ask({ name: 'yildiz' }))).share.people).toBe(1)
  for (const wildcard of ['%', '_', '\\']) expect((await listCoursePage(db, actor, 'course-1', ask({ name: wildcard }))).share.people, wildcard).toBe(0)
})

test('pages hold everybody exactly once, also where all names are the same', async () => {
  const db = await freshDb()
  const { actor, authority_id, unit } = await anOffice(db, ['Weber'])
  for (let index = 0; index < 60; index++) await aPerson(db, { authority_id, org_unit_id: unit, family_name: 'Weber', given_name: `Alma ${index % 3}` })
  for (const sort of ['name', '-name', 'unit', '-status', 'date', '-date']) {
    const pages = await Promise.all(['1', '2', '3'].map((page) => listCoursePage(db, actor, 'course-1', ask({ sort, page }))))
    expect(pages.map((page) => page.rows.length)).toEqual([25, 25, 11])
    expect(
      pages.flatMap((page) => page.rows),
      sort,
    ).toEqual(await listCourse(db, actor, 'course-1', ask({ sort })))
  }
  expect(await listCoursePage(db, actor, 'course-1', ask({ page: '99' }))).toMatchObject({ page: 3, pages: 3 })
})

test('sorted by date, people without a date stand last in both directions', async () => {
  const db = await freshDb()
  const { actor, people } = await anOffice(db, ['Albers', 'Brandt', 'Conrad'])
  const [, b, c] = people
  if (b !== undefined) await completed(db, b, '2026-03-01T10:00:00.000Z')
  if (c !== undefined) await completed(db, c, '2026-04-01T10:00:00.000Z')
  const names = async (sort: string) => (await listCourse(db, actor, 'course-1', ask({ sort }))).map((row) => row.family_name)
  expect(await names('date')).toEqual(['Brandt', 'Conrad', 'Albers'])
  expect(await names('-date')).toEqual(['Conrad', 'Brandt', 'Albers'])
  expect(await names('status')).toEqual(['Albers', 'Brandt', 'Conrad'])
  expect(await names('-status')).toEqual(['Brandt', 'Conrad', 'Albers'])
})

test('deactivated people and people of other authorities are not on the list', async () => {
  const db = await freshDb()
  const { actor, authority_id, unit } = await anOffice(db, ['Albers'])
  await aPerson(db, { authority_id, org_unit_id: unit, family_name: 'Gegangen', deactivated_at: '2026-10-01T08:00:00.000Z' })
  const stranger = await aPerson(db, { id: actor.person_id, family_name: 'Fremd' })
  await completed(db, stranger, '2026-03-01T10:00:00.000Z')
  expect(await listCourse(db, actor, 'course-1', ask())).toMatchObject([{ family_name: 'Albers', status: 'open' }])
  expect(await listCourse(db, actor, 'course-1', ask({ unit: stranger.org_unit_id }))).toEqual([])
  expect((await listUnits(db, actor)).map((found) => found.id)).toEqual([unit])
})

test('a query that makes no sense is read as none', () => {
  expect(courseListQuery.parse({ sort: 'score', page: '-3', status: 'started', unit: ['a'], name: 'x'.repeat(500) })).toEqual({
    sort: 'name',
    descending: false,
    page: 1,
    status: '',
    unit: '',
    name: '',
  })
})

test('a date is the date in Berlin, in summer and in winter', () => {
  expect(dateInBerlin('2026-05-31T22:00:00.000Z')).toBe('2026-06-01')
  expect(dateInBerlin('2026-05-31T21:59:59.999Z')).toBe('2026-05-31')
  expect(dateInBerlin('2026-12-31T22:59:59.999Z')).toBe('2026-12-31')
  expect(dateInBerlin('2026-12-31T23:00:00.000Z')).toBe('2027-01-01')
})
