/** Reads of one's own progress. Everything here is about the actor alone; what HR may see stands in reporting. */
import type { Actor } from '#app/domain/actor.ts'
import { prepared } from '#db/prepare.ts'
import type { Db } from '#db/types.ts'
import type { FlagPlace, FlagReason } from './flag.ts'
import type { CourseState } from './fold.ts'
import { type CourseProgress, noProgress } from './standing.ts'

/** One row for each course the person has begun, the latest first. */
export const listCourseStates = (db: Db, actor: Actor): Promise<CourseState[]> => courseStates(db, ownOf(actor))

interface Own {
  readonly authority_id: string
  readonly person_id: string
}
interface OwnCourse extends Own {
  readonly course_id: string
}
interface OwnModule extends OwnCourse {
  readonly module_id: string
}

const ownOf = ({ authority_id, person_id }: Actor): Own => ({ authority_id, person_id })

const courseStates = prepared<Own>(
  'authority_id',
  'person_id',
)((db, own) =>
  db
    .selectFrom('course_state')
    .selectAll()
    .where((eb) => eb.and(own))
    .orderBy('last_active_at', 'desc')
    .orderBy('course_id'),
)

/** All states of the person in one course; empty before the first event. */
export const findCourseProgress = async (db: Db, actor: Actor, courseId: string): Promise<CourseProgress> => {
  const own = { ...ownOf(actor), course_id: courseId }
  const [course] = await findCourseState(db, own)
  if (course === undefined) return noProgress
  return { course, modules: await moduleStatesOf(db, own), items: await itemStatesOf(db, own) }
}

/** The state of the person in one course and its modules, without the items; no course before the first event. */
export const findModuleProgress = async (db: Db, actor: Actor, courseId: string): Promise<Omit<CourseProgress, 'items'>> => {
  const own = { ...ownOf(actor), course_id: courseId }
  const [course] = await findCourseState(db, own)
  return course === undefined ? noProgress : { course, modules: await moduleStatesOf(db, own) }
}

const ofCourse = ['authority_id', 'person_id', 'course_id'] as const
/** The state of one course of a person, or none. */
export const findCourseState = prepared<OwnCourse>(...ofCourse)((db, own) =>
  db
    .selectFrom('course_state')
    .selectAll()
    .where((eb) => eb.and(own)),
)
const moduleStatesOf = prepared<OwnCourse>(...ofCourse)((db, own) =>
  db
    .selectFrom('module_state')
    .selectAll()
    .where((eb) => eb.and(own))
    .orderBy('module_id'),
)
const itemStatesOf = prepared<OwnCourse>(...ofCourse)((db, own) =>
  db
    .selectFrom('item_state')
    .selectAll()
    .where((eb) => eb.and(own))
    .orderBy('item_id'),
)

/** The states of the person in every course begun, by course id. Three queries however many courses there are. */
export const listProgress = async (db: Db, actor: Actor): Promise<ReadonlyMap<string, CourseProgress>> => {
  const own = ownOf(actor)
  const courses = await courseStates(db, own)
  const modules = await moduleStates(db, own)
  const items = await itemStates(db, own)
  const of = <S extends { course_id: string }>(states: readonly S[], id: string) => states.filter((state) => state.course_id === id)
  return new Map(courses.map((course) => [course.course_id, { course, modules: of(modules, course.course_id), items: of(items, course.course_id) }]))
}

const moduleStates = prepared<Own>(
  'authority_id',
  'person_id',
)((db, own) =>
  db
    .selectFrom('module_state')
    .selectAll()
    .where((eb) => eb.and(own))
    .orderBy('module_id'),
)
const itemStates = prepared<Own>(
  'authority_id',
  'person_id',
)((db, own) =>
  db
    .selectFrom('item_state')
    .selectAll()
    .where((eb) => eb.and(own))
    .orderBy('item_id'),
)

/** An answer as it was stored: parse it with `restoreAnswer`, which knows whether it still fits the item. */
export interface LastResponse {
  readonly id: string
  readonly answer: unknown
  readonly item_version: string
  readonly answered_at: string
}

/** The newest answer of the person to each item of a module, by item id. Answers that retention has deleted are absent. */
export const findLastResponses = async (db: Db, actor: Actor, courseId: string, moduleId: string): Promise<ReadonlyMap<string, LastResponse>> => {
  const rows = await lastResponses(db, { ...ownOf(actor), course_id: courseId, module_id: moduleId })
  return new Map(rows.map(({ item_id, ...row }) => [item_id, parsed(row)]))
}

/** The newest answer of the person to one item. */
export const findLastResponse = async (
  db: Db,
  actor: Actor,
  item: { readonly course_id: string; readonly module_id: string; readonly item_id: string },
): Promise<LastResponse | undefined> => {
  const [row] = await lastResponse(db, { ...ownOf(actor), ...item })
  if (row === undefined) return undefined
  const { item_id, ...response } = row
  return parsed(response)
}

const parsed = <R extends { readonly answer: string }>({ answer, ...row }: R) => ({ ...row, answer: JSON.parse(answer) as unknown })

const ofModule = [...ofCourse, 'module_id'] as const
const lastResponses = prepared<OwnModule>(...ofModule)((db, own) => responsesIn(db, own).orderBy('s.item_id'))
const lastResponse = prepared<OwnModule & { readonly item_id: string }>(
  ...ofModule,
  'item_id',
)((db, own) => responsesIn(db, own).where('s.item_id', '=', own.item_id))

const responsesIn = (db: Db, own: OwnModule) =>
  db
    .selectFrom('item_state as s')
    .innerJoin('response as r', (join) => join.onRef('r.authority_id', '=', 's.authority_id').onRef('r.id', '=', 's.last_response_id'))
    .select(['s.item_id', 'r.id', 'r.answer', 'r.item_version', 'r.answered_at'])
    .where('s.authority_id', '=', own.authority_id)
    .where('s.person_id', '=', own.person_id)
    .where('s.course_id', '=', own.course_id)
    .where('s.module_id', '=', own.module_id)

/** The newest answer of the person to each of these items, in whatever course and module they stand. */
export const listLastResponses = async (
  db: Db,
  actor: Actor,
  itemIds: readonly string[],
): Promise<readonly { readonly course_id: string; readonly module_id: string; readonly item_id: string; readonly answer: unknown }[]> => {
  if (itemIds.length === 0) return []
  const rows = await db
    .selectFrom('item_state as s')
    .innerJoin('response as r', (join) => join.onRef('r.authority_id', '=', 's.authority_id').onRef('r.id', '=', 's.last_response_id'))
    .select(['s.course_id', 's.module_id', 's.item_id', 'r.answer'])
    .where('s.authority_id', '=', actor.authority_id)
    .where('s.person_id', '=', actor.person_id)
    .where('s.item_id', 'in', [...itemIds])
    .orderBy('s.course_id')
    .orderBy('s.module_id')
    .orderBy('s.item_id')
    .execute()
  return rows.map((row) => ({ ...row, answer: JSON.parse(row.answer) as unknown }))
}

/** Every answer of the person to these items of a module, newest first, by item id. Only what retention has not deleted. */
export const listResponses = async (
  db: Db,
  actor: Actor,
  place: { readonly course_id: string; readonly module_id: string },
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LastResponse[]>> => {
  if (itemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('response as r')
    .innerJoin('learning_event as e', (join) => join.onRef('e.authority_id', '=', 'r.authority_id').onRef('e.id', '=', 'r.id'))
    .select(['r.item_id', 'r.id', 'r.answer', 'r.item_version', 'r.answered_at'])
    .where('r.authority_id', '=', actor.authority_id)
    .where('r.person_id', '=', actor.person_id)
    .where('r.course_id', '=', place.course_id)
    .where('r.module_id', '=', place.module_id)
    .where('r.item_id', 'in', [...itemIds])
    .orderBy('e.seq', 'desc')
    .execute()
  const responses = rows.map(({ answer, ...row }) => ({ ...row, answer: JSON.parse(answer) as unknown }))
  return new Map(itemIds.map((id) => [id, responses.filter((one) => one.item_id === id)]))
}

/** The private texts of the person in a module, by item id. */
export const findReflections = async (
  db: Db,
  actor: Actor,
  courseId: string,
  moduleId: string,
): Promise<ReadonlyMap<string, { readonly text: string; readonly saved_at: string }>> => {
  const rows = await reflections(db, { ...ownOf(actor), course_id: courseId, module_id: moduleId })
  return new Map(rows.map(({ item_id, ...reflection }) => [item_id, reflection]))
}

const reflections = prepared<OwnModule>(...ofModule)((db, own) =>
  db
    .selectFrom('reflection')
    .select(['item_id', 'text', 'saved_at'])
    .where((eb) => eb.and(own))
    .orderBy('item_id'),
)

/** A hint of the person to the authors of an item. */
export interface OwnFlag extends FlagPlace {
  readonly item_version: string
  readonly reason: FlagReason
  readonly comment: string
  readonly raised_at: string
}

/** The person's hints about items, the newest first; about one item where a place is given. */
export const listOwnFlags = (db: Db, actor: Actor, place?: FlagPlace): Promise<OwnFlag[]> =>
  db
    .selectFrom('item_flag')
    .select(['course_id', 'module_id', 'item_id', 'item_version', 'reason', 'comment', 'raised_at'])
    .where('authority_id', '=', actor.authority_id)
    .where('person_id', '=', actor.person_id)
    .$if(place !== undefined, (query) =>
      query.where((eb) => eb.and({ course_id: place?.course_id ?? '', module_id: place?.module_id ?? '', item_id: place?.item_id ?? '' })),
    )
    .orderBy('raised_at', 'desc')
    .orderBy('reason')
    .execute()
