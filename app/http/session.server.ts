/** The session cookie: from request to fingerprint, from secret to header. */
import { fingerprint } from '#app/platform/ids.server.ts'
import { readCookie, secretCookie, secretCookieName } from './cookies.server.ts'
import type { RequestContext } from './house.server.ts'

/** 32 bytes as base64url. Anything else was not given by us and is not looked up. */
const SECRET = /^[A-Za-z0-9_-]{43}$/

/** SHA-256 of the secret in the request's session cookie, or undefined. */
export const sessionHash = (context: RequestContext, request: Request): string | undefined => secretHash(context, request, 'session')

/** SHA-256 of the secret of the held form, or undefined. */
export const heldHash = (context: RequestContext, request: Request): string | undefined => secretHash(context, request, 'held')

/** `Set-Cookie` that signs in. Ends with the browser; how long the session lasts is decided by the server. */
export const sessionCookie = (context: RequestContext, secret: string): string => secretCookie('session', secret, context.house.secure)

/** `Set-Cookie` that removes the session from the browser. */
export const endedSessionCookie = (context: RequestContext): string => secretCookie('session', '', context.house.secure, 0)

/** Browser and system in words, for "my devices". The raw header is a fingerprint and is not kept. */
export const deviceOf = (request: Request): string => {
  const agent = request.headers.get('user-agent') ?? ''
  const browser = BROWSERS.find(([mark]) => agent.includes(mark))?.[1]
  const system = SYSTEMS.find(([mark]) => agent.includes(mark))?.[1]
  return [browser, system].filter((word) => word !== undefined).join(', ')
}

const secretHash = (context: RequestContext, request: Request, name: 'session' | 'held') => {
  const secret = readCookie(request, secretCookieName(name, context.house.secure))
  return secret !== undefined && SECRET.test(secret) ? fingerprint(secret) : undefined
}

// Order matters: Edge also says Chrome, Chrome also says Safari, Android also says Linux.
const BROWSERS = [
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['OPR', 'Opera'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const SYSTEMS = [
  ['Windows', 'Windows'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS', 'macOS'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const
