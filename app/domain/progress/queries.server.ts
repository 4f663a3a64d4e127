/** Reads of one's own progress. Everything here is about the actor alone; what HR may see stands in reporting. */
import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import type { CourseState } from './fold.ts'
import { type CourseProgress, noProgress } from './standing.ts'

/** One row for each course the person has begun, the latest first. */
export const listCourseStates = (db: Db, actor: Actor): Promise<CourseState[]> =>
  db
    .selectFrom('course_state')
    .selectAll()
    .where('authority_id', '=', actor.authority_id)
    .where('person_id', '=', actor.person_id)
    .orderBy('last_active_at', 'desc')
    .orderBy('course_id')
    .execute()

/** All states of the person in one course; empty before the first event. */
export const findCourseProgress = async (db: Db, actor: Actor, courseId: string): Promise<CourseProgress> =>
  (await listProgress(db, actor, courseId)).get(courseId) ?? noProgress

/** The states of the person in every course begun (or in one), by course id. Three queries however many courses there are. */
export const listProgress = async (db: Db, actor: Actor, courseId?: string): Promise<ReadonlyMap<string, CourseProgress>> => {
  const own = { authority_id: actor.authority_id, person_id: actor.person_id, ...(courseId === undefined ? {} : { course_id: courseId }) }
  const courses = await db
    .selectFrom('course_state')
    .selectAll()
    .where((eb) => eb.and(own))
    .orderBy('course_id')
    .execute()
  const modules = await db
    .selectFrom('module_state')
    .selectAll()
    .where((eb) => eb.and(own))
    .orderBy('module_id')
    .execute()
  const items = await db
    .selectFrom('item_state')
    .selectAll()
    .where((eb) => eb.and(own))
    .orderBy('item_id')
    .execute()
  const of = <S extends { course_id: string }>(states: readonly S[], id: string) => states.filter((state) => state.course_id === id)
  return new Map(courses.map((course) => [course.course_id, { course, modules: of(modules, course.course_id), items: of(items, course.course_id) }]))
}

/** An answer as it was stored: parse it with `restoreAnswer`, which knows whether it still fits the item. */
export interface LastResponse {
  readonly id: string
  readonly answer: unknown
  readonly item_version: string
  readonly answered_at: string
}

/** The newest answer of the person to each item of a module, by item id. Answers that retention has deleted are absent. */
export const findLastResponses = async (db: Db, actor: Actor, courseId: string, moduleId: string): Promise<ReadonlyMap<string, LastResponse>> => {
  const rows = await db
    .selectFrom('item_state as s')
    .innerJoin('response as r', (join) => join.onRef('r.authority_id', '=', 's.authority_id').onRef('r.id', '=', 's.last_response_id'))
    .select(['s.item_id', 'r.id', 'r.answer', 'r.item_version', 'r.answered_at'])
    .where('s.authority_id', '=', actor.authority_id)
    .where('s.person_id', '=', actor.person_id)
    .where('s.course_id', '=', courseId)
    .where('s.module_id', '=', moduleId)
    .orderBy('s.item_id')
    .execute()
  return new Map(rows.map(({ item_id, answer, ...row }) => [item_id, { ...row, answer: JSON.parse(answer) as unknown }]))
}

/** The private texts of the person in a module, by item id. */
export const findReflections = async (
  db: Db,
  actor: Actor,
  courseId: string,
  moduleId: string,
): Promise<ReadonlyMap<string, { readonly text: string; readonly saved_at: string }>> => {
  const rows = await db
    .selectFrom('reflection')
    .select(['item_id', 'text', 'saved_at'])
    .where('authority_id', '=', actor.authority_id)
    .where('person_id', '=', actor.person_id)
    .where('course_id', '=', courseId)
    .where('module_id', '=', moduleId)
    .orderBy('item_id')
    .execute()
  return new Map(rows.map(({ item_id, ...reflection }) => [item_id, reflection]))
}
