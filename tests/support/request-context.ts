/** What a loader or action gets besides the request, without a server around it. */
import type { House, RequestContext, SentBody } from '#app/http/house.server.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import { createLimits, memoryStore } from '#app/platform/limits.server.ts'
import { silentLog } from '#app/platform/log.server.ts'
import type { Db } from '#db/types.ts'

/** A clock that a test moves. */
export const aClock = (start: string) => {
  let now = Date.parse(start)
  const clock = () => new Date(now)
  const pass = (milliseconds: number) => {
    now += milliseconds
  }
  return { clock, instant: () => clock().toISOString(), pass }
}

/** A house around a database, with counters in memory. */
export const aHouse = (db: Db, clock: () => Date, facts: Partial<House> = {}): House => ({
  db,
  clock,
  catalogue: { courses: [], glossary: {}, bibliography: [], findings: [], keys: {} },
  coursesFolder: '',
  limits: createLimits(memoryStore(), clock, fingerprint),
  log: silentLog,
  demo: false,
  secure: false,
  ...facts,
})

/** The context of one request. */
export const aContext = (house: House): RequestContext => ({ house, requestId: 'request-1', nonce: 'nonce', address: '192.0.2.1', memo: new Map() })

/** A form as a browser sends it. */
export const aPost = (path: string, form: Readonly<Record<string, string>>, cookie = ''): Request =>
  new Request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(form), headers: { cookie } })

/** A page as a browser asks for it. */
export const aGet = (path: string, cookie = ''): Request => new Request(`http://localhost${path}`, { headers: { cookie } })

/** The body of a request as the server hands it on. */
export const sentBody = async (request: Request): Promise<SentBody> => ({
  type: request.headers.get('content-type') ?? '',
  bytes: new Uint8Array(await request.arrayBuffer()),
})
