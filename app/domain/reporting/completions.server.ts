/**
 * The statements from which every figure about completion comes. They ask whether and when a course was completed, and nothing else:
 * no score, no attempt, no "started", no last activity leaves the database here.
 */
import { sql } from 'kysely'
import type { Course } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import type { Month } from '#app/platform/calendar.ts'
import { requireSight } from '../privacy/policy.ts'

/** People of one org unit who have completed exactly the same courses, at least one. */
export interface Combination {
  readonly unit_id: string
  /** Whether each course is completed, in the order asked for. */
  readonly completed: readonly boolean[]
  readonly people: number
  /** Stated minutes of the courses that these people completed this year, together. */
  readonly minutes_this_year: number
}

/** What a course says of itself that figures need. */
export type ReportedCourse = Pick<Course, 'id' | 'minutes' | 'competences'>

/** People of one org unit. */
export interface UnitPeople {
  readonly unit_id: string
  readonly unit: string
  readonly people: number
  /** How many of them had an account at the end of each month. */
  readonly by_month: readonly number[]
}

/**
 * What the active people of the actor's authority have completed, by org unit and combination of courses: coverage by course, by competence
 * and the time invested all follow from it. One pass in the order of the index; there are few combinations however many people there are.
 * `year_from` is the instant at which the year began.
 */
export const listCombinations = async (
  db: Db,
  actor: Actor<'hr'>,
  { courses, year_from }: { readonly courses: readonly ReportedCourse[]; readonly year_from: string },
): Promise<readonly Combination[]> => {
  requireSight(actor, 'completion', 'status')
  if (courses.length === 0) return []
  const worth = (of: (course: ReportedCourse, index: number) => number) =>
    sql`case s.course_id ${sql.join(
      courses.map((course, index) => sql`when ${course.id} then ${sql.lit(of(course, index))}`),
      sql` `,
    )} end`
  const rows = await db
    .selectFrom(
      completionsOf(db, actor, courses)
        .select('p.org_unit_id as unit_id')
        .select([
          sql<number>`sum(${worth((_, index) => 2 ** index)})`.as('mask'),
          sql<number>`sum(case when s.completed_at >= ${year_from} then ${worth(({ minutes }) => minutes)} else 0 end)`.as('minutes'),
        ])
        .groupBy(['p.org_unit_id', 'p.id'])
        .as('each'),
    )
    .select(['each.unit_id', 'each.mask', sql<number>`count(*)`.as('people'), sql<number>`sum(each.minutes)`.as('minutes')])
    .groupBy(['each.unit_id', 'each.mask'])
    .execute()
  return rows.map(({ unit_id, mask, people, minutes }) => ({
    unit_id,
    completed: courses.map((_, index) => Math.floor(Number(mask) / 2 ** index) % 2 === 1),
    people: Number(people),
    minutes_this_year: Number(minutes),
  }))
}

/**
 * Completions of these courses by the active people of the actor's authority until the end of each month. A completion counts from the month
 * in which both it and the account exist, so that no share can pass 100 %. The last month has no end yet.
 */
export const countMonths = async (
  db: Db,
  actor: Actor<'hr'>,
  { courses, months }: { readonly courses: readonly ReportedCourse[]; readonly months: readonly Month[] },
): Promise<readonly number[]> => {
  requireSight(actor, 'completion', 'status')
  if (courses.length === 0 || months.length === 0) return months.map(() => 0)
  const row = await completionsOf(db, actor, courses)
    .select(months.map((month, index) => sumWhere(sql`${before('s.completed_at', month)} and ${before('p.created_at', month)}`).as(`month_${index}`)))
    .executeTakeFirstOrThrow()
  return numbers(row, months)
}

/** The completions of these courses (at least one) by active people: `completed_at` and nothing else of the state is looked at. */
const completionsOf = (db: Db, actor: Actor<'hr'>, courses: readonly ReportedCourse[]) =>
  db
    .selectFrom('person as p')
    .innerJoin('course_state as s', (join) =>
      join.onRef('s.person_id', '=', 'p.id').on('s.authority_id', '=', actor.authority_id).on('s.completed_at', 'is not', null),
    )
    .where('p.authority_id', '=', actor.authority_id)
    .where('p.deactivated_at', 'is', null)
    .where(
      's.course_id',
      'in',
      courses.map(({ id }) => id),
    )

/** The active people of the actor's authority by org unit, in the order of the authority. Units without people are left out. */
export const countPeople = async (db: Db, actor: Actor<'hr'>, { months }: { readonly months: readonly Month[] }): Promise<readonly UnitPeople[]> => {
  requireSight(actor, 'completion', 'status')
  const rows = await db
    .selectFrom('person as p')
    .innerJoin('org_unit as u', (join) => join.onRef('u.id', '=', 'p.org_unit_id').on('u.authority_id', '=', actor.authority_id))
    .where('p.authority_id', '=', actor.authority_id)
    .where('p.deactivated_at', 'is', null)
    .select(['u.id as unit_id', 'u.name as unit', sql<number>`count(*)`.as('people')])
    .select(months.map((month, index) => sumWhere(before('p.created_at', month)).as(`month_${index}`)))
    .groupBy(['u.id', 'u.name', 'u.position'])
    .orderBy('u.position')
    .orderBy('u.name')
    .execute()
  return rows.map((row) => ({ unit_id: row.unit_id, unit: row.unit, people: Number(row.people), by_month: numbers(row, months) }))
}

const sumWhere = (condition: ReturnType<typeof sql>) => sql<number>`sum(case when ${condition} then 1 else 0 end)`

/** Whether the instant lies before the end of the month. Everything up to now lies in the running month, whatever the clock said then. */
const before = (column: 'p.created_at' | 's.completed_at', { until }: Month) => (until === null ? sql`1 = 1` : sql`${sql.ref(column)} < ${until}`)

const numbers = (row: object, months: readonly Month[]): readonly number[] => months.map((_, index) => Number(Reflect.get(row, `month_${index}`) ?? 0))
