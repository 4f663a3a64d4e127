import type { RequestHandler, Response } from 'express'
import { newId, newSecret } from '#app/platform/ids.server.ts'

/** What the doors know of a request, for the doors and pages behind. */
export interface Known {
  /** For log lines and error pages; made here, never taken from outside. */
  readonly requestId: string
  /** The only scripts that may run are those that carry it. */
  readonly nonce: string
}

/** First door: an id and a nonce for the request. */
export const known: RequestHandler = (_request, response, next) => {
  response.locals['known'] = { requestId: newId(), nonce: newSecret() } satisfies Known
  next()
}

/** The id and nonce of the request that is answered. */
export const knownOf = (response: Response): Known => response.locals['known'] as Known
