import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { appendAudit } from '../privacy/append-audit.server.ts'
import { getAssignment } from './queries.server.ts'

/**
 * Withdraws an assignment of the actor's authority: from now on nobody is asked, and it stays in the list with its reason. Cannot be undone.
 * 'withdrawn_before' where somebody did so already, with whatever reason; the same form sent twice is one withdrawal. Stands in the trail.
 * Throws NotFound for another authority's.
 */
export const withdrawAssignment = async (
  tx: Tx,
  actor: Actor<'hr'>,
  id: string,
  facts: { readonly reason: string; readonly now: string },
): Promise<'withdrawn' | 'withdrawn_before'> => {
  const { course_id, withdrawn_at, withdrawn_reason } = await getAssignment(tx, actor, id)
  if (withdrawn_at !== null) return withdrawn_reason === facts.reason ? 'withdrawn' : 'withdrawn_before'
  await tx
    .updateTable('assignment')
    .set({ withdrawn_at: facts.now, withdrawn_reason: facts.reason })
    .where('assignment.authority_id', '=', actor.authority_id)
    .where('assignment.id', '=', id)
    .execute()
  const act = { verb: 'assignment_withdrawn', subject_kind: 'assignment', subject_id: id, detail: { course: course_id }, reason: facts.reason } as const
  await appendAudit(tx, actor, act, { now: facts.now })
  return 'withdrawn'
}
