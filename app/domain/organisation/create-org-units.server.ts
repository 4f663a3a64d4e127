import { newId } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { inPieces } from './in-pieces.ts'

/** New org units of the actor's authority, behind those there are. Names must be new. Returns the ids in the order of the names. */
export const createOrgUnits = async (tx: Tx, actor: Actor<'admin'>, names: readonly string[], facts: { now: string }): Promise<readonly string[]> => {
  const { authority_id } = actor
  const { last } = await tx
    .selectFrom('org_unit')
    .select((on) => on.fn.max<number | null>('org_unit.position').as('last'))
    .where('org_unit.authority_id', '=', authority_id)
    .executeTakeFirstOrThrow()
  const rows = names.map((name, at) => ({ authority_id, id: newId(), name, position: (last ?? -1) + 1 + at, created_at: facts.now }))
  for (const piece of inPieces(rows)) await tx.insertInto('org_unit').values(piece).execute()
  return rows.map(({ id }) => id)
}
