import { performance } from 'node:perf_hooks'
import type { RequestHandler } from 'express'
import { type Log, maskPath } from '#app/platform/log.server.ts'
import { knownOf } from './known.ts'

/** One line for every answered request, without address, query and agent. Files are only logged at `debug`. */
export const accessLog =
  (log: Log): RequestHandler =>
  (request, response, next) => {
    const from = performance.now()
    response.once('close', () => {
      const facts = { request_id: knownOf(response).requestId, method: request.method, path: maskPath(request.originalUrl), status: response.statusCode }
      const isFile = response.statusCode < 400 && request.path.startsWith('/assets/')
      log[isFile ? 'debug' : 'info'](response.writableFinished ? 'request' : 'request_aborted', { ...facts, ms: Math.round(performance.now() - from) })
    })
    next()
  }
