/** Who is looking: the one place where a session cookie becomes a person. */
import { findSession, type SessionPerson } from '#app/domain/identity/queries.server.ts'
import { isOver, needsTouch, sessionExpiry } from '#app/domain/identity/session.ts'
import { touchSession } from '#app/domain/identity/touch-session.server.ts'
import { type Language, LANGUAGES } from '#app/i18n/translate.ts'
import { toInstant } from '#app/platform/clock.ts'
import type { RoleProfile } from '#db/schema.ts'
import type { Actor, AnyRole } from '#app/domain/actor.ts'
import { languageCookie, type Theme, themeCookie } from './cookies.server.ts'
import type { RequestContext } from './house.server.ts'
import { sessionHash } from './session.server.ts'

/** A signed-in person, with what every page shows of them. */
export interface Viewer {
  readonly actor: Actor
  readonly person: {
    readonly given_name: string
    readonly family_name: string
    readonly email: string
    readonly language: Language | null
    readonly theme: Theme | null
    readonly role_profile: RoleProfile
  }
  readonly authority: { readonly name: string; readonly short_name: string; readonly contact_email: string }
  readonly org_unit: string
  /** `expires_at`: when the session is over if nothing more happens. */
  readonly session: { readonly id: string; readonly expires_at: string }
}

/** The signed-in person of the request, or undefined. Asked once a request; notes that the session was used, at most once a minute. */
export const findViewer = (context: RequestContext, request: Request): Promise<Viewer | undefined> => {
  const known = context.memo.get(MEMO) as Promise<Viewer | undefined> | undefined
  if (known !== undefined) return known
  const found = lookUp(context, request)
  context.memo.set(MEMO, found)
  return found
}

/** The language of the page: what the person chose, else this device, else the browser, else German. */
export const languageOf = (viewer: Viewer | undefined, request: Request): Language =>
  viewer?.person.language ?? languageCookie(request) ?? accepted(request.headers.get('accept-language') ?? '') ?? 'de'

/** The theme of the page: what the person chose, else this device; null leaves it to the system. */
export const themeOf = (viewer: Viewer | undefined, request: Request): Theme | null =>
  viewer === undefined ? (themeCookie(request) ?? null) : viewer.person.theme

const MEMO = 'viewer'

const lookUp = async (context: RequestContext, request: Request): Promise<Viewer | undefined> => {
  const hash = sessionHash(context, request)
  if (hash === undefined) return undefined
  const { db, clock, log } = context.house
  const session = await findSession(db, hash)
  const now = toInstant(clock())
  if (session === undefined || isOver(session, now)) return undefined
  if (!needsTouch(session, now)) return viewerFrom(session)
  try {
    await touchSession(db, session, { now })
    return viewerFrom({ ...session, last_seen_at: now })
  } catch (error) {
    // Reading must go on while the database cannot be written to.
    log.warn('session_not_touched', { request_id: context.requestId, error })
    return viewerFrom(session)
  }
}

const viewerFrom = (session: SessionPerson): Viewer => ({
  actor: { authority_id: session.authority_id, person_id: session.person_id, roles: new Set<AnyRole>(['learner', ...session.roles]) } as unknown as Actor,
  person: session.person,
  authority: session.authority,
  org_unit: session.org_unit,
  session: { id: session.id, expires_at: sessionExpiry(session) },
})

/** The first language of the header that the product speaks, by weight. */
const accepted = (header: string): Language | undefined => {
  const wishes = header.split(',').map((part, position) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = Number(
      parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    )
    return { primary: tag.split('-', 1)[0] ?? '', weight: Number.isNaN(weight) ? 0 : weight, position }
  })
  const best = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight || a.position - b.position)
  for (const { primary } of best) {
    const language = LANGUAGES.find((known) => known === primary)
    if (language !== undefined) return language
  }
  return undefined
}
