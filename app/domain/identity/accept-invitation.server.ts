import { fingerprint } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import { endSessions } from './end-sessions.server.ts'
import { findInvitation } from './queries.server.ts'
import type { PersonRef } from './sign-in.server.ts'

/**
 * Sets the first (or a new) password with an invitation link, and uses the link up. Every session of the person ends.
 * 'gone' when the link was used, is older than a day, was replaced, or never existed: nobody learns which.
 */
export const acceptInvitation = async (tx: Tx, given: { token: string; hash: string }, facts: { now: string }): Promise<PersonRef | 'gone'> => {
  const invitation = await findInvitation(tx, given.token, facts)
  if (invitation === undefined) return 'gone'
  const { authority_id, person_id } = invitation
  const used = await tx
    .updateTable('invitation')
    .set({ used_at: facts.now })
    .where('invitation.authority_id', '=', authority_id)
    .where('invitation.token_hash', '=', fingerprint(given.token))
    .where('invitation.used_at', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) return 'gone'
  await tx
    .updateTable('person')
    .set({ password_hash: given.hash, password_changed_at: facts.now })
    .where('person.authority_id', '=', authority_id)
    .where('person.id', '=', person_id)
    .execute()
  const person = { authority_id, person_id }
  await endSessions(tx, person, {})
  return person
}
