import { sql } from 'kysely'
import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { requireSight } from '../privacy/policy.ts'
import { type CourseListQuery, type CourseListRow, type CourseListSort, PAGE_SIZE } from './course-list.ts'
import { nameContains, nameKey, searchWords } from './name-key.ts'
import { type Share, shareOf } from './share.ts'

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
  const counted = await peopleOf(db, actor, course, query)
    .select([sql<number>`count(*)`.as('people'), sql<number>`count(s.completed_at)`.as('completed')])
    .executeTakeFirstOrThrow()
  const share = shareOf(Number(counted.completed), Number(counted.people))
  const pages = Math.max(1, Math.ceil(share.people / PAGE_SIZE))
  const page = Math.min(query.page, pages)
  const rows =
    share.people === 0
      ? []
      : await sortedRows(db, actor, course, query)
          .limit(PAGE_SIZE)
          .offset((page - 1) * PAGE_SIZE)
          .execute()
  return { rows: rows.map(asRow), share, page, pages }
}

/** The whole filtered list in the same order, for the file. */
export const listCourse = async (db: Db, actor: Actor<'hr'>, course: string, query: CourseListQuery): Promise<readonly CourseListRow[]> => {
  requireNamedCompletions(actor)
  return (await sortedRows(db, actor, course, query).execute()).map(asRow)
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

const sortedRows = (db: Db, actor: Actor<'hr'>, course: string, query: CourseListQuery) => {
  const direction = query.descending ? 'desc' : 'asc'
  const rows = peopleOf(db, actor, course, query)
    .innerJoin('org_unit as u', (join) => join.onRef('u.id', '=', 'p.org_unit_id').on('u.authority_id', '=', actor.authority_id))
    .select(['p.id', 'p.family_name', 'p.given_name', 'u.name as unit', 'p.role_profile', 's.completed_at'])
  const first: Record<CourseListSort, typeof rows> = {
    name: rows.orderBy(nameKey('p.family_name'), direction).orderBy(nameKey('p.given_name'), direction),
    unit: rows.orderBy(nameKey('u.name'), direction),
    status: rows.orderBy(sql`case when s.completed_at is null then 0 else 1 end`, direction),
    // People without a date stand last in both directions.
    date: rows.orderBy(sql`case when s.completed_at is null then 1 else 0 end`).orderBy('s.completed_at', direction),
  }
  // The name and at last the id decide, so that a person never stands on two pages or on none.
  const named = query.sort === 'name' ? first.name : first[query.sort].orderBy(nameKey('p.family_name')).orderBy(nameKey('p.given_name'))
  return named.orderBy('p.id')
}

const asRow = ({
  completed_at,
  ...person
}: {
  id: string
  family_name: string
  given_name: string
  unit: string
  role_profile: CourseListRow['role_profile']
  completed_at: string | null
}): CourseListRow => ({
  ...person,
  status: completed_at === null ? 'open' : 'completed',
  completed_on: completed_at === null ? null : dateInBerlin(completed_at),
})
