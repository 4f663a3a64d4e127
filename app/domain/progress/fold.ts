/**
 * From events to states, pure. Commands fold one event at a time, the rebuild folds a whole life: both must agree.
 * Events come in the order of `seq`. Nothing is ever taken back: what was done stays done.
 */
import type { Selectable } from 'kysely'
import type { Schema } from '#db/schema.ts'
import type { LearningEvent } from './events.ts'

export type ItemState = Selectable<Schema['item_state']>
export type ModuleState = Selectable<Schema['module_state']>
export type CourseState = Selectable<Schema['course_state']>

/** The item after the event; unchanged (or still unknown) where the event is not an answer. */
export const foldItem = (state: ItemState | undefined, event: LearningEvent): ItemState | undefined => {
  if (event.type !== 'item_answered') return state
  const { done, score } = event.payload
  return {
    ...whoAndWhere(event),
    module_id: event.module_id,
    item_id: event.item_id,
    attempts: (state?.attempts ?? 0) + 1,
    best_score: best(state?.best_score ?? null, score),
    last_score: score,
    done_at: state?.done_at ?? (done ? event.occurred_at : null),
    last_response_id: event.id,
    answered_at: event.occurred_at,
    through_seq: event.seq,
  }
}

/** The module after the event; unchanged where the event is about the course as a whole. */
export const foldModule = (state: ModuleState | undefined, event: LearningEvent): ModuleState | undefined => {
  if (event.module_id === null) return state
  return {
    ...whoAndWhere(event),
    module_id: event.module_id,
    opened_at: state?.opened_at ?? event.occurred_at,
    last_active_at: event.occurred_at,
    last_item_id: event.item_id ?? state?.last_item_id ?? null,
    completed_at: state?.completed_at ?? (event.type === 'module_completed' ? event.occurred_at : null),
    through_seq: event.seq,
  }
}

/** The course after the event. The first completion stays, with the revision and the score it was reached with. */
export const foldCourse = (state: CourseState | undefined, event: LearningEvent): CourseState => {
  const before = state ?? { ...unknownCourse, started_at: event.occurred_at }
  const completes = event.type === 'course_completed' && before.completed_at === null
  return {
    ...before,
    ...whoAndWhere(event),
    last_active_at: event.occurred_at,
    last_module_id: event.module_id ?? before.last_module_id,
    ...(completes ? { completed_at: event.occurred_at, completed_revision_id: event.revision_id, completed_score: event.payload.score } : {}),
    transfer_status: event.type === 'transfer_reported' ? event.payload.status : before.transfer_status,
    through_seq: event.seq,
  }
}

/** All states that a ledger folds to. */
export interface States {
  readonly items: readonly ItemState[]
  readonly modules: readonly ModuleState[]
  readonly courses: readonly CourseState[]
}

/** Folds any number of events of any number of people, in the order of `seq`. */
export const foldAll = (events: Iterable<LearningEvent>): States => {
  const items = new Map<string, ItemState>()
  const modules = new Map<string, ModuleState>()
  const courses = new Map<string, CourseState>()
  for (const event of events) {
    const course = `${event.authority_id} ${event.person_id} ${event.course_id}`
    const module = `${course} ${event.module_id}`
    const item = `${module} ${event.item_id}`
    keep(items, item, foldItem(items.get(item), event))
    keep(modules, module, foldModule(modules.get(module), event))
    keep(courses, course, foldCourse(courses.get(course), event))
  }
  return { items: [...items.values()], modules: [...modules.values()], courses: [...courses.values()] }
}

const keep = <S>(states: Map<string, S>, key: string, state: S | undefined) => {
  if (state !== undefined) states.set(key, state)
}

const unknownCourse = { last_module_id: null, completed_at: null, completed_revision_id: null, completed_score: null, transfer_status: null }

const whoAndWhere = ({ authority_id, person_id, course_id }: LearningEvent) => ({ authority_id, person_id, course_id })

const best = (before: number | null, score: number | null) => (before === null ? score : score === null ? before : Math.max(before, score))
