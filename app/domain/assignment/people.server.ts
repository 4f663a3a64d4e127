/** The people an assignment is for, by name. Asked is whether and when the course was completed, and nothing else. */
import { type Expression, sql, type SqlBool } from 'kysely'
import type { RoleProfile } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import { dateInBerlin, daysLater, startOfDay } from '#app/platform/calendar.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import type { Actor } from '../actor.ts'
import { requireSight } from '../privacy/policy.ts'
import { nameKey } from '../reporting/name-key.ts'
import { todayOf } from './meant.server.ts'
import { ASSIGNED_PAGE, type AssignedPerson, type AssignedQuery, type AssignedSort } from './people-list.ts'
import type { Numbers } from './counts.server.ts'
import type { Assignment } from './queries.server.ts'
import { dueFor, NEWCOMER_DAYS, statusFor, type Target } from './rules.ts'

/** One page of the list with the numbers of everybody the unit filter leaves. */
interface AssignedPage {
  readonly rows: readonly AssignedPerson[]
  readonly numbers: Numbers
  /** People that all filters leave, on every page. */
  readonly total: number
  /** The last one when a later one was asked for. */
  readonly page: number
  readonly pages: number
}

/** The people of today an assignment is for, 50 to a page. */
export const listAssignedPage = async (
  db: Db,
  actor: Actor<'hr'>,
  assignment: Assignment,
  query: AssignedQuery,
  { now }: { readonly now: string },
): Promise<AssignedPage> => {
  requireNames(actor)
  const late = lateFor(assignment, now)
  const counted = await peopleOf(db, actor, assignment, query)
    .select([
      sql<number>`count(*)`.as('people'),
      sql<number>`count(s.completed_at)`.as('completed'),
      sql<number>`coalesce(sum(case when s.completed_at is null and ${late} then 1 else 0 end), 0)`.as('overdue'),
    ])
    .executeTakeFirstOrThrow()
  const [completed, overdue] = [Number(counted.completed), Number(counted.overdue)]
  const numbers = { completed, overdue, open: Number(counted.people) - completed - overdue }
  const total = query.status === '' ? Number(counted.people) : numbers[query.status]
  const pages = Math.max(1, Math.ceil(total / ASSIGNED_PAGE))
  const page = Math.min(query.page, pages)
  const rows =
    total === 0
      ? []
      : await sorted(db, actor, assignment, query, late)
          .limit(ASSIGNED_PAGE)
          .offset((page - 1) * ASSIGNED_PAGE)
          .execute()
  return { rows: rows.map(asPerson(assignment, now)), numbers, total, page, pages }
}

/** The whole filtered list in the same order, for files. */
export const listAssigned = async (
  db: Db,
  actor: Actor<'hr'>,
  assignment: Assignment,
  query: AssignedQuery,
  { now }: { readonly now: string },
): Promise<readonly AssignedPerson[]> => {
  requireNames(actor)
  return (await sorted(db, actor, assignment, query, lateFor(assignment, now)).execute()).map(asPerson(assignment, now))
}

/** Whom an assignment would be for today. */
export interface MeantPreview {
  readonly people: number
  readonly completed: number
  /** The first of them by name. */
  readonly first: readonly { readonly id: string; readonly family_name: string; readonly given_name: string; readonly unit: string }[]
  /** Changes with the course, the day, the targets and the people: what is saved is what was shown. */
  readonly fingerprint: string
}

/** Names in a preview. */
const PREVIEWED = 100

/** Whom an assignment would be for, before it is made. Says of nobody by name whether they have completed. */
export const previewAssigned = async (
  db: Db,
  actor: Actor<'hr'>,
  facts: { readonly course_id: string; readonly due_on: string; readonly org_units: readonly string[]; readonly role_profiles: readonly RoleProfile[] },
): Promise<MeantPreview> => {
  requireNames(actor)
  const targets = [
    ...facts.org_units.map((target) => ({ kind: 'org_unit' as const, target })),
    ...facts.role_profiles.map((target) => ({ kind: 'role_profile' as const, target })),
  ]
  const rows = await named(peopleOf(db, actor, { course_id: facts.course_id, targets }, { unit: '' }), actor)
    .orderBy(nameKey('p.family_name'))
    .orderBy(nameKey('p.given_name'))
    .orderBy('p.id')
    .execute()
  const key = [facts.course_id, facts.due_on, ...targets.map(({ kind, target }) => `${kind} ${target}`).sort(), ...rows.map(({ id }) => id).sort()]
  return {
    people: rows.length,
    completed: rows.filter(({ completed_at }) => completed_at !== null).length,
    first: rows.slice(0, PREVIEWED).map(({ id, family_name, given_name, unit }) => ({ id, family_name, given_name, unit })),
    fingerprint: fingerprint(key.join('\n')).slice(0, 32),
  }
}

const requireNames = (actor: Actor<'hr'>) => {
  requireSight(actor, 'name', 'all')
  requireSight(actor, 'completion', 'status')
}

/** Active people of the targets, each once. The completion is joined only where there is one: being under way is not looked at. */
const peopleOf = (
  db: Db,
  actor: Actor<'hr'>,
  { course_id, targets }: { readonly course_id: string; readonly targets: readonly Target[] },
  { unit }: Pick<AssignedQuery, 'unit'>,
) => {
  const of = (kind: Target['kind']) => targets.filter((one) => one.kind === kind).map(({ target }) => target)
  const [units, profiles] = [of('org_unit'), of('role_profile') as RoleProfile[]]
  const people = db
    .selectFrom('person as p')
    .leftJoin('course_state as s', (join) =>
      join
        .onRef('s.person_id', '=', 'p.id')
        .on('s.authority_id', '=', actor.authority_id)
        .on('s.course_id', '=', course_id)
        .on('s.completed_at', 'is not', null),
    )
    .where('p.authority_id', '=', actor.authority_id)
    .where('p.deactivated_at', 'is', null)
    .where((on) =>
      on.or([...(units.length === 0 ? [] : [on('p.org_unit_id', 'in', units)]), ...(profiles.length === 0 ? [] : [on('p.role_profile', 'in', profiles)])]),
    )
  return unit === '' ? people : people.where('p.org_unit_id', '=', unit)
}

const named = (people: ReturnType<typeof peopleOf>, actor: Actor<'hr'>) =>
  people
    .innerJoin('org_unit as u', (join) => join.onRef('u.id', '=', 'p.org_unit_id').on('u.authority_id', '=', actor.authority_id))
    .select(['p.id', 'p.family_name', 'p.given_name', 'u.name as unit', 'p.role_profile', 'p.created_at', 's.completed_at'])

/** Whether the date of the person `p` has passed, of one assignment that is known. */
const lateFor = ({ due_on, created_at }: Assignment, now: string): Expression<SqlBool> => {
  const { today, settledBefore } = todayOf(now)
  if (today <= due_on) return sql<SqlBool>`1 = 0`
  return sql<SqlBool>`(p.created_at <= ${created_at} or p.created_at < ${settledBefore})`
}

const sorted = (db: Db, actor: Actor<'hr'>, assignment: Assignment, query: AssignedQuery, late: Expression<SqlBool>) => {
  const direction = query.descending ? 'desc' : 'asc'
  let rows = named(peopleOf(db, actor, assignment, query), actor)
  if (query.status === 'completed') rows = rows.where('s.completed_at', 'is not', null)
  if (query.status === 'open') rows = rows.where('s.completed_at', 'is', null).where((on) => on.not(late))
  if (query.status === 'overdue') rows = rows.where('s.completed_at', 'is', null).where(late)
  // An own date later than that of the assignment have those who came after it was made, from 28 days before its date.
  const own = sql`case when p.created_at > ${assignment.created_at} and p.created_at >= ${startOfDay(daysLater(assignment.due_on, 1 - NEWCOMER_DAYS))} then p.created_at else '' end`
  const first: Record<AssignedSort, typeof rows> = {
    name: rows.orderBy(nameKey('p.family_name'), direction).orderBy(nameKey('p.given_name'), direction),
    unit: rows.orderBy(nameKey('u.name'), direction),
    due: rows.orderBy(own, direction),
    status: rows.orderBy(sql`case when s.completed_at is not null then 2 when ${late} then 0 else 1 end`, direction),
    // People without a date stand last in both directions.
    date: rows.orderBy(sql`case when s.completed_at is null then 1 else 0 end`).orderBy('s.completed_at', direction),
  }
  const ordered = query.sort === 'name' ? first.name : first[query.sort].orderBy(nameKey('p.family_name')).orderBy(nameKey('p.given_name'))
  return ordered.orderBy('p.id')
}

const asPerson =
  (assignment: Assignment, now: string) =>
  ({
    created_at,
    completed_at,
    ...person
  }: Omit<AssignedPerson, 'due_on' | 'status' | 'completed_on'> & { created_at: string; completed_at: string | null }): AssignedPerson => {
    const due_on = dueFor(assignment, created_at)
    return {
      ...person,
      due_on,
      status: statusFor(completed_at !== null, due_on, dateInBerlin(now)),
      completed_on: completed_at === null ? null : dateInBerlin(completed_at),
    }
  }
