import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { inPieces } from './in-pieces.ts'
import { requirePeople } from './require-own.server.ts'

/** Opens closed accounts again, with the passwords they had. Throws NotFound for another authority's person. */
export const reactivatePeople = async (tx: Tx, actor: Actor<'admin'>, person_ids: readonly string[]): Promise<void> => {
  await requirePeople(tx, actor, person_ids)
  for (const piece of inPieces(person_ids))
    await tx.updateTable('person').set({ deactivated_at: null }).where('person.authority_id', '=', actor.authority_id).where('person.id', 'in', piece).execute()
}
