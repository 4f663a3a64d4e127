import type { Request, RequestHandler } from 'express'
import { DoorProblem } from './door-page.ts'

const HOST = /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/
const FORWARDED = ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-server', 'x-original-host', 'x-original-url', 'x-rewrite-url']
/** Believed only from proxies that the operator has counted. */
const FROM_PROXY = ['x-forwarded-for', 'x-forwarded-proto']

/**
 * Settles under which address the request came. What a client may claim about it is dropped; a configured public origin
 * replaces the Host header, so that nothing behind this door can be led to another host.
 */
export const origin = (publicOrigin: string | undefined, trustProxy: number): RequestHandler => {
  const publicHost = publicOrigin === undefined ? undefined : new URL(publicOrigin).host
  return (request, _response, next) => {
    for (const name of FORWARDED) delete request.headers[name]
    if (trustProxy === 0) for (const name of FROM_PROXY) delete request.headers[name]
    if (publicHost !== undefined) request.headers.host = publicHost
    const addressed = HOST.test(request.headers.host ?? '') && isReadable(request.originalUrl)
    next(addressed ? undefined : new DoorProblem(400, 'wrongAddress'))
  }
}

/** A path that begins with two slashes would be read as a host further on; one that cannot be decoded matches no page. */
const isReadable = (url: string): boolean => {
  const path = url.split('?', 1)[0] ?? ''
  if (!/^\/(?![/\\])/.test(path)) return false
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/**
 * Forms are taken from our own pages only. `SameSite` cookies are not enough: sibling hosts (`*.hessen.de`) are the same site.
 * Browsers that send Sec-Fetch-Site must say `same-origin`; others, and programs, must name our origin exactly.
 */
export const sameOrigin =
  (publicOrigin: string | undefined): RequestHandler =>
  (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    next(isOurs(request, publicOrigin) ? undefined : new DoorProblem(403, 'foreignForm'))
  }

const isOurs = (request: Request, publicOrigin: string | undefined): boolean => {
  const site = request.headers['sec-fetch-site']
  const from = request.headers.origin
  if (site === undefined) return from !== undefined && from === (publicOrigin ?? `${request.protocol}://${request.headers.host}`)
  // Behind a TLS proxy that is not configured here the scheme is unknown, but the browser has vouched for it.
  return site === 'same-origin' && (from === undefined || (URL.canParse(from) && new URL(from).host === request.headers.host))
}
