import type { Actor } from '#app/domain/actor.ts'
import { findRevision } from '#app/domain/catalogue/load-catalogue.server.ts'
import { contentOf } from '#app/domain/certificate/certificate.ts'
import { listOwnCertificates } from '#app/domain/certificate/queries.server.ts'
import type { Db } from '#db/types.ts'
import { listCourseStates } from './queries.server.ts'

/** A completed course for which there is no certificate. */
export interface Uncertified {
  readonly course_id: string
  readonly course_number: number
  /** As the course was completed, by language. */
  readonly text: ReturnType<typeof contentOf>['text']
  readonly completed_at: string
}

/** The courses the actor completed before certificates came with the completion; also such that are no longer offered. */
export const listUncertified = async (db: Db, actor: Actor): Promise<readonly Uncertified[]> => {
  const certified = new Set((await listOwnCertificates(db, actor)).map(({ course_id }) => course_id))
  const found: Uncertified[] = []
  for (const { course_id, completed_at, completed_revision_id } of await listCourseStates(db, actor)) {
    if (completed_at === null || completed_revision_id === null || certified.has(course_id)) continue
    const revision = await findRevision(db, completed_revision_id)
    if (revision === undefined) continue
    const { course_number, text } = contentOf(revision.course)
    found.push({ course_id, course_number, text, completed_at })
  }
  return found
}
