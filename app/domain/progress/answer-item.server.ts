import type { Course, Module } from '#app/content/course.ts'
import type { Item } from '#app/content/items/item.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Answer } from '#app/domain/assessment/answer.ts'
import { evaluate } from '#app/domain/assessment/evaluate.ts'
import { NotFound } from '#app/domain/refusals.ts'
import type { Selectable } from 'kysely'
import { prepared } from '#db/prepare.ts'
import type { Schema } from '#db/schema.ts'
import type { Tx } from '#db/types.ts'
import { appendEvent, derivedId } from './append-event.server.ts'
import { completeCourse } from './complete-course.server.ts'
import { countFirstAnswer } from './count-first-answer.server.ts'
import type { LearningEvent } from './events.ts'
import { reportTransfer } from './report-transfer.server.ts'

export interface AnswerSubject {
  readonly course: Course
  readonly module: Module
  /** The whole item in the language in which it was answered. */
  readonly item: Item
  /** `LearnerItem.version` of the item as shown. */
  readonly version: string
}

export interface Answered {
  readonly outcome: 'recorded' | 'already_recorded'
  readonly evaluation: ReturnType<typeof evaluate>
  /** This answer reached the pass mark, and with it the course is completed. */
  readonly course_completed: boolean
}

/**
 * Records an answer with its score and keeps what was answered; a person's first whole answer is also counted for the item's
 * statistics. Sending the same form twice is one answer; the same form sent again with another answer (back, changed, sent) is a
 * further attempt. Throws NotFound where the module has no such item.
 */
export const answerItem = async (
  tx: Tx,
  actor: Actor,
  { course, module, item, version }: AnswerSubject,
  { event_id, answer, now }: { readonly event_id: string; readonly answer: Answer; readonly now: string },
): Promise<Answered> => {
  if (!module.items.some((reference) => reference.id === item.id)) throw new NotFound()
  const evaluation = evaluate(item, answer)
  const json = JSON.stringify(answer)
  const append = (id: string) => {
    const where = { course_id: course.id, revision_id: course.revision, module_id: module.id, item_id: item.id }
    return appendEvent(tx, actor, { ...where, id, type: 'item_answered', payload: { done: evaluation.done, score: evaluation.score }, occurred_at: now })
  }
  // Asked before the event is folded into the state.
  const isFirst = evaluation.done && !(await wasDone(tx, actor, course.id, module.id, item.id))
  let event: LearningEvent | 'already_recorded' = await append(event_id)
  if (event === 'already_recorded' && (await wasAnsweredOtherwise(tx, actor, module.id, item.id, event_id, json)))
    event = await append(derivedId(event_id, [json]))
  if (event === 'already_recorded') return { outcome: event, evaluation, course_completed: false }
  const { authority_id, person_id } = actor
  const place = { course_id: course.id, module_id: module.id, item_id: item.id }
  await insertResponse(tx, { authority_id, person_id, ...place, id: event.id, item_version: version, answer: json, answered_at: now })
  if (isFirst) await countFirstAnswer(tx, { course, module, item, version }, { answer, now })
  if (answer.kind === 'transfer') await reportTransfer(tx, actor, { course }, { event_id: derivedId(event.id, ['transfer']), status: answer.status, now })
  const completion = await completeCourse(tx, actor, course, { event_id: event.id, now })
  return { outcome: 'recorded', evaluation, course_completed: completion === 'course_completed' }
}

const ITEM = ['authority_id', 'person_id', 'course_id', 'module_id', 'item_id'] as const

const insertResponse = prepared<Selectable<Schema['response']>>(
  ...ITEM,
  'id',
  'item_version',
  'answer',
  'answered_at',
)((db, row) => db.insertInto('response').values(row))

const wasDone = async (tx: Tx, { authority_id, person_id }: Actor, course_id: string, module_id: string, item_id: string): Promise<boolean> => {
  const [state] = await doneState(tx, { authority_id, person_id, course_id, module_id, item_id })
  return state !== undefined && state.done_at !== null
}

const doneState = prepared<Pick<Selectable<Schema['item_state']>, (typeof ITEM)[number]>>(...ITEM)((db, key) =>
  db
    .selectFrom('item_state')
    .select('done_at')
    .where((eb) => eb.and(key)),
)

const wasAnsweredOtherwise = async (tx: Tx, actor: Actor, moduleId: string, itemId: string, id: string, json: string): Promise<boolean> => {
  const stored = await tx
    .selectFrom('response')
    .select('answer')
    .where('authority_id', '=', actor.authority_id)
    .where('person_id', '=', actor.person_id)
    .where('module_id', '=', moduleId)
    .where('item_id', '=', itemId)
    .where('id', '=', id)
    .executeTakeFirst()
  return stored !== undefined && stored.answer !== json
}
