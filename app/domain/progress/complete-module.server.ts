import type { Course, ItemReference, Module } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Tx } from '#db/types.ts'
import { appendEvent } from './append-event.server.ts'
import { completeCourse } from './complete-course.server.ts'
import { findCourseProgress } from './queries.server.ts'
import { openItems } from './standing.ts'

export type ModuleCompletion =
  /** Required items that are not wholly answered; nothing was written. */
  | { readonly outcome: 'items_missing'; readonly missing: readonly ItemReference[] }
  /** `completed`: other modules are open · `pass_mark_missed`: all modules are completed, but the points do not reach the mark. */
  | { readonly outcome: 'completed' | 'course_completed' | 'pass_mark_missed' | 'already_recorded' }

/** The person has worked through the module. May be what completes the course. */
export const completeModule = async (
  tx: Tx,
  actor: Actor,
  { course, module }: { readonly course: Course; readonly module: Module },
  facts: { readonly event_id: string; readonly now: string },
): Promise<ModuleCompletion> => {
  const progress = await findCourseProgress(tx, actor, course.id)
  const before = progress.modules.find((state) => state.module_id === module.id)?.completed_at ?? null
  const missing = before === null ? openItems(module, progress.items) : []
  if (missing.length > 0) return { outcome: 'items_missing', missing }
  if (before === null) {
    const where = { course_id: course.id, revision_id: course.revision, module_id: module.id, item_id: null }
    await appendEvent(tx, actor, { ...where, id: facts.event_id, type: 'module_completed', payload: {}, occurred_at: facts.now })
  }
  const outcome = await completeCourse(tx, actor, course, facts)
  if (outcome === 'course_completed') return { outcome }
  if (before !== null || outcome === 'completed_before') return { outcome: before === null ? 'completed' : 'already_recorded' }
  return { outcome: outcome === 'modules_open' ? 'completed' : outcome }
}
