import { redirect } from '@remix-run/node'
import { endSession } from '#app/domain/identity/end-session.server.ts'
import { defineAction, defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { endedSessionCookie } from '#app/http/session.server.ts'
import { paths } from '#app/paths.ts'

/** Signing out changes something, so a link cannot do it. */
export const loader = defineLoader({ allow: 'everyone' }, async () => redirect(paths.home()))

export const action = defineAction({ allow: 'everyone' }, async ({ tx, context, request }) => {
  const viewer = await viewerOf(context, request)
  if (viewer !== undefined) await endSession(tx, viewer.actor, viewer.session)
  return redirect(paths.signIn(), { status: 303, headers: { 'set-cookie': endedSessionCookie(context) } })
})

/** Never drawn; with it, what goes wrong here is told on a whole page in the reader's language. */
export default function SignOut() {
  return null
}
