import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'
import { DoorProblem } from './door-page.ts'

/** Files of the build, whose names carry a hash of their content: for ever. Those of `public/`: an hour. */
export const staticFiles = (clientDir: string): Router => {
  const router = Router()
  const common = { index: false, redirect: false, dotfiles: 'ignore' } as const
  router.use('/assets', express.static(join(clientDir, 'assets'), { ...common, immutable: true, maxAge: '1y' }))
  router.use('/assets', (_request, _response, next) => next(new DoorProblem(404, 'notFound')))
  // Nearly every request is for a page: it need not be looked for on the disk first.
  const names = new Set(readdirSync(clientDir))
  const files = express.static(clientDir, { ...common, maxAge: '1h' })
  router.use((request, response, next) => (names.has(request.path.split('/')[1] ?? '') ? files(request, response, next) : next()))
  return router
}
