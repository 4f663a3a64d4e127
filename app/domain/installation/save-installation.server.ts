import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { appendAudit } from '../privacy/append-audit.server.ts'
import type { DetailName, InstallationDetails } from './details.ts'
import { getOwnInstallation } from './queries.server.ts'

/**
 * Stores what the legal pages say, and writes into the trail which fields changed. `seen` is the `changed_at` of the details that
 * the form was filled from: 'changed_meanwhile' when somebody else has saved since, and nothing is written. The same details
 * once more change nothing. Throws Forbidden unless the actor's authority operates the installation.
 */
export const saveInstallation = async (
  tx: Tx,
  actor: Actor<'admin'>,
  facts: { details: InstallationDetails; seen: string; now: string },
): Promise<'done' | 'changed_meanwhile'> => {
  const { details: before, changed_at } = await getOwnInstallation(tx, actor)
  const fields = changedFields(before, facts.details)
  if (fields.length === 0) return 'done'
  if (facts.seen !== changed_at) return 'changed_meanwhile'
  await tx
    .updateTable('installation')
    .set({ details: JSON.stringify(facts.details), changed_at: facts.now })
    .where('installation.id', '=', 1)
    .execute()
  await appendAudit(tx, actor, { verb: 'installation_changed', subject_kind: 'installation', subject_id: '1', detail: { fields } }, { now: facts.now })
  return 'done'
}

/** The fields in which two versions differ. */
export const changedFields = (a: InstallationDetails, b: InstallationDetails): DetailName[] =>
  (Object.keys(b) as DetailName[]).filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
