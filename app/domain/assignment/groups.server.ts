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
 * The active people of the actor's authority in groups, with their completions of some courses. One statement, so that it sees one moment: the
 * sums of all (`combination`), and one by one only who came since `settledBefore`. Who came before is the difference.
 */
export const listGroups = async (
  db: Db,
  actor: Actor<'hr'>,
  { courses, settledBefore }: { readonly courses: readonly string[]; readonly settledBefore: string },
): Promise<readonly PeopleGroup[]> => {
  requireSight(actor, 'completion', 'status')
  const people = db
    .selectFrom('person as p')
    .where('p.authority_id', '=', actor.authority_id)
    .where('p.deactivated_at', 'is', null)
    .where('p.created_at', '>=', settledBefore)
  // Cross, so that people come first and their completions are found in the index of completions.
  const completions = people
    .crossJoin('course_state as s')
    .where('s.authority_id', '=', actor.authority_id)
    .whereRef('s.person_id', '=', 'p.id')
    .where('s.completed_at', 'is not', null)
  const rows = await db
    .selectFrom('combination as c')
    .where('c.authority_id', '=', actor.authority_id)
    .select(['c.org_unit_id', 'c.role_profile', sql<string>`''`.as('joined_at'), 'c.courses', 'c.people', sql<number>`0`.as('completed')])
    .unionAll(
      people
        .select(['p.org_unit_id', 'p.role_profile', 'p.created_at as joined_at', sql<string>`''`.as('courses')])
        .select([sql<number>`count(*)`.as('people'), sql<number>`0`.as('completed')])
        .groupBy(['p.org_unit_id', 'p.role_profile', 'p.created_at']),
    )
    .unionAll(
      completions
        .select(['p.org_unit_id', 'p.role_profile', 'p.created_at as joined_at', 's.course_id as courses'])
        .select([sql<number>`0`.as('people'), sql<number>`count(*)`.as('completed')])
        .groupBy(['p.org_unit_id', 'p.role_profile', 'p.created_at', 's.course_id']),
    )
    .execute()
  const groups = new Map<string, Counting>()
  const groupOf = (org_unit_id: string, role_profile: RoleProfile, joined_at: string): Counting => {
    const key = `${org_unit_id} ${role_profile} ${joined_at}`
    const known = groups.get(key) ?? { org_unit_id, role_profile, joined_at, people: 0, completed: courses.map(() => 0) }
    groups.set(key, known)
    return known
  }
  for (const { org_unit_id, role_profile, joined_at, ...row } of rows) {
    const done = row.courses.split(' ')
    const add = (group: Counting, people: number, completed: number) => {
      group.people += people
      for (const [index, course] of courses.entries()) if (done.includes(course)) group.completed[index] = (group.completed[index] ?? 0) + completed
    }
    const [people, completed] = [Number(row.people), joined_at === '' ? Number(row.people) : Number(row.completed)]
    add(groupOf(org_unit_id, role_profile, joined_at), people, completed)
    if (joined_at !== '') add(groupOf(org_unit_id, role_profile, ''), -people, -completed)
  }
  return [...groups.values()].filter(({ people }) => people > 0)
}

/** A group while its rows are added up. */
interface Counting extends PeopleGroup {
  people: number
  readonly completed: number[]
}
