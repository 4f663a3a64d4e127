import type { RequestHandler } from 'express'
import { DoorProblem } from './door-page.ts'

const ALLOWED: readonly string[] = ['GET', 'HEAD', 'POST']

/** Pages are read and forms are sent; there is nothing else here. */
export const methods: RequestHandler = (request, response, next) => {
  if (ALLOWED.includes(request.method)) return next()
  response.setHeader('Allow', ALLOWED.join(', '))
  next(new DoorProblem(405, 'wrongMethod'))
}
