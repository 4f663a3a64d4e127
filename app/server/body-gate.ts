import type { RequestHandler } from 'express'
import { DoorProblem } from './door-page.ts'

/** The largest form, in bytes. The framework itself would read any amount into memory. */
export const LARGEST_BODY = 1024 * 1024

/** Lets a body in only when its length is stated and small. */
export const bodyGate: RequestHandler = (request, _response, next) => {
  if (request.method !== 'POST') return next()
  const stated = request.headers['content-length']
  if (stated === undefined || request.headers['transfer-encoding'] !== undefined) return next(new DoorProblem(411, 'lengthMissing'))
  next(Number(stated) > LARGEST_BODY ? new DoorProblem(413, 'tooLarge') : undefined)
}
