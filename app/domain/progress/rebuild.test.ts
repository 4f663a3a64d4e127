import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Course } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import { aCourse, aModule, aReference, aSingle } from '#tests/support/course.ts'
import { aPerson, freshDb, published } from '#tests/support/database.ts'
import type { Tx } from '#db/types.ts'
import { answerItem } from './answer-item.server.ts'
import { completeModule } from './complete-module.server.ts'
import { compareWithLedger, rebuildStates } from './rebuild.server.ts'
import { recordModuleOpened } from './record-module-opened.server.ts'
import { reportTransfer } from './report-transfer.server.ts'

const modules = [aModule('m1', [aReference('a'), aReference('b')]), aModule('m2', [aReference('c'), aReference('d', { required: false })])] as const
const courses = [aCourse(modules), aCourse([modules[1]], { id: 'course-2', pass_mark: 100 })]

const step = fc.record({
  person: fc.nat(2),
  course: fc.nat(1),
  module: fc.nat(1),
  item: fc.nat(1),
  verb: fc.constantFrom('open', 'answer', 'answer', 'answer', 'complete', 'complete', 'transfer'),
  option: fc.constantFrom('right', 'wrong'),
  form: fc.nat(40),
  minute: fc.nat(59),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const take = (tx: Tx, actor: Actor, one: Step): Promise<unknown> => {
  const course = courses[one.course] as Course
  const module = course.modules[one.module % course.modules.length] ?? modules[0]
  const item = module.items[one.item] ?? module.items[0]
  const facts = { event_id: `form-${String(one.form).padStart(4, '0')}`, now: `2026-11-20T09:${String(one.minute).padStart(2, '0')}:00.000Z` }
  switch (one.verb) {
    case 'open':
      return recordModuleOpened(tx, actor, { course, module }, facts)
    case 'answer':
      return answerItem(
        tx,
        actor,
        { course, module, item: aSingle(item?.id ?? 'a'), version: 'v1' },
        { ...facts, answer: { kind: 'single', option: one.option } },
      )
    case 'complete':
      return completeModule(tx, actor, { course, module }, facts)
    default:
      return reportTransfer(tx, actor, { course }, { ...facts, status: one.option === 'right' ? 'done' : 'tried' })
  }
}

const threePeople = async () => {
  const db = await freshDb()
  await published(db, ...courses)
  const one = await aPerson(db)
  const two = await aPerson(db, { authority_id: one.authority_id, org_unit_id: one.org_unit_id })
  return { db, actors: [one.actor, two.actor, (await aPerson(db)).actor] }
}

test('whatever people do, the states are what the ledger folds to; a second delivery changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (history) => {
      const { db, actors } = await threePeople()
      const deliver = (one: Step) => db.transaction().execute((tx) => take(tx, actors[one.person] as Actor, one))
      const countEvents = async () => (await compareWithLedger(db)).events
      for (const one of history) {
        await deliver(one)
        const once = await countEvents()
        await deliver(one)
        expect(await countEvents(), 'a double click').toBe(once)
      }
      const events = await countEvents()
      for (const one of history.filter((one) => one.verb === 'answer')) await deliver(one)
      expect(await compareWithLedger(db)).toMatchObject({ events, differences: [] })
    }),
    { numRuns: 40 },
  )
})

test('the rebuild finds what was tampered with, repairs it, and then finds nothing', async () => {
  const { db, actors } = await threePeople()
  const actor = actors[0] as Actor
  const facts = { person: 0, course: 0, module: 0, item: 0, verb: 'answer', option: 'right', form: 1, minute: 1 } as const
  await db.transaction().execute((tx) => take(tx, actor, facts))
  const own = (eb: { and: (facts: { authority_id: string }) => unknown }) => eb.and({ authority_id: actor.authority_id }) as never
  await db.updateTable('item_state').set({ best_score: 0 }).where(own).execute()
  await db.deleteFrom('module_state').where(own).execute()
  const { differences } = await compareWithLedger(db)
  expect(differences.map(({ table, column }) => [table, column])).toEqual([
    ['item_state', 'best_score'],
    ['module_state', null],
  ])
  expect((await db.transaction().execute((tx) => rebuildStates(tx))).differences).toHaveLength(2)
  expect((await compareWithLedger(db)).differences).toEqual([])
})
