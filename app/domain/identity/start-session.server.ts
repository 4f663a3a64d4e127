import { fingerprint, newId, newSecret } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import { forgottenBefore } from './session.ts'
import type { PersonRef } from './sign-in.server.ts'

/**
 * Starts a session and returns the secret for the cookie; only its fingerprint is stored. Ends the session the browser had
 * before (`replaces`, a fingerprint), so that a planted one is worth nothing. Forgets sessions of the authority that ended long ago.
 */
export const startSession = async (tx: Tx, person: PersonRef, facts: { device: string; replaces: string | undefined; now: string }): Promise<string> => {
  const { authority_id, person_id } = person
  const secret = newSecret()
  await tx.deleteFrom('session').where('session.authority_id', '=', authority_id).where('session.last_seen_at', '<', forgottenBefore(facts.now)).execute()
  if (facts.replaces !== undefined)
    await tx.deleteFrom('session').where('session.authority_id', '=', authority_id).where('session.id_hash', '=', facts.replaces).execute()
  await tx
    .insertInto('session')
    .values({ authority_id, person_id, id: newId(), id_hash: fingerprint(secret), created_at: facts.now, last_seen_at: facts.now, device: facts.device })
    .execute()
  return secret
}
