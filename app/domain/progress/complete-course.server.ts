import type { Course } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import { issueCertificate } from '#app/domain/certificate/issue-certificate.server.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import type { Tx } from '#db/types.ts'
import { appendEvent, derivedId } from './append-event.server.ts'
import { pointsOf, reachesPassMark } from './pass-mark.ts'
import { findCourseProgress, findModuleProgress } from './queries.server.ts'

/**
 * Completes the course if every module of this revision is completed and the pass mark is reached, and issues the certificate with it. `event_id` is that of the
 * step that may have been the last. 'modules_open' and 'pass_mark_missed' say what is still missing.
 */
export const completeCourse = async (
  tx: Tx,
  actor: Actor,
  course: Course,
  facts: { readonly event_id: string; readonly now: string },
): Promise<'course_completed' | 'completed_before' | 'modules_open' | 'pass_mark_missed'> => {
  const progress = await findModuleProgress(tx, actor, course.id)
  if ((progress.course?.completed_at ?? null) !== null) return 'completed_before'
  const completed = (id: string) => progress.modules.some((module) => module.module_id === id && module.completed_at !== null)
  if (!course.modules.every((module) => completed(module.id))) return 'modules_open'
  // Asked last: most answers are given before every module is completed.
  const points = pointsOf(course, (await findCourseProgress(tx, actor, course.id)).items)
  if (!reachesPassMark(course, points)) return 'pass_mark_missed'
  await appendEvent(tx, actor, {
    id: derivedId(facts.event_id, ['course_completed']),
    course_id: course.id,
    revision_id: course.revision,
    module_id: null,
    item_id: null,
    type: 'course_completed',
    payload: { score: points.score },
    occurred_at: facts.now,
  })
  await issueCertificate(tx, actor, course, { completed_on: dateInBerlin(facts.now), now: facts.now })
  return 'course_completed'
}
