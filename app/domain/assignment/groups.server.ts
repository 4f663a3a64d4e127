/** People by what decides about assignments, counted: thousands of people are some hundred groups. */
import { sql } from 'kysely'
import type { RoleProfile } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { requireSight } from '../privacy/policy.ts'

/** Active people of one unit and role profile who came at the same time. */
export interface PeopleGroup {
  readonly org_unit_id: string
  readonly role_profile: RoleProfile
  /** Instant at which the accounts were made; '' for everybody who came before `settledBefore`. */
  readonly joined_at: string
  readonly people: number
  /** How many of them have completed each course, in the order asked for. */
  readonly completed: readonly number[]
}

/**
 * The active people of the actor's authority in groups, with their completions of some courses. One statement in the order of the index
 * `person_place`: a sort or a look-up by course would cost several times as much with 20,000 people.
 */
export const listGroups = async (
  db: Db,
  actor: Actor<'hr'>,
  { courses, settledBefore }: { readonly courses: readonly string[]; readonly settledBefore: string },
): Promise<readonly PeopleGroup[]> => {
  requireSight(actor, 'completion', 'status')
  const settled = sql<string>`''`.as('joined_at')
  const none = courses.map((_, index) => sql<number>`0`.as(`course_${index}`))
  const sums = courses.map((course, index) => sql<number>`sum(case when s.course_id = ${course} then 1 else 0 end)`.as(`course_${index}`))
  const people = db.selectFrom('person as p').where('p.authority_id', '=', actor.authority_id).where('p.deactivated_at', 'is', null)
  // Cross, so that people come first and their completions are found in the index of completions.
  const completions = people
    .crossJoin('course_state as s')
    .where('s.authority_id', '=', actor.authority_id)
    .whereRef('s.person_id', '=', 'p.id')
    .where('s.completed_at', 'is not', null)
  const rows = await people
    .where('p.created_at', '<', settledBefore)
    .select(['p.org_unit_id', 'p.role_profile', settled, sql<number>`count(*)`.as('people'), ...none])
    .groupBy(['p.org_unit_id', 'p.role_profile'])
    .unionAll(
      completions
        .where('p.created_at', '<', settledBefore)
        .select(['p.org_unit_id', 'p.role_profile', settled, sql<number>`0`.as('people'), ...sums])
        .groupBy(['p.org_unit_id', 'p.role_profile']),
    )
    .unionAll(
      people
        .where('p.created_at', '>=', settledBefore)
        .select(['p.org_unit_id', 'p.role_profile', 'p.created_at as joined_at', sql<number>`count(*)`.as('people'), ...none])
        .groupBy(['p.org_unit_id', 'p.role_profile', 'p.created_at']),
    )
    .unionAll(
      completions
        .where('p.created_at', '>=', settledBefore)
        .select(['p.org_unit_id', 'p.role_profile', 'p.created_at as joined_at', sql<number>`0`.as('people'), ...sums])
        .groupBy(['p.org_unit_id', 'p.role_profile', 'p.created_at']),
    )
    .execute()
  const groups = new Map<string, PeopleGroup>()
  for (const row of rows) {
    const { org_unit_id, role_profile, joined_at } = row
    const key = `${org_unit_id} ${role_profile} ${joined_at}`
    const before = groups.get(key)
    groups.set(key, {
      ...{ org_unit_id, role_profile, joined_at },
      people: (before?.people ?? 0) + Number(row.people),
      completed: courses.map((_, index) => (before?.completed[index] ?? 0) + Number(Reflect.get(row, `course_${index}`))),
    })
  }
  return [...groups.values()]
}
