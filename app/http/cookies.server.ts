/** The cookies of the product: what they are called, and how they are read and set. */
import { type Language, LANGUAGES } from '#app/i18n/translate.ts'

export type Theme = 'light' | 'dark'

/** The value of a cookie of the request, or undefined. The first of a name counts. */
export const readCookie = (request: Request, name: string): string | undefined => {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/** Names of the two cookies that hold a secret. `__Host-` makes the browser refuse them from sibling hosts (`*.hessen.de`). */
export const secretCookieName = (name: 'session' | 'held', secure: boolean): string => (secure ? `__Host-${name}` : name)

/** A `Set-Cookie` for a secret. Without `maxAge` (seconds) it ends with the browser; 0 removes it. */
export const secretCookie = (name: 'session' | 'held', value: string, secure: boolean, maxAge?: number): string =>
  `${secretCookieName(name, secure)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}`

/** The language chosen on this device, or undefined. */
export const languageCookie = (request: Request): Language | undefined => LANGUAGES.find((language) => language === readCookie(request, 'language'))

/** The theme chosen on this device, or undefined: then the system decides. */
export const themeCookie = (request: Request): Theme | undefined => {
  const value = readCookie(request, 'theme')
  return value === 'light' || value === 'dark' ? value : undefined
}

/** A `Set-Cookie` for a choice that is no secret, kept for a year; null removes it. */
export const choiceCookie = (name: 'language' | 'theme', value: string | null, secure: boolean): string =>
  `${name}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}; Max-Age=${value === null ? 0 : YEAR}`

/** In seconds. */
const YEAR = 365 * 24 * 60 * 60
