import type { Selectable } from 'kysely'
import type { Actor } from '#app/domain/actor.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import type { Schema } from '#db/schema.ts'
import { prepared } from '#db/prepare.ts'
import type { Tx } from '#db/types.ts'
import { type LearningEvent, type NewEvent, readEvent } from './events.ts'
import { type CourseState, foldCourse, foldItem, foldModule, type ItemState, type ModuleState } from './fold.ts'
import { findCourseState } from './queries.server.ts'

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
  const [inserted] = await insertEvent(tx, row)
  return inserted?.seq ?? 'taken'
}

const insertEvent = prepared<Row>(
  'authority_id',
  'id',
  'person_id',
  'course_id',
  'revision_id',
  'module_id',
  'item_id',
  'type',
  'payload',
  'occurred_at',
)((db, row) =>
  db
    .insertInto('learning_event')
    .values(row)
    .onConflict((on) => on.columns(['authority_id', 'id']).doNothing())
    .returning('seq'),
)

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
  await saveCourse(tx, foldCourse((await findCourseState(tx, course))[0], event))
  if (event.module_id === null) return event
  const module = { ...course, module_id: event.module_id }
  const moduleState = foldModule((await findModule(tx, module))[0], event)
  if (moduleState !== undefined) await saveModule(tx, moduleState)
  if (event.item_id === null) return event
  const itemState = foldItem((await findItem(tx, { ...module, item_id: event.item_id }))[0], event)
  if (itemState !== undefined) await saveItem(tx, itemState)
  return event
}

const COURSE = ['authority_id', 'person_id', 'course_id'] as const
const MODULE = [...COURSE, 'module_id'] as const
const ITEM = [...MODULE, 'item_id'] as const

const findModule = prepared<Pick<ModuleState, (typeof MODULE)[number]>>(...MODULE)((db, key) =>
  db
    .selectFrom('module_state')
    .selectAll()
    .where((eb) => eb.and(key)),
)
const findItem = prepared<Pick<ItemState, (typeof ITEM)[number]>>(...ITEM)((db, key) =>
  db
    .selectFrom('item_state')
    .selectAll()
    .where((eb) => eb.and(key)),
)

const saveCourse = prepared<CourseState>(
  ...COURSE,
  'started_at',
  'last_active_at',
  'last_module_id',
  'completed_at',
  'completed_revision_id',
  'completed_score',
  'transfer_status',
  'through_seq',
)((db, state) =>
  db
    .insertInto('course_state')
    .values(state)
    .onConflict((on) => on.columns(COURSE).doUpdateSet(without(state, COURSE))),
)
const saveModule = prepared<ModuleState>(
  ...MODULE,
  'opened_at',
  'last_active_at',
  'last_item_id',
  'completed_at',
  'through_seq',
)((db, state) =>
  db
    .insertInto('module_state')
    .values(state)
    .onConflict((on) => on.columns(MODULE).doUpdateSet(without(state, MODULE))),
)
const saveItem = prepared<ItemState>(
  ...ITEM,
  'attempts',
  'best_score',
  'last_score',
  'done_at',
  'last_response_id',
  'answered_at',
  'through_seq',
)((db, state) =>
  db
    .insertInto('item_state')
    .values(state)
    .onConflict((on) => on.columns(ITEM).doUpdateSet(without(state, ITEM))),
)

/** Keys are stamped: an update may not name them. */
const without = <S extends object, K extends keyof S>(state: S, keys: readonly K[]): Omit<S, K> =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !keys.some((key) => key === name))) as Omit<S, K>
