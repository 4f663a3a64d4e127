import { expect, test } from 'vitest'
import type { Course, Module } from '#app/content/course.ts'
import { aCourse, aModule, aReference, aSingle } from '#tests/support/course.ts'
import { aPerson, freshDb, published } from '#tests/support/database.ts'
import type { Db } from '#db/types.ts'
import { answerItem } from './answer-item.server.ts'
import { completeModule } from './complete-module.server.ts'
import { deleteReflection } from './delete-reflection.server.ts'
import { findCourseProgress, findLastResponses, findReflections, listCourseStates } from './queries.server.ts'
import { recordModuleOpened } from './record-module-opened.server.ts'
import { reportTransfer } from './report-transfer.server.ts'
import { saveReflection } from './save-reflection.server.ts'
import { standingOf } from './standing.ts'

const first = aModule('m1', [aReference('a'), aReference('b')])
const second = aModule('m2', [aReference('c')])
const course = aCourse([first, second])
const NOW = '2026-11-20T09:00:00.000Z'

let minted = 0
const formId = () => `form-${String(++minted).padStart(6, '0')}`

const aLearner = async () => {
  const db = await freshDb()
  await published(db, course)
  const person = await aPerson(db)
  return { db, actor: person.actor, person }
}
type Learner = Awaited<ReturnType<typeof aLearner>>

const answer = (
  { db, actor }: Pick<Learner, 'db' | 'actor'>,
  module: Module,
  item: string,
  option: 'right' | 'wrong',
  event_id = formId(),
  at: Course = course,
) =>
  db
    .transaction()
    .execute((tx) =>
      answerItem(tx, actor, { course: at, module, item: aSingle(item), version: 'v1' }, { event_id, answer: { kind: 'single', option }, now: NOW }),
    )
const complete = ({ db, actor }: Learner, module: Module, event_id = formId()) =>
  db.transaction().execute((tx) => completeModule(tx, actor, { course, module }, { event_id, now: NOW }))
const countEvents = async (db: Db, authority_id: string) =>
  (await db.selectFrom('learning_event').select('type').where('authority_id', '=', authority_id).orderBy('seq').execute()).map((row) => row.type)

test('a double click on an answer is one attempt, and the second click hears the same result', async () => {
  const learner = await aLearner()
  const one = await answer(learner, first, 'a', 'right', 'form-double')
  const two = await answer(learner, first, 'a', 'right', 'form-double')
  expect(one).toEqual({ outcome: 'recorded', evaluation: { done: true, score: 1000 }, course_completed: false })
  expect(two).toEqual({ ...one, outcome: 'already_recorded' })
  const { items } = await findCourseProgress(learner.db, learner.actor, course.id)
  expect(items.map((item) => item.attempts)).toEqual([1])
})

test('the same form sent again with another answer is a further attempt, once', async () => {
  const learner = await aLearner()
  await answer(learner, first, 'a', 'wrong', 'form-back-button')
  expect((await answer(learner, first, 'a', 'right', 'form-back-button')).outcome).toBe('recorded')
  expect((await answer(learner, first, 'a', 'right', 'form-back-button')).outcome).toBe('already_recorded')
  const { items } = await findCourseProgress(learner.db, learner.actor, course.id)
  expect(items[0]).toMatchObject({ attempts: 2, best_score: 1000, last_score: 1000 })
  const stored = (await findLastResponses(learner.db, learner.actor, course.id, 'm1')).get('a')
  expect(stored?.answer).toEqual({ kind: 'single', option: 'right' })
})

test('an id that another person used takes nothing away, neither from the one nor the other', async () => {
  const learner = await aLearner()
  const colleague = await aPerson(learner.db, { authority_id: learner.person.authority_id, org_unit_id: learner.person.org_unit_id })
  await answer(learner, first, 'a', 'wrong', 'form-stolen')
  expect((await answer({ db: learner.db, actor: colleague.actor }, first, 'a', 'right', 'form-stolen')).outcome).toBe('recorded')
  expect((await answer({ db: learner.db, actor: colleague.actor }, first, 'a', 'right', 'form-stolen')).outcome).toBe('already_recorded')
  expect((await findCourseProgress(learner.db, learner.actor, course.id)).items[0]?.best_score).toBe(0)
  expect((await findCourseProgress(learner.db, colleague.actor, course.id)).items[0]).toMatchObject({ best_score: 1000, attempts: 1 })
})

test('the best attempt counts, the last one is shown', async () => {
  const learner = await aLearner()
  await answer(learner, first, 'a', 'right')
  await answer(learner, first, 'a', 'wrong')
  expect((await findCourseProgress(learner.db, learner.actor, course.id)).items[0]).toMatchObject({
    attempts: 2,
    best_score: 1000,
    last_score: 0,
    done_at: NOW,
  })
})

test('an answer to an item that the module does not have is not found', async () => {
  const learner = await aLearner()
  await expect(answer(learner, first, 'c', 'right')).rejects.toMatchObject({ name: 'NotFound' })
})

test('a module is not completed while required items are open; they are named', async () => {
  const learner = await aLearner()
  await answer(learner, first, 'a', 'right')
  expect(await complete(learner, first)).toEqual({ outcome: 'items_missing', missing: [first.items[1]] })
  expect((await findCourseProgress(learner.db, learner.actor, course.id)).modules[0]?.completed_at).toBeNull()
})

test('the last module completes the course, with revision and score; again is already recorded', async () => {
  const learner = await aLearner()
  for (const item of ['a', 'b']) await answer(learner, first, item, 'right')
  expect(await complete(learner, first, 'form-complete')).toEqual({ outcome: 'completed' })
  expect(await complete(learner, first, 'form-complete')).toEqual({ outcome: 'already_recorded' })
  await answer(learner, second, 'c', 'right')
  expect(await complete(learner, second)).toEqual({ outcome: 'course_completed' })
  expect(await complete(learner, second)).toEqual({ outcome: 'already_recorded' })
  expect((await listCourseStates(learner.db, learner.actor))[0]).toMatchObject({
    completed_at: NOW,
    completed_revision_id: course.revision,
    completed_score: 1000,
  })
  const events = await countEvents(learner.db, learner.person.authority_id)
  expect(events.filter((type) => type === 'course_completed')).toHaveLength(1)
})

test('who misses the pass mark completes the course with the answer that reaches it', async () => {
  const learner = await aLearner()
  for (const item of ['a', 'b']) await answer(learner, first, item, 'right')
  await complete(learner, first)
  await answer(learner, second, 'c', 'wrong')
  expect(await complete(learner, second)).toEqual({ outcome: 'pass_mark_missed' })
  const standing = standingOf(course, await findCourseProgress(learner.db, learner.actor, course.id))
  expect(standing).toMatchObject({ status: 'started', score_percent: 66, next: { module_id: 'm2', item_id: 'c' } })
  expect(standing.missing).toEqual([{ kind: 'pass_mark', reached: 66, needed: 70, items: [{ module_id: 'm2', item_id: 'c' }] }])
  expect((await answer(learner, second, 'c', 'right')).course_completed).toBe(true)
  expect((await answer(learner, second, 'c', 'wrong')).course_completed).toBe(false)
  expect(standingOf(course, await findCourseProgress(learner.db, learner.actor, course.id))).toMatchObject({
    status: 'completed',
    missing: [],
    next: null,
    score_percent: 100,
    share: 1,
  })
})

test('two people of two authorities share no progress', async () => {
  const learner = await aLearner()
  const stranger = await aPerson(learner.db)
  await answer(learner, first, 'a', 'right')
  expect(await listCourseStates(learner.db, stranger.actor)).toEqual([])
  expect((await findLastResponses(learner.db, stranger.actor, course.id, 'm1')).size).toBe(0)
})

test('coming back to the module at work leaves no second trace, going to another does', async () => {
  const { db, actor, person } = await aLearner()
  const open = (module: Module) => db.transaction().execute((tx) => recordModuleOpened(tx, actor, { course, module }, { event_id: formId(), now: NOW }))
  expect([await open(first), await open(first), await open(second), await open(first)]).toEqual(['recorded', 'already_recorded', 'recorded', 'recorded'])
  expect(await countEvents(db, person.authority_id)).toHaveLength(3)
})

test('a reflection is kept, replaced, deleted, and seen by its author alone', async () => {
  const { db, actor } = await aLearner()
  const colleague = await aPerson(db)
  const place = { course_id: course.id, module_id: 'm1', item_id: 'r' }
  const save = (text: string) => db.transaction().execute((tx) => saveReflection(tx, actor, place, { text, now: NOW }))
  expect([await save('  '), await save('x'.repeat(10_001)), await save('Erst.'), await save('Dann.\r\nUnd.')]).toEqual(['empty', 'too_long', 'saved', 'saved'])
  expect((await findReflections(db, actor, course.id, 'm1')).get('r')).toEqual({ text: 'Dann.\nUnd.', saved_at: NOW })
  expect((await findReflections(db, colleague.actor, course.id, 'm1')).size).toBe(0)
  const remove = () => db.transaction().execute((tx) => deleteReflection(tx, actor, place))
  expect([await remove(), await remove()]).toEqual(['deleted', 'nothing_there'])
})

test('the latest word about the transfer stands', async () => {
  const { db, actor } = await aLearner()
  const report = (status: 'tried' | 'done') => db.transaction().execute((tx) => reportTransfer(tx, actor, { course }, { event_id: formId(), status, now: NOW }))
  await report('tried')
  await report('done')
  expect((await listCourseStates(db, actor))[0]?.transfer_status).toBe('done')
})

test('a failure after the answer takes the answer back with it', async () => {
  const { db, actor, person } = await aLearner()
  const broken = db.transaction().execute(async (tx) => {
    await answerItem(
      tx,
      actor,
      { course, module: first, item: aSingle('a'), version: 'v1' },
      { event_id: 'form-broken', answer: { kind: 'single', option: 'right' }, now: NOW },
    )
    throw new Error('power')
  })
  await expect(broken).rejects.toThrow('power')
  expect(await countEvents(db, person.authority_id)).toEqual([])
})

test('the ledger cannot be changed or emptied', async () => {
  const learner = await aLearner()
  await answer(learner, first, 'a', 'wrong')
  const { authority_id } = learner.person
  await expect(learner.db.deleteFrom('learning_event').where('authority_id', '=', authority_id).execute()).rejects.toThrow(/append-only/)
  const forged = learner.db
    .updateTable('learning_event')
    .set({ payload: '{"done":true,"score":1000}' } as never)
    .where('authority_id', '=', authority_id)
  await expect(forged.execute()).rejects.toThrow(/append-only/)
})
