import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { touchSession } from '#app/domain/identity/touch-session.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { safePath } from '#app/http/safe-path.server.ts'
import { sessionHash } from '#app/http/session.server.ts'
import { paths } from '#app/paths.ts'

export const loader = defineLoader({ allow: ['learner'] }, async () => redirect(paths.home()))

/** Starts the idle time anew, for somebody who reads or writes for long. Back to the page named in `next`, or 204 without one. */
export const action = defineAction(
  { allow: ['learner'], input: z.object({ next: z.string().optional().catch(undefined) }) },
  async ({ tx, actor, input, context, request, now }) => {
    const id_hash = sessionHash(context, request)
    if (id_hash !== undefined) await touchSession(tx, { authority_id: actor.authority_id, id_hash }, { now })
    return input.next === undefined ? new Response(null, { status: 204 }) : redirect(safePath(input.next), { status: 303 })
  },
)
