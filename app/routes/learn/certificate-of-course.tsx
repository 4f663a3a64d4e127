import { redirect } from '@remix-run/node'
import { courseParams } from '#app/domain/catalogue/place.ts'
import { certifyCompletion } from '#app/domain/progress/certify-completion.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { paths } from '#app/paths.ts'

/** Asked for as a page, it leads to the list: certificates are issued by a form only. */
export const loader = defineLoader({ allow: ['learner'], params: courseParams }, async () => redirect(paths.certificates()))

/** The certificate of a course that was completed without one. Sent twice, it leads to the same paper. */
export const action = defineAction({ allow: ['learner'], params: courseParams }, async ({ tx, actor, params, house, context, now, after }) => {
  const made = await certifyCompletion(tx, actor, params.course, { now })
  if (made === 'not_completed') return redirect(paths.certificates(), 303)
  after(() => house.log.info('certificate_issued', { request_id: context.requestId, authority_id: actor.authority_id }))
  return redirect(paths.certificate(made.certificate, 'issued'), 303)
})
