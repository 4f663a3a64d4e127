import type { Selectable } from 'kysely'
import type { Actor } from '#app/domain/actor.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import type { Schema } from '#db/schema.ts'
import type { Tx } from '#db/types.ts'
import { type LearningEvent, type NewEvent, readEvent } from './events.ts'
import { type CourseState, foldCourse, foldItem, foldModule, type ItemState, type ModuleState } from './fold.ts'

/**
 * The only way into the ledger: appends the event and brings the states up to it, in the caller's transaction.
 * Returns the event as it stands in the ledger, or 'already_recorded' where this event (by its id) was there before.
 * An id that is taken by something else (another person, another item) does not lose the event: it gets an id derived from both.
 */
export const appendEvent = async (tx: Tx, actor: Actor, fresh: NewEvent): Promise<LearningEvent | 'already_recorded'> => {
  const row = { ...fresh, payload: JSON.stringify(fresh.payload), authority_id: actor.authority_id, person_id: actor.person_id }
  const taken = await insert(tx, row)
  if (taken !== 'taken') return apply(tx, readEvent({ ...row, seq: taken }))
  if (await isSame(tx, row)) return 'already_recorded'
  const id = derivedId(fresh.id, [actor.person_id, row.type, row.course_id, row.module_id, row.item_id])
  const again = await insert(tx, { ...row, id })
  return again === 'taken' ? 'already_recorded' : apply(tx, readEvent({ ...row, id, seq: again }))
}

/** An id that is the same whenever id and facts are: a replay of the derived event is known again. */
export const derivedId = (id: string, facts: readonly unknown[]): string => `${id.slice(0, 80)}.${fingerprint(JSON.stringify([id, ...facts])).slice(0, 24)}`

type Row = Omit<Selectable<Schema['learning_event']>, 'seq'>

const insert = async (tx: Tx, row: Row): Promise<number | 'taken'> => {
  const inserted = await tx
    .insertInto('learning_event')
    .values(row)
    .onConflict((on) => on.columns(['authority_id', 'id']).doNothing())
    .returning('seq')
    .executeTakeFirst()
  return inserted?.seq ?? 'taken'
}

const isSame = async (tx: Tx, row: Row): Promise<boolean> => {
  const there = await tx
    .selectFrom('learning_event')
    .select(['person_id', 'type', 'course_id', 'module_id', 'item_id'])
    .where('authority_id', '=', row.authority_id)
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  return (['person_id', 'type', 'course_id', 'module_id', 'item_id'] as const).every((column) => there[column] === row[column])
}

/** Writes the states after the event. The rows are the person's own, so nobody else waits for them. */
const apply = async (tx: Tx, event: LearningEvent): Promise<LearningEvent> => {
  const course = { authority_id: event.authority_id, person_id: event.person_id, course_id: event.course_id }
  const courseState = await tx
    .selectFrom('course_state')
    .selectAll()
    .where((eb) => eb.and(course))
    .executeTakeFirst()
  await saveCourse(tx, foldCourse(courseState, event))
  if (event.module_id === null) return event
  const module = { ...course, module_id: event.module_id }
  const moduleState = foldModule(
    await tx
      .selectFrom('module_state')
      .selectAll()
      .where((eb) => eb.and(module))
      .executeTakeFirst(),
    event,
  )
  if (moduleState !== undefined) await saveModule(tx, moduleState)
  if (event.item_id === null) return event
  const item = { ...module, item_id: event.item_id }
  const itemState = foldItem(
    await tx
      .selectFrom('item_state')
      .selectAll()
      .where((eb) => eb.and(item))
      .executeTakeFirst(),
    event,
  )
  if (itemState !== undefined) await saveItem(tx, itemState)
  return event
}

const saveCourse = (tx: Tx, state: CourseState) =>
  tx
    .insertInto('course_state')
    .values(state)
    .onConflict((on) => on.columns(['authority_id', 'person_id', 'course_id']).doUpdateSet(without(state, ['authority_id', 'person_id', 'course_id'])))
    .execute()

const saveModule = (tx: Tx, state: ModuleState) =>
  tx
    .insertInto('module_state')
    .values(state)
    .onConflict((on) =>
      on.columns(['authority_id', 'person_id', 'course_id', 'module_id']).doUpdateSet(without(state, ['authority_id', 'person_id', 'course_id', 'module_id'])),
    )
    .execute()

const saveItem = (tx: Tx, state: ItemState) => {
  const key = ['authority_id', 'person_id', 'course_id', 'module_id', 'item_id'] as const
  return tx
    .insertInto('item_state')
    .values(state)
    .onConflict((on) => on.columns(key).doUpdateSet(without(state, key)))
    .execute()
}

/** Keys are stamped: an update may not name them. */
const without = <S extends object, K extends keyof S>(state: S, keys: readonly K[]): Omit<S, K> =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !keys.some((key) => key === name))) as Omit<S, K>
