import type { Actor } from '#app/domain/actor.ts'
import { findRevision } from '#app/domain/catalogue/load-catalogue.server.ts'
import { issueCertificate } from '#app/domain/certificate/issue-certificate.server.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import type { Tx } from '#db/types.ts'

/**
 * The certificate of a course that the actor has completed before certificates came with the completion: issued for the revision and the day
 * of the completion, even where neither course nor revision is offered any more. Asked again, the id of the same paper.
 * 'not_completed'; NotFound for a course that never was. `course` is its id or slug.
 */
export const certifyCompletion = async (
  tx: Tx,
  actor: Actor,
  course: string,
  facts: { readonly now: string },
): Promise<{ readonly certificate: string } | 'not_completed'> => {
  const known = await tx
    .selectFrom('course')
    .select('id')
    .where((where) => where.or([where('slug', '=', course), where('id', '=', course)]))
    .orderBy((order) => order.case().when('slug', '=', course).then(0).else(1).end())
    .executeTakeFirst()
  if (known === undefined) throw new NotFound()
  const state = await tx
    .selectFrom('course_state')
    .select(['completed_at', 'completed_revision_id'])
    .where('authority_id', '=', actor.authority_id)
    .where('person_id', '=', actor.person_id)
    .where('course_id', '=', known.id)
    .executeTakeFirst()
  if (state === undefined || state.completed_at === null || state.completed_revision_id === null) return 'not_completed'
  const revision = await findRevision(tx, state.completed_revision_id)
  if (revision === undefined) throw new Error(`revision ${state.completed_revision_id} is missing`)
  const { certificate } = await issueCertificate(tx, actor, revision.course, { completed_on: dateInBerlin(state.completed_at), now: facts.now })
  return { certificate }
}
