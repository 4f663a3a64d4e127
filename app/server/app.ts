/** The server in front of the pages. The order of the doors matters and stands here. */
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express } from 'express'
import type { House } from '#app/http/house.server.ts'
import { accessLog } from './access-log.ts'
import { bodyGate } from './body-gate.ts'
import { doorProblems } from './door-page.ts'
import { known } from './known.ts'
import { methods } from './methods.ts'
import { origin, sameOrigin } from './origin.ts'
import { pages } from './pages.ts'
import { securityHeaders } from './security-headers.ts'
import { useStaticFiles } from './static-files.ts'

export interface AppOptions {
  readonly house: House
  readonly build: ServerBuild
  /** Folder with `assets/` and the files of `public/`. */
  readonly clientDir: string
  /** Where people reach the product; undefined trusts the Host header. */
  readonly publicOrigin: string | undefined
  /** How many proxies in front may say who the client is. */
  readonly trustProxy: number
}

/** The express app with every door. Opens nothing and listens nowhere. */
export const createApp = ({ house, build, clientDir, publicOrigin, trustProxy }: AppOptions): Express => {
  const stylesheets = build.assets.routes['root']?.css ?? []
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', trustProxy)
  app.set('query parser', false)
  app.use(known)
  app.use(accessLog(house.log))
  app.use(securityHeaders)
  app.use(methods)
  app.use(origin(publicOrigin, trustProxy))
  app.use(sameOrigin(publicOrigin))
  app.use(bodyGate())
  app.use(compression({ threshold: 1024 }))
  useStaticFiles(app, clientDir)
  app.use(pages(build, house))
  app.use(doorProblems(house.log, stylesheets))
  return app
}
