import { expect, test } from 'vitest'
import { compareSums } from '#app/domain/progress/sums.server.ts'
import { aCompletion } from '#tests/support/completions.ts'
import { aCourse } from '#tests/support/course.ts'
import { anAuthority, anOrgUnit, aPerson, LONG_AGO, published } from '#tests/support/database.ts'
import { openDb } from './client.server.ts'
import { migrate, migrations } from './migrate.server.ts'

test('a database from before the sums gets them with the migration, people whose account is closed left out', async () => {
  const { db, raw, close } = openDb(':memory:')
  migrate(raw, { now: LONG_AGO, list: migrations.slice(0, 3) })
  await published(db, aCourse([]), aCourse([], { id: 'course-2', number: 2 }))
  const { id: authority_id } = await anAuthority(db)
  const { id: org_unit_id } = await anOrgUnit(db, { authority_id })
  for (const [index, deactivated_at] of [null, null, null, LONG_AGO].entries()) {
    const person = await aPerson(db, { authority_id, org_unit_id, deactivated_at })
    await aCompletion(db, person, 'course-2', `2026-0${index + 1}-01T10:00:00.000Z`)
    await aCompletion(db, person, 'course-1', index === 1 ? null : '2026-05-01T10:00:00.000Z')
  }
  migrate(raw, { now: LONG_AGO })
  expect(await db.selectFrom('combination').select(['courses', 'people']).where('authority_id', '=', authority_id).orderBy('courses').execute()).toEqual([
    { courses: 'course-1 course-2', people: 2 },
    { courses: 'course-2', people: 1 },
  ])
  expect(await compareSums(db)).toEqual([])
  await close()
})
