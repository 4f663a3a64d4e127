import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { endSessionsOf } from '../identity/end-sessions.server.ts'
import { inPieces } from './in-pieces.ts'
import { hasAdminBeyond, listAdminsAmong } from './queries.server.ts'
import { requirePeople } from './require-own.server.ts'

/**
 * Closes accounts: their sessions and open invitations end at once; what the people have learned stays. 'self' where one's own account is
 * among them, 'last_admin' when nobody would be left who can administer; then none is closed. Twice is as good as once. Throws NotFound
 * for another authority's person.
 */
export const deactivatePeople = async (
  tx: Tx,
  actor: Actor<'admin'>,
  person_ids: readonly string[],
  facts: { now: string },
): Promise<'done' | 'self' | 'last_admin'> => {
  const { authority_id } = actor
  await requirePeople(tx, actor, person_ids)
  const closing = new Set(person_ids)
  if ((await listAdminsAmong(tx, actor, closing)).length > 0 && !(await hasAdminBeyond(tx, actor, closing))) return 'last_admin'
  if (closing.has(actor.person_id)) return 'self'
  for (const piece of inPieces(person_ids)) {
    await tx
      .updateTable('person')
      .set({ deactivated_at: facts.now })
      .where('person.authority_id', '=', authority_id)
      .where('person.id', 'in', piece)
      .where('person.deactivated_at', 'is', null)
      .execute()
    await tx
      .deleteFrom('invitation')
      .where('invitation.authority_id', '=', authority_id)
      .where('invitation.person_id', 'in', piece)
      .where('invitation.used_at', 'is', null)
      .execute()
    await endSessionsOf(tx, authority_id, piece)
  }
  return 'done'
}
