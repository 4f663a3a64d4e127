/**
 * The statements behind every figure about completion. They read the sums that the database keeps (`db/migrations/0004-sums.ts`), so that
 * they cost the same whatever the number of people. The sums know whether and when a course was completed, and nothing else: no score,
 * no attempt, no "started", no last activity.
 */
import { sql } from 'kysely'
import type { Course } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import type { Month } from '#app/platform/calendar.ts'
import { requireSight } from '../privacy/policy.ts'

/** People of one org unit who have completed exactly the same courses. */
export interface Combination {
  readonly unit_id: string
  /** Whether each course is completed, in the order asked for. */
  readonly completed: readonly boolean[]
  readonly people: number
}

/** What a course says of itself that figures need. */
export type ReportedCourse = Pick<Course, 'id' | 'minutes' | 'competences'>

/** People of one org unit. */
export interface UnitPeople {
  readonly unit_id: string
  readonly unit: string
  readonly people: number
}

/** The active people of the actor's authority, by org unit and by what they have completed. */
export interface Groups {
  /** In the order of the authority. Units without people are left out. */
  readonly units: readonly UnitPeople[]
  /** Each person is in one of them; a unit may have several of the same kind. */
  readonly combinations: readonly Combination[]
}

/**
 * What the active people of the actor's authority have completed, by org unit and combination of courses: coverage by course and by competence
 * follow from it. One row for each combination there is, however many people there are.
 */
export const listCombinations = async (db: Db, actor: Actor<'hr'>, { courses }: { readonly courses: readonly Pick<Course, 'id'>[] }): Promise<Groups> => {
  requireSight(actor, 'completion', 'status')
  const rows = await db
    .selectFrom('combination as c')
    .innerJoin('org_unit as u', (join) => join.onRef('u.id', '=', 'c.org_unit_id').on('u.authority_id', '=', actor.authority_id))
    .where('c.authority_id', '=', actor.authority_id)
    .select(['u.id as unit_id', 'u.name as unit', 'c.courses', sql<number>`sum(c.people)`.as('people')])
    .groupBy(['u.id', 'u.name', 'u.position', 'c.courses'])
    .orderBy('u.position')
    .orderBy('u.name')
    .orderBy('u.id')
    .execute()
  const units = new Map<string, UnitPeople>()
  for (const { unit_id, unit, people } of rows) units.set(unit_id, { unit_id, unit, people: (units.get(unit_id)?.people ?? 0) + Number(people) })
  return {
    units: [...units.values()],
    combinations: rows.map((row) => {
      const completed = new Set(row.courses.split(' '))
      return { unit_id: row.unit_id, completed: courses.map(({ id }) => completed.has(id)), people: Number(row.people) }
    }),
  }
}

/** How many active people of the actor's authority have completed exactly which courses (ids); of one org unit, or of all where `unit` is empty. */
export const countByCourses = async (
  db: Db,
  actor: Actor<'hr'>,
  unit: string,
): Promise<readonly { readonly courses: readonly string[]; readonly people: number }[]> => {
  requireSight(actor, 'completion', 'status')
  let sums = db.selectFrom('combination as c').where('c.authority_id', '=', actor.authority_id)
  if (unit !== '') sums = sums.where('c.org_unit_id', '=', unit)
  const rows = await sums
    .select(['c.courses', sql<number>`sum(c.people)`.as('people')])
    .groupBy('c.courses')
    .execute()
  return rows.map(({ courses, people }) => ({ courses: courses.split(' '), people: Number(people) }))
}

/** What was completed this year and until the end of each month. */
export interface Times {
  /** Completions since the year began, for each course in the order asked for. */
  readonly this_year: readonly number[]
  /** Completions of all these courses until the end of each month. */
  readonly by_month: readonly number[]
}

/**
 * Completions of these courses by the active people of the actor's authority since `year_from` (the instant at which the year began) and until
 * the end of each month. In a month a completion counts when both it and the account exist, so that no share can pass 100 %. The last month has
 * no end yet.
 */
export const countCompletions = async (
  db: Db,
  actor: Actor<'hr'>,
  { courses, months, year_from }: { readonly courses: readonly Pick<Course, 'id'>[]; readonly months: readonly Month[]; readonly year_from: string },
): Promise<Times> => {
  requireSight(actor, 'completion', 'status')
  if (courses.length === 0) return { this_year: [], by_month: months.map(() => 0) }
  const ids = courses.map(({ id }) => id)
  const hours = db.selectFrom('completion_hour as h').where('h.authority_id', '=', actor.authority_id).where('h.course_id', 'in', ids)
  // A completion counts from its own hour at the earliest: the second condition leaves out nothing, but is the one that the key is in order of.
  const thisYear = await hours
    .where('h.completed_hour', '>=', hourOf(year_from))
    .where('h.counted_hour', '>=', hourOf(year_from))
    .select(['h.course_id', sql<number>`sum(h.people)`.as('people')])
    .groupBy('h.course_id')
    .execute()
  const within = spansOf(months).map(({ from, until }, index) => {
    let span = hours.select([sql<number>`${sql.lit(index)}`.as('month'), sql<number | null>`sum(h.people)`.as('people')])
    if (from !== null) span = span.where('h.counted_hour', '>=', hourOf(from))
    if (until !== null) span = span.where('h.counted_hour', '<', hourOf(until))
    return span
  })
  const [first, ...later] = within
  return {
    this_year: ids.map((id) => Number(thisYear.find(({ course_id }) => course_id === id)?.people ?? 0)),
    by_month: first === undefined ? [] : runningTotals(months, await first.unionAll(later).execute()),
  }
}

/** How many of today's active people of the actor's authority had an account at the end of each month. */
export const countAccounts = async (db: Db, actor: Actor<'hr'>, { months }: { readonly months: readonly Month[] }): Promise<readonly number[]> => {
  requireSight(actor, 'completion', 'status')
  const people = db.selectFrom('person as p').where('p.authority_id', '=', actor.authority_id).where('p.deactivated_at', 'is', null)
  const within = spansOf(months).map(({ from, until }, index) => {
    let span = people.select([sql<number>`${sql.lit(index)}`.as('month'), sql<number>`count(*)`.as('people')])
    if (from !== null) span = span.where('p.created_at', '>=', from)
    if (until !== null) span = span.where('p.created_at', '<', until)
    return span
  })
  const [first, ...later] = within
  return first === undefined ? [] : runningTotals(months, await first.unionAll(later).execute())
}

/** The beginning (inclusive) and end (exclusive) of each month; everything before the first and until now lies in the first and the last. */
const spansOf = (months: readonly Month[]) => months.map(({ until }, index) => ({ from: months[index - 1]?.until ?? null, until }))

const runningTotals = (months: readonly Month[], rows: readonly { readonly month: number; readonly people: number | null }[]): readonly number[] => {
  const gained = new Map(rows.map(({ month, people }) => [Number(month), Number(people ?? 0)]))
  let total = 0
  return months.map((_, index) => (total += gained.get(index) ?? 0))
}

/** A full hour in UTC as the sums hold it: months and years begin at one in Berlin. */
const hourOf = (instant: string) => instant.slice(0, 13)
