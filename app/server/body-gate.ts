import type { RequestHandler } from 'express'
import { MAX_UPLOAD_BYTES } from '#app/http/form.server.ts'
import { paths } from '#app/paths.ts'
import { DoorProblem } from './door-page.ts'

/** The largest form, in bytes; one page takes files, and may be sent more. The framework itself would read any amount into memory. */
export const LARGEST_BODY = 1024 * 1024

/** Forms up to this size are always taken: nearly all are smaller. Bytes. */
const SMALL_BODY = 64 * 1024
/** What larger forms may hold together while they arrive. Without it, a few hundred senders who stop in the middle fill the memory. Bytes. */
const UNDER_WAY = 32 * 1024 * 1024
/** After a stopped sender is disconnected there is room again (`listen.ts`). Seconds. */
const RETRY_AFTER = 30

/** Lets a body in only when its length is stated and small, and large ones only while there is room. One gate counts for one server. */
export const bodyGate = (): RequestHandler => {
  let underWay = 0
  return (request, response, next) => {
    if (request.method !== 'POST') return next()
    const stated = request.headers['content-length']
    if (stated === undefined || request.headers['transfer-encoding'] !== undefined) return next(new DoorProblem(411, 'lengthMissing'))
    const bytes = Number(stated)
    if (bytes > (request.path === paths.peopleImports() ? MAX_UPLOAD_BYTES : LARGEST_BODY)) return next(new DoorProblem(413, 'tooLarge'))
    if (bytes <= SMALL_BODY) return next()
    if (underWay + bytes > UNDER_WAY) {
      response.setHeader('Retry-After', RETRY_AFTER)
      return next(new DoorProblem(503, 'unavailable'))
    }
    underWay += bytes
    response.once('close', () => {
      underWay -= bytes
    })
    next()
  }
}
