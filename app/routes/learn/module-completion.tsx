import { redirect } from '@remix-run/node'
import { getModule, moduleParams } from '#app/domain/catalogue/place.ts'
import { completeModule } from '#app/domain/progress/complete-module.server.ts'
import { eventIdOf } from '#app/domain/progress/event-id.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { paths } from '#app/paths.ts'

/** The person has worked through the module: on to the next one, or to the end of the course. */
export const action = defineAction({ allow: ['learner'], params: moduleParams }, async ({ tx, actor, house, params, form, now }) => {
  const { course, module } = getModule(house.catalogue, params)
  const { outcome } = await completeModule(tx, actor, { course, module }, { event_id: eventIdOf(form), now })
  if (outcome === 'course_completed') return redirect(paths.courseCompletion(course.slug), 303)
  if (outcome === 'items_missing') return redirect(paths.module(course.slug, module.slug, 'module-end', { notice: 'refused' }), 303)
  const following = course.modules[course.modules.findIndex(({ id }) => id === module.id) + 1]
  if (outcome === 'pass_mark_missed' || following === undefined) return redirect(paths.module(course.slug, module.slug, 'module-end'), 303)
  return redirect(paths.module(course.slug, following.slug, undefined, { done: module.id }), 303)
})

/** Nothing to see here: somebody came back to the address of the form. */
export const loader = defineLoader({ allow: ['learner'], params: moduleParams }, async ({ house, params }) => {
  const { course, module } = getModule(house.catalogue, params)
  return redirect(paths.module(course.slug, module.slug), 303)
})

/** Never drawn; with it, what goes wrong here is told on a whole page in the reader's language. */
export default function ModuleCompletion() {
  return null
}
