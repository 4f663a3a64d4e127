import { newId } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { normalEmail } from '../identity/email.ts'
import { listTakenEmails } from '../identity/queries.server.ts'
import { inPieces } from './in-pieces.ts'
import type { PersonFacts } from './person-facts.ts'
import { requireOrgUnits } from './require-own.server.ts'

/** Somebody who gets an account. */
export type NewPerson = PersonFacts & { readonly email: string }

/**
 * New accounts in the actor's authority, still without passwords: invitations follow. 'email_taken', and nobody is created, when an
 * address occurs twice or is used anywhere in the installation, because people sign in with it. Throws NotFound for an org unit of
 * another authority. Returns the ids in the order given.
 */
export const createPeople = async (
  tx: Tx,
  actor: Actor<'admin'>,
  people: readonly NewPerson[],
  facts: { now: string },
): Promise<readonly string[] | 'email_taken'> => {
  const { authority_id } = actor
  await requireOrgUnits(tx, actor, new Set(people.map(({ org_unit_id }) => org_unit_id)))
  const emails = people.map(({ email }) => normalEmail(email))
  if (new Set(emails).size < emails.length || (await listTakenEmails(tx, emails)).size > 0) return 'email_taken'
  const rows = people.map(({ email, given_name, family_name, org_unit_id, role_profile }, at) => ({
    ...{ authority_id, id: newId(), email: email.trim(), email_norm: emails[at] ?? '' },
    ...{ given_name, family_name, org_unit_id, role_profile, language: null, theme: null },
    ...{ password_hash: null, password_changed_at: null, deactivated_at: null, created_at: facts.now },
  }))
  for (const piece of inPieces(rows)) await tx.insertInto('person').values(piece).execute()
  const roles = people.flatMap((person, at) =>
    [...new Set(person.roles)].map((role) => ({ authority_id, person_id: rows[at]?.id ?? '', role, granted_at: facts.now })),
  )
  for (const piece of inPieces(roles)) await tx.insertInto('person_role').values(piece).execute()
  return rows.map(({ id }) => id)
}
