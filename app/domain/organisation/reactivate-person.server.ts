import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { getPerson } from './queries.server.ts'

/** Opens a closed account again, with the password it had. Throws NotFound for another authority's person. */
export const reactivatePerson = async (tx: Tx, actor: Actor<'admin'>, subject: { person_id: string }): Promise<void> => {
  await getPerson(tx, actor, subject.person_id)
  await tx
    .updateTable('person')
    .set({ deactivated_at: null })
    .where('person.authority_id', '=', actor.authority_id)
    .where('person.id', '=', subject.person_id)
    .execute()
}
