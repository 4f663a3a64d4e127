import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCertificate, aCompletion } from '#tests/support/completions.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDb, published } from '#tests/support/database.ts'
import { courseListQuery, SORTS } from './course-list.ts'
import { listCourse, listCoursePage } from './course-list.server.ts'
import { foldName } from './name-key.ts'
import { peopleListQuery } from './people-list.ts'
import { listPeople, listPeoplePage } from './people-list.server.ts'

const COURSES = ['course-1', 'course-2'] as const
const facts = { courses: COURSES, course: '', today: '2026-11-28' }
/** Two of them have one sort key: their people are one group in the order of units. */
const UNITS = ['Übergang', 'Team', 'TEAM', 'Aufenthalt'] as const
const person = fc.record({
  family_name: fc.constantFrom('Özdemir', 'Oertel', 'Ohm', 'albers', 'Albers', 'Yıldız'),
  given_name: fc.constantFrom('Änne', 'Anne', 'Zoë'),
  unit: fc.constantFrom(...UNITS),
  completed: fc.tuple(fc.constantFrom(null, '2026-03-01T10:00:00.000Z', '2026-05-01T10:00:00.000Z'), fc.constantFrom(null, '2026-04-01T10:00:00.000Z')),
  valid_until: fc.constantFrom(undefined, null, '2026-11-27', '2026-11-28', '2027-03-01'),
  gone: fc.integer({ min: 0, max: 5 }),
})

type Key = string | number
/** The people sorted by these keys, the first ones ascending or descending, then by name and id. */
const sorted = <Row extends { readonly id: string; readonly family_name: string; readonly given_name: string }>(
  rows: readonly Row[],
  first: (row: Row) => readonly Key[],
  descending: boolean,
  namesToo = false,
): readonly string[] => {
  const compare = (a: readonly Key[], b: readonly Key[]) => {
    const index = a.findIndex((key, at) => key !== b[at])
    return index === -1 ? 0 : (a[index] ?? '') < (b[index] ?? '') ? -1 : 1
  }
  const names = ({ family_name, given_name }: Row) => [foldName(family_name), foldName(given_name)]
  const down = (order: number, applies: boolean) => (applies ? -order : order)
  return [...rows]
    .sort((a, b) => down(compare(first(a), first(b)), descending) || down(compare(names(a), names(b)), namesToo) || compare([a.id], [b.id]))
    .map(({ id }) => id)
}

test('every order of both lists is that of its rows sorted in the plain way, and the counts are those of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 3, maxLength: 14 }), async (people) => {
      const db = await freshDb()
      await published(db, ...COURSES.map((id, index) => aCourse([], { id, number: index + 1 })))
      const { id: authority_id } = await anAuthority(db)
      const units = new Map<string, string>()
      for (const name of UNITS) units.set(name, (await anOrgUnit(db, { authority_id, name })).id)
      for (const { unit, completed, valid_until, gone, ...names } of people) {
        const deactivated_at = gone === 0 ? '2026-10-01T10:00:00.000Z' : null
        const made = await aPerson(db, { authority_id, ...names, deactivated_at, org_unit_id: units.get(unit) ?? '' })
        for (const [at, instant] of completed.entries()) await aCompletion(db, made, COURSES[at] ?? '', instant)
        if (valid_until !== undefined) await aCertificate(db, made, { course_id: 'course-1', valid_until })
      }
      const actor = actorOf({ authority_id, person_id: 'hr' }, 'hr')
      const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
      for (const descending of [false, true]) {
        const sign = descending ? '-' : ''
        for (const sort of SORTS) {
          const rows = await listCourse(db, actor, 'course-1', courseListQuery.parse({ sort: `${sign}${sort}` }))
          const key: Record<typeof sort, (row: (typeof rows)[number]) => Key[]> = {
            name: () => [],
            unit: ({ unit }) => [foldName(unit)],
            status: ({ status }) => [status === 'open' ? 0 : 1],
            // Without a date last in both directions.
            date: ({ completed_on }) => [completed_on ?? (descending ? '' : '9')],
          }
          if (sort !== 'name' || !descending) expect(ids(rows), sort).toEqual(sorted(rows, key[sort], descending))
        }
        for (const sort of ['name', 'unit', 'completed', 'valid'] as const) {
          const rows = await listPeople(db, actor, peopleListQuery.parse({ sort: `${sign}${sort}` }), facts)
          const key: Record<typeof sort, (row: (typeof rows)[number]) => Key[]> = {
            name: () => [],
            unit: ({ unit }) => [foldName(unit)],
            completed: ({ completed_on }) => [completed_on.filter((day) => day !== null).length],
            valid: ({ valid_until }) => [valid_until ?? (descending ? '' : '9')],
          }
          if (sort !== 'name' || !descending) expect(ids(rows), sort).toEqual(sorted(rows, key[sort], descending))
        }
      }
      for (const status of ['', 'open', 'completed'])
        for (const unit of ['', units.get('Team') ?? ''])
          for (const name of ['', 'o', 'anne albers']) {
            const page = await listCoursePage(db, actor, 'course-1', courseListQuery.parse({ status, unit, name }))
            const done = page.rows.filter((row) => row.status === 'completed')
            expect(page.share).toMatchObject({ people: page.rows.length, completed: done.length })
            for (const course of ['', 'course-2']) {
              const query = peopleListQuery.parse({ status, unit, name })
              const found = await listPeoplePage(db, actor, query, { ...facts, course })
              expect(found.people).toBe(found.rows.length)
            }
          }
    }),
    { numRuns: 12 },
  )
}, 60_000)
