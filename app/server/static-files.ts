import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import express, { type Express, type RequestHandler } from 'express'
import { DoorProblem } from './door-page.ts'

/** Files of the build, whose names carry a hash of their content: for ever. Those of `public/`: an hour. No router of their own: express leaves one in the next turn of the loop only. */
export const useStaticFiles = (app: Express, clientDir: string): void => {
  const common = { index: false, redirect: false, dotfiles: 'ignore' } as const
  const assets = join(clientDir, 'assets')
  app.use('/assets', smallest(assets), express.static(assets, { ...common, immutable: true, maxAge: '1y' }))
  app.use('/assets', (_request, _response, next) => next(new DoorProblem(404, 'notFound')))
  // Nearly every request is for a page: it need not be looked for on the disk first.
  const names = new Set(readdirSync(clientDir))
  const files = express.static(clientDir, { ...common, maxAge: '1h' })
  app.use((request, response, next) => (names.has(request.path.split('/')[1] ?? '') ? files(request, response, next) : next()))
}

/** Leads to the compressed twin that the build has put beside a file (`app/bin/build.mjs`), where the browser understands it. */
const smallest = (folder: string): RequestHandler => {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : [])
  return (request, response, next) => {
    const twin = `${request.path.slice(1)}.br`
    if (!names.has(twin)) return next()
    response.vary('Accept-Encoding')
    if (request.acceptsEncodings('br') !== 'br') return next()
    response.type(extname(request.path)).setHeader('Content-Encoding', 'br')
    request.url = `/${twin}`
    next()
  }
}
