import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { endSessions } from '../identity/end-sessions.server.ts'
import { getPerson, hasOtherAdmin } from './queries.server.ts'

/**
 * Closes an account: its sessions and open invitations end at once; what the person has learned stays. 'self' for one's own
 * account, 'last_admin' when nobody would be left who can administer. Twice is as good as once. Throws NotFound for another authority's person.
 */
export const deactivatePerson = async (
  tx: Tx,
  actor: Actor<'admin'>,
  subject: { person_id: string },
  facts: { now: string },
): Promise<'done' | 'self' | 'last_admin'> => {
  const { authority_id } = actor
  const { person_id } = subject
  const person = await getPerson(tx, actor, person_id)
  if (person.roles.includes('admin') && !(await hasOtherAdmin(tx, actor, person_id))) return 'last_admin'
  if (person_id === actor.person_id) return 'self'
  await tx
    .updateTable('person')
    .set({ deactivated_at: facts.now })
    .where('person.authority_id', '=', authority_id)
    .where('person.id', '=', person_id)
    .where('person.deactivated_at', 'is', null)
    .execute()
  await tx
    .deleteFrom('invitation')
    .where('invitation.authority_id', '=', authority_id)
    .where('invitation.person_id', '=', person_id)
    .where('invitation.used_at', 'is', null)
    .execute()
  await endSessions(tx, { authority_id, person_id }, {})
  return 'done'
}
