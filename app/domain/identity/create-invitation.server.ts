import { fingerprint, newId, newSecret } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { appendAudit } from '../privacy/append-audit.server.ts'
import { NotFound } from '../refusals.ts'
import { shifted } from './session.ts'

/** An invitation holds for a day (ASVS 6.4.1). Milliseconds. */
const INVITATION_HOLDS = 24 * 60 * 60_000

interface NewInvitation {
  /** For the link. Not stored and never shown again. */
  readonly token: string
  readonly expires_at: string
}

/**
 * A link with which the person sets a password, once. Earlier links of the person stop working. For a person who has a password
 * already it is the way back in. The trail says that one was made. 'deactivated' is refused; throws NotFound for a person of another authority.
 */
export const createInvitation = async (
  tx: Tx,
  actor: Actor<'admin'>,
  subject: { person_id: string },
  facts: { now: string },
): Promise<NewInvitation | 'deactivated'> => {
  const { authority_id } = actor
  const person = await tx
    .selectFrom('person')
    .select('person.deactivated_at')
    .where('person.authority_id', '=', authority_id)
    .where('person.id', '=', subject.person_id)
    .executeTakeFirst()
  if (person === undefined) throw new NotFound()
  if (person.deactivated_at !== null) return 'deactivated'
  await tx
    .deleteFrom('invitation')
    .where('invitation.authority_id', '=', authority_id)
    .where('invitation.person_id', '=', subject.person_id)
    .where('invitation.used_at', 'is', null)
    .execute()
  const invitation: NewInvitation = { token: newSecret(), expires_at: shifted(facts.now, INVITATION_HOLDS) }
  await tx
    .insertInto('invitation')
    .values({
      authority_id,
      id: newId(),
      token_hash: fingerprint(invitation.token),
      person_id: subject.person_id,
      created_by: actor.person_id,
      created_at: facts.now,
      expires_at: invitation.expires_at,
      used_at: null,
    })
    .execute()
  const { person_id } = subject
  await appendAudit(tx, actor, { verb: 'invitation_made', subject_kind: 'person', subject_id: person_id, person_id }, facts)
  return invitation
}
