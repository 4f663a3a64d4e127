import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { appendAudit } from '../privacy/append-audit.server.ts'
import { getPerson } from './queries.server.ts'
import { reactivatePeople } from './reactivate-people.server.ts'

/** Opens one closed account again, by the rules of `reactivatePeople`. The trail says so. */
export const reactivatePerson = async (tx: Tx, actor: Actor<'admin'>, subject: { person_id: string }, facts: { now: string }): Promise<void> => {
  const { person_id } = subject
  const closed = (await getPerson(tx, actor, person_id)).deactivated_at !== null
  await reactivatePeople(tx, actor, [person_id])
  if (closed) await appendAudit(tx, actor, { verb: 'account_reactivated', subject_kind: 'person', subject_id: person_id, person_id }, facts)
}
