import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { endSession } from '#app/domain/identity/end-session.server.ts'
import { defineAction, defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { endedSessionCookie } from '#app/http/session.server.ts'
import { paths } from '#app/paths.ts'

const params = z.object({ session: z.string().max(100) })

export const loader = defineLoader({ allow: ['learner'], params }, async () => redirect(paths.sessions()))

/** Ends one of the own sessions; ending the one in use is signing out. */
export const action = defineAction({ allow: ['learner'], params }, async ({ tx, actor, params: { session }, context, request }) => {
  await endSession(tx, actor, { id: session })
  const here = (await viewerOf(context, request))?.session.id === session
  if (here) return redirect(paths.signIn(), { status: 303, headers: { 'set-cookie': endedSessionCookie(context) } })
  return redirect(paths.sessions('ended'), { status: 303 })
})

/** Never drawn; with it, what goes wrong here is told on a whole page in the reader's language. */
export default function SessionEnd() {
  return null
}
