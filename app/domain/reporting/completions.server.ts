/**
 * The two statements from which every figure about completion comes. They ask whether and when a course was completed, and nothing else:
 * no score, no attempt, no "started", no last activity leaves the database here.
 */
import { sql } from 'kysely'
import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import type { Month } from '#app/platform/calendar.ts'
import { requireSight } from '../privacy/policy.ts'

/** Completions of one org unit. */
export interface UnitCompletions {
  readonly unit_id: string
  /** People who have completed the course, one number for each course in the order asked for. */
  readonly by_course: readonly number[]
  /** Completions of these courses until the end of each month. The last month has no end yet. */
  readonly by_month: readonly number[]
}

/** People of one org unit. */
export interface UnitPeople {
  readonly unit_id: string
  readonly unit: string
  readonly people: number
  /** How many of them had an account at the end of each month. */
  readonly by_month: readonly number[]
}

interface Asked {
  /** Ids; must not be empty. */
  readonly courses: readonly string[]
  readonly months: readonly Month[]
}

/**
 * Completions of the active people of the actor's authority by org unit, in one pass over their completions: one sum a course and one a month,
 * because grouping by them would sort every row. A completion counts from the month in which both it and the account exist, so that no
 * share can pass 100 %.
 */
export const countCompletions = async (db: Db, actor: Actor<'hr'>, { courses, months }: Asked): Promise<readonly UnitCompletions[]> => {
  requireSight(actor, 'completion', 'status')
  const rows = await db
    .selectFrom('person as p')
    .innerJoin('course_state as s', (join) =>
      join.onRef('s.person_id', '=', 'p.id').on('s.authority_id', '=', actor.authority_id).on('s.completed_at', 'is not', null),
    )
    .where('p.authority_id', '=', actor.authority_id)
    .where('p.deactivated_at', 'is', null)
    .where('s.course_id', 'in', [...courses])
    .select('p.org_unit_id as unit_id')
    .select(courses.map((course, index) => sumWhere(sql`s.course_id = ${course}`).as(`course_${index}`)))
    .select(months.map((month, index) => sumWhere(sql`${before('s.completed_at', month)} and ${before('p.created_at', month)}`).as(`month_${index}`)))
    .groupBy('p.org_unit_id')
    .execute()
  return rows.map((row) => ({ unit_id: row.unit_id, by_course: numbers(row, 'course', courses), by_month: numbers(row, 'month', months) }))
}

/** The active people of the actor's authority by org unit, in the order of the authority. Units without people are left out. */
export const countPeople = async (db: Db, actor: Actor<'hr'>, { months }: Pick<Asked, 'months'>): Promise<readonly UnitPeople[]> => {
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
  return rows.map((row) => ({ unit_id: row.unit_id, unit: row.unit, people: Number(row.people), by_month: numbers(row, 'month', months) }))
}

const sumWhere = (condition: ReturnType<typeof sql>) => sql<number>`sum(case when ${condition} then 1 else 0 end)`

/** Whether the instant lies before the end of the month. Everything up to now lies in the running month, whatever the clock said then. */
const before = (column: 'p.created_at' | 's.completed_at', { until }: Month) => (until === null ? sql`1 = 1` : sql`${sql.ref(column)} < ${until}`)

const numbers = (row: object, name: 'course' | 'month', asked: readonly unknown[]): readonly number[] =>
  asked.map((_, index) => Number(Reflect.get(row, `${name}_${index}`)))
