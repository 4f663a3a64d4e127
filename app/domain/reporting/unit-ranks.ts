import { sql } from 'kysely'
import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import { nameKey } from './name-key.ts'

/** The org units `r` of the actor's authority with their rank by name, so that people are sorted by a number. Units of one name share a rank. */
export const unitRanks = (db: Db, actor: Actor<'hr'>) =>
  db
    .selectFrom('org_unit as u')
    .where('u.authority_id', '=', actor.authority_id)
    .select(['u.id', sql<number>`rank() over (order by ${nameKey('u.name')})`.as('rank')])
    .as('r')
