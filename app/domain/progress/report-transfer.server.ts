import type { Course } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Tx } from '#db/types.ts'
import { appendEvent } from './append-event.server.ts'

/** The person says how the transfer task went at work. May be said again; the latest word stands. */
export const reportTransfer = async (
  tx: Tx,
  actor: Actor,
  { course }: { readonly course: Course },
  facts: { readonly event_id: string; readonly status: 'done' | 'tried' | 'not_yet'; readonly now: string },
): Promise<'recorded' | 'already_recorded'> => {
  const where = { course_id: course.id, revision_id: course.revision, module_id: null, item_id: null }
  const appended = await appendEvent(tx, actor, {
    ...where,
    id: facts.event_id,
    type: 'transfer_reported',
    payload: { status: facts.status },
    occurred_at: facts.now,
  })
  return appended === 'already_recorded' ? appended : 'recorded'
}
