import type { RequestHandler } from 'express'
import { DoorProblem } from './door-page.ts'

/** The framework still answers its old `?_data=` requests and runs their actions without asking where they come from. We have none. */
export const legacyDataRequests: RequestHandler = (request, _response, next) => {
  const query = request.originalUrl.split('?').slice(1).join('?')
  next(new URLSearchParams(query).has('_data') ? new DoorProblem(400, 'wrongAddress') : undefined)
}
