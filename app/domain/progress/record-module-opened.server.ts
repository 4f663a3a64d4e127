import type { Course, Module } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Tx } from '#db/types.ts'
import { appendEvent } from './append-event.server.ts'

/**
 * The person has opened the module. Coming back to the module where one is at work already leaves no second trace:
 * the ledger shows where somebody went on, not every visit.
 */
export const recordModuleOpened = async (
  tx: Tx,
  actor: Actor,
  { course, module }: { readonly course: Course; readonly module: Module },
  facts: { readonly event_id: string; readonly now: string },
): Promise<'recorded' | 'already_recorded'> => {
  const here = await tx
    .selectFrom('course_state as c')
    .innerJoin('module_state as m', (join) =>
      join
        .onRef('m.authority_id', '=', 'c.authority_id')
        .onRef('m.person_id', '=', 'c.person_id')
        .onRef('m.course_id', '=', 'c.course_id')
        .onRef('m.module_id', '=', 'c.last_module_id'),
    )
    .select('m.module_id')
    .where('c.authority_id', '=', actor.authority_id)
    .where('c.person_id', '=', actor.person_id)
    .where('c.course_id', '=', course.id)
    .executeTakeFirst()
  if (here?.module_id === module.id) return 'already_recorded'
  const where = { course_id: course.id, revision_id: course.revision, module_id: module.id, item_id: null }
  const appended = await appendEvent(tx, actor, { ...where, id: facts.event_id, type: 'module_opened', payload: {}, occurred_at: facts.now })
  return appended === 'already_recorded' ? appended : 'recorded'
}
