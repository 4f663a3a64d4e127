import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { appendAudit } from '../privacy/append-audit.server.ts'
import { deactivatePeople } from './deactivate-people.server.ts'
import { getPerson } from './queries.server.ts'

/** Closes one account, by the rules of `deactivatePeople`. The trail says so. */
export const deactivatePerson = async (
  tx: Tx,
  actor: Actor<'admin'>,
  subject: { person_id: string },
  facts: { now: string },
): Promise<'done' | 'self' | 'last_admin'> => {
  const { person_id } = subject
  const open = (await getPerson(tx, actor, person_id)).deactivated_at === null
  const result = await deactivatePeople(tx, actor, [person_id], facts)
  if (result === 'done' && open) await appendAudit(tx, actor, { verb: 'account_deactivated', subject_kind: 'person', subject_id: person_id, person_id }, facts)
  return result
}
