import type { Course } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import { addMonths } from '#app/platform/calendar.ts'
import type { Tx } from '#db/types.ts'
import { contentOf } from './certificate.ts'
import { insertPaper } from './insert-paper.server.ts'
import { getHolder } from './queries.server.ts'

/** Learning goes through a course once until recertification counts on. */
const FIRST_CYCLE = 1

/**
 * Issues the actor's certificate for a course as it was completed; the caller has made sure that it was. Once for each person, course and
 * cycle: whoever asks again gets the id of the paper there is. `completed_on` is a calendar day in Europe/Berlin; validity counts from it.
 */
export const issueCertificate = async (
  tx: Tx,
  actor: Actor,
  course: Course,
  facts: { readonly completed_on: string; readonly now: string },
): Promise<{ readonly certificate: string; readonly outcome: 'issued' | 'issued_before' }> => {
  const { authority_id, person_id } = actor
  const before = await tx
    .selectFrom('certificate')
    .select('certificate.id')
    .where('certificate.authority_id', '=', authority_id)
    .where('certificate.person_id', '=', person_id)
    .where('certificate.course_id', '=', course.id)
    .where('certificate.cycle', '=', FIRST_CYCLE)
    .orderBy('certificate.issued_at', 'desc')
    .orderBy('certificate.id', 'desc')
    .executeTakeFirst()
  if (before !== undefined) return { certificate: before.id, outcome: 'issued_before' }
  const holder = await getHolder(tx, actor)
  const certificate = await insertPaper(tx, {
    authority_id,
    person_id,
    course_id: course.id,
    revision_id: course.revision,
    cycle: FIRST_CYCLE,
    holder_name: holder.name,
    authority_name: holder.authority,
    content: JSON.stringify(contentOf(course)),
    completed_on: facts.completed_on,
    issued_at: facts.now,
    valid_until: course.valid_months === undefined ? null : addMonths(facts.completed_on, course.valid_months),
    replaces_id: null,
  })
  return { certificate, outcome: 'issued' }
}
