import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { requireSight } from '../privacy/policy.ts'
import { NotFound } from '../refusals.ts'

/** A person of HR's own authority, by name. */
export interface Colleague {
  readonly id: string
  readonly given_name: string
  readonly family_name: string
  readonly unit: string
}

/** What HR may know of a person: which courses they completed, and on which calendar day in Europe/Berlin. */
export interface PersonStatus extends Colleague {
  /** One entry for each course asked for, in that order; null while open. Whether a course was begun is not asked. */
  readonly completed_on: readonly (string | null)[]
}

/**
 * The person of the actor's authority, also one whose account is closed: proof of training outlives the account. Throws NotFound for
 * anybody else.
 */
export const getColleague = async (db: Db, actor: Actor<'hr'>, personId: string): Promise<Colleague> => {
  requireSight(actor, 'name', 'all')
  const colleague = await db
    .selectFrom('person as p')
    .innerJoin('org_unit as u', (join) => join.onRef('u.id', '=', 'p.org_unit_id').on('u.authority_id', '=', actor.authority_id))
    .select(['p.id', 'p.given_name', 'p.family_name', 'u.name as unit'])
    .where('p.authority_id', '=', actor.authority_id)
    .where('p.id', '=', personId)
    .executeTakeFirst()
  if (colleague === undefined) throw new NotFound()
  return colleague
}

/** The person with the completions of the courses (ids). Throws NotFound for somebody of another authority. */
export const getPersonStatus = async (db: Db, actor: Actor<'hr'>, personId: string, courses: readonly string[]): Promise<PersonStatus> => {
  requireSight(actor, 'completion', 'status')
  const colleague = await getColleague(db, actor, personId)
  const rows = await db
    .selectFrom('course_state')
    .select(['course_state.course_id', 'course_state.completed_at'])
    .where('course_state.authority_id', '=', actor.authority_id)
    .where('course_state.person_id', '=', colleague.id)
    .where('course_state.completed_at', 'is not', null)
    .orderBy('course_state.course_id')
    .execute()
  const completed = new Map(rows.map((row) => [row.course_id, row.completed_at]))
  return {
    ...colleague,
    completed_on: courses.map((course) => {
      const at = completed.get(course) ?? null
      return at === null ? null : dateInBerlin(at)
    }),
  }
}
