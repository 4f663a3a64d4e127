import type { Actor } from '#app/domain/actor.ts'
import { appendAudit } from '#app/domain/privacy/append-audit.server.ts'
import { NotFound } from '#app/domain/refusals.ts'
import type { Tx } from '#db/types.ts'

/** Characters of a reason. */
export const LONGEST_REASON = 500

/**
 * Revokes a certificate of the actor's own authority, with every paper that was exchanged for it or against it: they say the same. The
 * reason is shown to the holder, and the act stands in the trail. Twice is as good as once. Throws NotFound for another authority's.
 */
export const revokeCertificate = async (
  tx: Tx,
  actor: Actor<'hr'>,
  id: string,
  facts: { readonly reason: string; readonly now: string },
): Promise<{ readonly person_id: string; readonly outcome: 'revoked' | 'revoked_before' }> => {
  const { authority_id } = actor
  const one = await tx
    .selectFrom('certificate')
    .select(['person_id', 'course_id', 'cycle'])
    .where('certificate.authority_id', '=', authority_id)
    .where('certificate.id', '=', id)
    .executeTakeFirst()
  if (one === undefined) throw new NotFound()
  const { person_id, course_id, cycle } = one
  const changed = await tx
    .updateTable('certificate')
    .set({ revoked_at: facts.now, revoked_reason: facts.reason })
    .where('certificate.authority_id', '=', authority_id)
    .where('certificate.person_id', '=', person_id)
    .where('certificate.course_id', '=', course_id)
    .where('certificate.cycle', '=', cycle)
    .where('certificate.revoked_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return { person_id, outcome: 'revoked_before' }
  const act = {
    verb: 'certificate_revoked',
    subject_kind: 'certificate',
    subject_id: id,
    person_id,
    detail: { course: course_id },
    reason: facts.reason,
  } as const
  await appendAudit(tx, actor, act, { now: facts.now })
  return { person_id, outcome: 'revoked' }
}
