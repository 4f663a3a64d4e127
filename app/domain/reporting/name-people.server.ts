import { setImmediate } from 'node:timers/promises'
import type { Actor } from '#app/domain/actor.ts'
import type { RoleProfile } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import { requireSight } from '../privacy/policy.ts'

/** How a list names a person. */
export interface NamedPerson {
  readonly id: string
  readonly family_name: string
  readonly given_name: string
  /** Name of the org unit. */
  readonly unit: string
  readonly role_profile: RoleProfile
}

/** People named in one statement; between two of these other requests get their turn. */
const AT_ONCE = 500

/** Names, units and tasks of these people (ids) of the actor's authority, by id. One statement for a page, one for every 500 people of a file. */
export const namePeople = async (db: Db, actor: Actor<'hr'>, ids: readonly string[]): Promise<ReadonlyMap<string, NamedPerson>> => {
  requireSight(actor, 'name', 'all')
  const named = new Map<string, NamedPerson>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    if (from > 0) await setImmediate()
    const rows = await db
      .selectFrom('person as p')
      .innerJoin('org_unit as u', (join) => join.onRef('u.id', '=', 'p.org_unit_id').on('u.authority_id', '=', actor.authority_id))
      .where('p.authority_id', '=', actor.authority_id)
      .where('p.id', 'in', ids.slice(from, from + AT_ONCE))
      .select(['p.id', 'p.family_name', 'p.given_name', 'u.name as unit', 'p.role_profile'])
      .execute()
    for (const row of rows) named.set(row.id, row)
  }
  return named
}
