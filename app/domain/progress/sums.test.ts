import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCompletion } from '#tests/support/completions.ts'
import { aPerson, freshDb } from '#tests/support/database.ts'
import { step, take, twoOffices } from '#tests/support/histories.ts'
import { compareSums, rebuildSums } from './sums.server.ts'

test('each kind of change is added up', async () => {
  const db = await freshDb()
  await twoOffices(db)
  const [first, later] = ['2026-03-31T21:59:59.999Z', '2026-11-20T10:00:00.000Z'] as const
  const history = [
    ...(['join', 'complete'] as const).map((verb) => ({ verb, at: first })),
    // At another time, taken back, begun and completed at last, deleted.
    ...(['complete', 'undo', 'complete', 'forget', 'begin', 'complete', 'move'] as const).map((verb) => ({ verb, at: later })),
    ...(['leave', 'return', 'age', 'rename', 'go'] as const).map((verb) => ({ verb, at: later })),
  ]
  for (const [index, { verb, at }] of history.entries()) {
    const unit = verb === 'join' ? 'desk' : 'stay'
    await take(db, { authority: 'auental', person: 0, course: 'course-1', role_profile: 'case_work', unit, verb, at })
    expect(await compareSums(db), `${index} ${verb}`).toEqual([])
  }
})

test('whatever happens to people and completions, the sums are what they add up to, after every single step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (history) => {
      const db = await freshDb()
      await twoOffices(db)
      for (const one of history) {
        await take(db, one)
        expect(await compareSums(db), one.verb).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
})

test('the rebuild finds sums that are wrong, missing or left over, mends them, and then finds nothing', async () => {
  const db = await freshDb()
  await twoOffices(db)
  const person = await aPerson(db, { authority_id: 'auental', org_unit_id: 'desk' })
  await aCompletion(db, person, 'course-1', '2026-11-20T10:00:00.000Z')
  await db.updateTable('combination').set({ people: 7 }).where('authority_id', '=', 'auental').execute()
  await db.deleteFrom('completion_hour').where('authority_id', '=', 'auental').execute()
  const key = { authority_id: 'bergstadt', org_unit_id: 'stay', courses: '', role_profile: 'head' } as const
  await db
    .insertInto('combination')
    .values({ ...key, people: 2 })
    .execute()
  const wrong = [
    ['combination', 7, 1],
    ['completion_hour', 0, 1],
    ['combination', 2, 0],
  ]
  expect((await compareSums(db)).map(({ table, is, should }) => [table, is, should])).toEqual(wrong)
  expect(await db.transaction().execute((tx) => rebuildSums(tx))).toHaveLength(3)
  expect(await compareSums(db)).toEqual([])
})
