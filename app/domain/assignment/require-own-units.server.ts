import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { listOrgUnits } from '../organisation/queries.server.ts'
import { NotFound } from '../refusals.ts'

/** Throws NotFound where one of the org units is not the actor's authority's: no form of ours offers such a one. */
export const requireOwnUnits = async (db: Db, actor: Actor<'hr'>, units: readonly string[]): Promise<void> => {
  if (units.length === 0) return
  const own = new Set((await listOrgUnits(db, actor)).map(({ id }) => id))
  if (!units.every((unit) => own.has(unit))) throw new NotFound()
}
