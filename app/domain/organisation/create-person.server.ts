import { newId } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { normalEmail } from '../identity/email.ts'
import { findCredentials } from '../identity/queries.server.ts'
import type { PersonFacts } from './person-facts.ts'
import { getOrgUnit } from './queries.server.ts'

/**
 * A new account in the actor's authority, still without a password: an invitation follows. 'email_taken' when the address is
 * used anywhere in the installation, because people sign in with it. Throws NotFound for an org unit of another authority.
 */
export const createPerson = async (
  tx: Tx,
  actor: Actor<'admin'>,
  facts: PersonFacts & { email: string; now: string },
): Promise<{ person_id: string } | 'email_taken'> => {
  const { authority_id } = actor
  await getOrgUnit(tx, actor, facts.org_unit_id)
  const email_norm = normalEmail(facts.email)
  if ((await findCredentials(tx, email_norm)) !== undefined) return 'email_taken'
  const person_id = newId()
  await tx
    .insertInto('person')
    .values({
      authority_id,
      id: person_id,
      email: facts.email.trim(),
      email_norm,
      given_name: facts.given_name,
      family_name: facts.family_name,
      org_unit_id: facts.org_unit_id,
      role_profile: facts.role_profile,
      language: null,
      theme: null,
      password_hash: null,
      password_changed_at: null,
      deactivated_at: null,
      created_at: facts.now,
    })
    .execute()
  for (const role of new Set(facts.roles)) await tx.insertInto('person_role').values({ authority_id, person_id, role, granted_at: facts.now }).execute()
  return { person_id }
}
