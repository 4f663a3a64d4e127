/** The whole server inside a test: every door, every page, a database of its own, on a free port. */
import { tmpdir } from 'node:os'
import type { ServerBuild } from '@remix-run/node'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import type { House } from '#app/http/house.server.ts'
import { toInstant } from '#app/platform/clock.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import { createLimits, memoryStore } from '#app/platform/limits.server.ts'
import { silentLog } from '#app/platform/log.server.ts'
import { createApp } from '#app/server/app.ts'
import { listen, type Timeouts } from '#app/server/listen.ts'
import type { Db } from '#db/types.ts'
import { freshDatabase } from './database.ts'

export interface RunningApp {
  /** `http://127.0.0.1:54321`, without a slash at the end. */
  readonly url: string
  readonly db: Db
  readonly house: House
  /** A `Cookie` header of a new session of the person. */
  signIn(person: { readonly authority_id: string; readonly person_id: string }): Promise<string>
  /** A page as a browser asks for it. Redirects are not followed. */
  get(path: string, options?: { readonly cookie?: string; readonly headers?: Readonly<Record<string, string>> }): Promise<Response>
  /** A form as a browser sends it from one of our own pages. Redirects are not followed. */
  post(
    path: string,
    form: Readonly<Record<string, string | readonly string[]>>,
    options?: { readonly cookie?: string; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Response>
  close(): Promise<void>
}

export interface AppFacts {
  /** The instant at which the clock stands, or a clock. */
  readonly now?: string | (() => Date)
  readonly catalogue?: Catalogue
  readonly house?: Partial<House>
  /** Other pages than those of the product. */
  readonly build?: ServerBuild
  readonly publicOrigin?: string
  readonly trustProxy?: number
  readonly timeouts?: Timeouts
  /** How long `close` lets running requests end. Milliseconds; none by default. */
  readonly patience?: number
  /** Folder with `assets/`; without it there are no files. */
  readonly clientDir?: string
}

/** A catalogue without courses. */
export const emptyCatalogue: Catalogue = { courses: [], glossary: {}, bibliography: [], findings: [], keys: {} }

/** Starts it. Close it at the end of the test. */
export const startApp = async (facts: AppFacts = {}): Promise<RunningApp> => {
  const { db, close } = await freshDatabase()
  const clock = typeof facts.now === 'function' ? facts.now : () => new Date(typeof facts.now === 'string' ? facts.now : '2026-11-20T09:00:00.000Z')
  const house: House = {
    db,
    clock,
    catalogue: facts.catalogue ?? emptyCatalogue,
    coursesFolder: 'courses',
    limits: createLimits(memoryStore(), clock, fingerprint),
    log: silentLog,
    demo: false,
    secure: facts.publicOrigin?.startsWith('https:') === true,
    publicOrigin: facts.publicOrigin,
    ...facts.house,
  }
  const build = facts.build ?? (await (await import('./build.ts')).buildForTests())
  const app = createApp({ house, build, clientDir: facts.clientDir ?? tmpdir(), publicOrigin: facts.publicOrigin, trustProxy: facts.trustProxy ?? 0 })
  const { url, close: stop } = await listen(app, { host: '127.0.0.1', port: 0 }, facts.timeouts)
  const shared = { redirect: 'manual' } as const
  return {
    url,
    db,
    house,
    signIn: async (person) => {
      const start = { device: 'Firefox, Linux', replaces: undefined, now: toInstant(clock()) }
      const secret = await db.transaction().execute((tx) => startSession(tx, person, start))
      return `${house.secure ? '__Host-session' : 'session'}=${secret}`
    },
    get: (path, { cookie = '', headers = {} } = {}) => fetch(url + path, { ...shared, headers: { accept: 'text/html', cookie, ...headers } }),
    post: (path, form, { cookie = '', headers = {} } = {}) =>
      fetch(url + path, {
        ...shared,
        method: 'POST',
        body: encode(form),
        headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie, ...headers },
      }),
    close: async () => {
      await stop(facts.patience ?? 0)
      await close()
    },
  }
}

const encode = (form: Readonly<Record<string, string | readonly string[]>>) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  return body
}
