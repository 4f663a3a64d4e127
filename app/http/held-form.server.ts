/**
 * A form that arrives after its session has expired is kept for a day and offered again after the same person has signed in,
 * so that nothing typed is lost.
 */
import { isDeepStrictEqual } from 'node:util'
import { findHeldForm, findSession, type HeldForm } from '#app/domain/identity/queries.server.ts'
import { dropHeldForm, HELD_FOR, holdFormOf } from '#app/domain/identity/hold-form.server.ts'
import { isOver } from '#app/domain/identity/session.ts'
import { paths } from '#app/paths.ts'
import { toInstant } from '#app/platform/clock.ts'
import { newSecret } from '#app/platform/ids.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { secretCookie } from './cookies.server.ts'
import type { Tx } from '#db/types.ts'
import type { FormValues } from './form.server.ts'
import type { RequestContext } from './house.server.ts'
import { safePath } from './safe-path.server.ts'
import { heldHash, sessionHash } from './session.server.ts'

/**
 * Keeps the form if it was sent with the cookie of a session that has merely expired, and returns the headers that let this
 * browser find it again; otherwise returns no headers. Writes one row. Passwords are never kept.
 */
export const holdForm = async (request: Request, context: RequestContext, form: FormValues): Promise<Headers> => {
  const headers = new Headers()
  const url = new URL(request.url)
  const hash = sessionHash(context, request)
  if (hash === undefined || !isHoldable(url.pathname)) return headers
  const session = await findSession(context.house.db, hash)
  const now = toInstant(context.house.clock())
  if (session === undefined || !isOver(session, now)) return headers
  const secret = newSecret()
  await context.house.db
    .transaction()
    .execute((tx) => holdFormOf(tx, session, { secret, path: safePath(`${url.pathname}${url.search}`), body: withoutPasswords(form) }, { now }))
  headers.append('set-cookie', secretCookie('held', secret, context.house.secure, HELD_FOR / 1000))
  return headers
}

/** The form that waits for this person in this browser, or undefined. Another person's is not found. */
export const heldFormOf = async (request: Request, context: RequestContext, actor: Actor<'learner'>): Promise<HeldForm | undefined> => {
  const hash = heldHash(context, request)
  return hash === undefined ? undefined : findHeldForm(context.house.db, actor, hash, { now: toInstant(context.house.clock()) })
}

/** Forgets the form that waits in this browser once it has been sent as it was. Another form of the same page is no reason. */
export const dropSentForm = async (tx: Tx, request: Request, context: RequestContext, actor: Actor<'learner'>, sent: FormValues): Promise<void> => {
  const hash = heldHash(context, request)
  if (hash === undefined) return
  const held = await findHeldForm(tx, actor, hash, { now: toInstant(context.house.clock()) })
  if (held !== undefined && isDeepStrictEqual(held.body, withoutPasswords(sent))) await dropHeldForm(tx, actor, hash)
}

/** `Set-Cookie` that makes the browser forget the held form. */
export const droppedHeldCookie = (context: RequestContext): string => secretCookie('held', '', context.house.secure, 0)

/** Forms that carry a secret, or that make no sense later. */
const isHoldable = (path: string) =>
  ![paths.signIn(), paths.signOut(), paths.password(), paths.heldForm(), paths.sessionExtension(), paths.preferences()].includes(path) &&
  !path.startsWith('/invitation/')

const withoutPasswords = (form: FormValues): FormValues => Object.fromEntries(Object.entries(form).filter(([name]) => !/passwor/i.test(name)))
