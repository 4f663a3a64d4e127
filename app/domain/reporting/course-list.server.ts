import { sql } from 'kysely'
import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { requireSight } from '../privacy/policy.ts'
import { type CourseListQuery, type CourseListRow, PAGE_SIZE } from './course-list.ts'
import { countByCourses } from './completions.server.ts'
import { nameContains, nameKey, namePlace, searchWords } from './name-key.ts'
import { type Share, shareOf } from './share.ts'
import { namePeople } from './name-people.server.ts'
import { pageSlice, type Slice, sliced } from './slice.ts'
import { unitRanks } from './unit-ranks.ts'

/** One page of the list with the figures of the whole filtered list. */
export interface CourseListPage {
  readonly rows: readonly CourseListRow[]
  /** Of all people the filters leave, on every page. */
  readonly share: Share
  /** The page shown: the last one when a later one was asked for. */
  readonly page: number
  readonly pages: number
}

/** People of the actor's authority and whether they completed the course, 25 to a page. */
export const listCoursePage = async (db: Db, actor: Actor<'hr'>, course: string, query: CourseListQuery): Promise<CourseListPage> => {
  requireNamedCompletions(actor)
  const share = query.name === '' ? await shareFromSums(db, actor, course, query) : await shareOfFound(db, actor, course, query)
  const pages = Math.max(1, Math.ceil(share.people / PAGE_SIZE))
  const page = Math.min(query.page, pages)
  const found = share.people === 0 ? [] : await sortedPeople(db, actor, course, query, pageSlice(page, PAGE_SIZE))
  return { rows: await withNames(db, actor, found), share, page, pages }
}

/** The whole filtered list in the same order, for the file. */
export const listCourse = async (db: Db, actor: Actor<'hr'>, course: string, query: CourseListQuery): Promise<readonly CourseListRow[]> => {
  requireNamedCompletions(actor)
  return withNames(db, actor, await sortedPeople(db, actor, course, query))
}

/** The org units of the actor's authority, for the filter. */
export const listUnits = (db: Db, actor: Actor<'hr' | 'admin'>): Promise<readonly { id: string; name: string }[]> =>
  db.selectFrom('org_unit').select(['id', 'name']).where('authority_id', '=', actor.authority_id).orderBy('position').orderBy('name').execute()

/** Whether the filter names an org unit of the actor's authority, or ('') none. */
export const isOwnUnit = async (db: Db, actor: Actor<'hr'>, unit: string): Promise<boolean> =>
  unit === '' || (await listUnits(db, actor)).some(({ id }) => id === unit)

const requireNamedCompletions = (actor: Actor<'hr'>) => {
  requireSight(actor, 'name', 'all')
  requireSight(actor, 'completion', 'status')
}

/** Everybody who is left by the filters, once. The completion is joined only where there is one: being under way is not looked at. */
const peopleOf = (db: Db, actor: Actor<'hr'>, course: string, { unit, status, name }: CourseListQuery) => {
  let people = db
    .selectFrom('person as p')
    .leftJoin('course_state as s', (join) =>
      join.onRef('s.person_id', '=', 'p.id').on('s.authority_id', '=', actor.authority_id).on('s.course_id', '=', course).on('s.completed_at', 'is not', null),
    )
    .where('p.authority_id', '=', actor.authority_id)
    .where('p.deactivated_at', 'is', null)
  if (unit !== '') people = people.where('p.org_unit_id', '=', unit)
  if (status !== '') people = people.where('s.completed_at', status === 'open' ? 'is' : 'is not', null)
  for (const word of searchWords(name)) people = people.where((on) => on.or([nameContains('p.family_name', word), nameContains('p.given_name', word)]))
  return people
}

/** How many people the filters leave, from the sums: they know units and courses, but no names. */
const shareFromSums = async (db: Db, actor: Actor<'hr'>, course: string, { unit, status }: CourseListQuery): Promise<Share> => {
  let [completed, open] = [0, 0]
  for (const { courses, people } of await countByCourses(db, actor, unit))
    if (courses.includes(course)) completed += people
    else open += people
  return shareOf(status === 'open' ? 0 : completed, (status === 'open' ? 0 : completed) + (status === 'completed' ? 0 : open))
}

/** The place is not asked for its own sake: with it names are read from their index, ready to be compared, instead of being made for everybody. */
const shareOfFound = async (db: Db, actor: Actor<'hr'>, course: string, query: CourseListQuery): Promise<Share> => {
  const counted = await db
    .selectFrom(
      peopleOf(db, actor, course, query)
        .select(['s.completed_at', namePlace().as('place')])
        .as('x'),
    )
    .select([sql<number>`count(*)`.as('people'), sql<number>`count(x.completed_at)`.as('completed')])
    .executeTakeFirstOrThrow()
  return shareOf(Number(counted.completed), Number(counted.people))
}

/** A person of the list before names and unit are read. */
interface Found {
  readonly id: string
  readonly completed_at: string | null
}

/**
 * Who is on the list, in its order. By name the index gives the order; every other order sorts numbers and dates, and nothing else of a person
 * is read before it is known who stands on the page.
 */
const sortedPeople = async (db: Db, actor: Actor<'hr'>, course: string, query: CourseListQuery, slice?: Slice): Promise<readonly Found[]> => {
  const direction = query.descending ? 'desc' : 'asc'
  const people = peopleOf(db, actor, course, query).select(['p.id', 's.completed_at'])
  // The name and at last the id decide, so that a person never stands on two pages or on none.
  if (query.sort === 'name') {
    const named = people.orderBy(nameKey('p.family_name'), direction).orderBy(nameKey('p.given_name'), direction).orderBy('p.id')
    return sliced(named, slice).execute()
  }
  const placed = people.select(namePlace().as('place'))
  if (query.sort === 'unit') {
    const rows = db.selectFrom(placed.select('p.org_unit_id').as('x')).leftJoin(unitRanks(db, actor), 'r.id', 'x.org_unit_id')
    return sliced(rows.select(['x.id', 'x.completed_at']).orderBy('r.rank', direction).orderBy('x.place'), slice).execute()
  }
  const rows = db.selectFrom(placed.as('x')).select(['x.id', 'x.completed_at'])
  const first =
    query.sort === 'status'
      ? rows.orderBy(sql`case when x.completed_at is null then 0 else 1 end`, direction)
      : // People without a date stand last in both directions.
        rows.orderBy(sql`case when x.completed_at is null then 1 else 0 end`).orderBy('x.completed_at', direction)
  return sliced(first.orderBy('x.place'), slice).execute()
}

/** The people with name, unit and task, in the order given. */
const withNames = async (db: Db, actor: Actor<'hr'>, found: readonly Found[]): Promise<readonly CourseListRow[]> => {
  const named = await namePeople(
    db,
    actor,
    found.map(({ id }) => id),
  )
  return found.flatMap(({ id, completed_at }): CourseListRow[] => {
    const person = named.get(id)
    if (person === undefined) return []
    return [{ ...person, status: completed_at === null ? 'open' : 'completed', completed_on: completed_at === null ? null : dateInBerlin(completed_at) }]
  })
}
