/** Nobody acts on people or org units of another authority: what stands first in verbs that are given many ids. */
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { NotFound } from '../refusals.ts'
import { inPieces } from './in-pieces.ts'
import { listOrgUnits } from './queries.server.ts'

/** Throws NotFound unless all of them are org units of the actor's authority. */
export const requireOrgUnits = async (db: Db, actor: Actor<'admin'>, orgUnitIds: ReadonlySet<string>): Promise<void> => {
  const known = new Set((await listOrgUnits(db, actor)).map(({ id }) => id))
  for (const id of orgUnitIds) if (!known.has(id)) throw new NotFound()
}

/** Throws NotFound unless all of them are people of the actor's authority. */
export const requirePeople = async (db: Db, actor: Actor<'admin'>, personIds: readonly string[]): Promise<void> => {
  const asked = new Set(personIds)
  let found = 0
  for (const piece of inPieces([...asked])) {
    const rows = await db
      .selectFrom('person')
      .select('person.id')
      .where('person.authority_id', '=', actor.authority_id)
      .where('person.id', 'in', piece)
      .execute()
    found += rows.length
  }
  if (found < asked.size) throw new NotFound()
}
