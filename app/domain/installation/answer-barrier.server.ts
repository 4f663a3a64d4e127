import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { NotFound } from '../refusals.ts'
import { getOwnInstallation } from './queries.server.ts'

/**
 * Notes that a report of a barrier was answered, or that it is open after all. The first answer's date stays when it is sent twice.
 * Sends nothing. Throws Forbidden unless the actor's authority operates the installation, NotFound for a report that is not there.
 */
export const answerBarrier = async (
  tx: Tx,
  actor: Actor<'admin'>,
  subject: { report_id: string },
  facts: { answered: boolean; now: string },
): Promise<'done'> => {
  await getOwnInstallation(tx, actor)
  const report = await tx
    .selectFrom('barrier_report')
    .select('answered_at')
    .where('barrier_report.authority_id', '=', actor.authority_id)
    .where('barrier_report.id', '=', subject.report_id)
    .executeTakeFirst()
  if (report === undefined) throw new NotFound()
  if ((report.answered_at !== null) === facts.answered) return 'done'
  await tx
    .updateTable('barrier_report')
    .set({ answered_at: facts.answered ? facts.now : null })
    .where('barrier_report.authority_id', '=', actor.authority_id)
    .where('barrier_report.id', '=', subject.report_id)
    .execute()
  return 'done'
}
