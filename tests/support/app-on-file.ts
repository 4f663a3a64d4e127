/** One app on a database file of its own, as in operation, but with little patience for locks. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Item } from '#app/content/items/item.ts'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { databaseStore } from '#app/http/limit-store.server.ts'
import { paths } from '#app/paths.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import type { OpenDatabase } from '#db/client.server.ts'
import { answerFields } from './answer-fields.ts'
import { type RunningApp, startApp } from './app.ts'
import { aDatabaseFile, aPerson, published } from './database.ts'
import { aClock } from './request-context.ts'
import { everyRow } from './rows.ts'
import { type Placed, placedItems, shippedCatalogue } from './shipped-courses.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Filled before the first test; `person` and `cookie` are new for each. */
export interface AppOnFile {
  app: RunningApp
  file: Awaited<ReturnType<typeof aDatabaseFile>>
  open: OpenDatabase
  time: ReturnType<typeof aClock>
  all: readonly Placed[]
  person: Awaited<ReturnType<typeof aPerson>>
  cookie: string
  /** The first item of a kind. Throws where the courses have none. */
  first(kind: Item['kind']): Placed
  /** Pages that the person reads. */
  readable(placed: Placed): string[]
  /** Sends an answer under an id of its own. */
  send(placed: Placed, fields: Fields, by?: string): Promise<Response>
  /** The person's rows of a table. */
  own(table: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  /** A `Cookie` header. */
  signIn(one: { readonly authority_id: string; readonly person_id: string }): Promise<string>
}

/** Where the item is answered. */
export const addressOf = ({ course, module }: Placed) => paths.module(course.slug, module.slug)

/** Opens it for a test file. After each test, whatever it did, the server must be there and save the next answer. */
export const appOnFile = (): AppOnFile => {
  let count = 0
  const here: AppOnFile = Object.assign({} as AppOnFile, {
    first: (kind) => {
      const found = here.all.find(({ item }) => item.kind === kind)
      if (found === undefined) throw new Error(`the courses have no ${kind}`)
      return found
    },
    readable: (placed) => [paths.home(), paths.courses(), paths.course(placed.course.slug), addressOf(placed), paths.account()],
    send: (placed, fields, by = here.cookie) =>
      here.app.post(addressOf(placed), { item: placed.item.id, event_id: `event-of-bad-input-${++count}`, ...fields }, { cookie: by }),
    own: async (table) => {
      const rows = ((await everyRow(here.open.db))[table] ?? []) as readonly Readonly<Record<string, unknown>>[]
      return rows.filter((row) => row['person_id'] === here.person.person_id)
    },
    signIn: async (one) =>
      `session=${await here.open.db.transaction().execute((tx) => startSession(tx, one, { device: 'Firefox, Linux', replaces: undefined, now: here.time.instant() }))}`,
  } satisfies Pick<AppOnFile, 'first' | 'readable' | 'send' | 'own' | 'signIn'>)
  beforeAll(async () => {
    const catalogue = await shippedCatalogue()
    here.time = aClock('2026-11-20T09:00:00.000Z')
    here.file = await aDatabaseFile()
    here.open = here.file.open()
    here.open.raw.pragma('busy_timeout = 30')
    const limits = createLimits(databaseStore(here.open.db), here.time.clock, fingerprint)
    here.app = await startApp({ catalogue, now: here.time.clock, house: { db: here.open.db, limits } })
    await published(here.open.db, ...catalogue.courses)
    here.all = placedItems(catalogue)
  })
  afterAll(async () => {
    await here.app.close()
    await here.open.close()
    here.file.remove()
  })
  beforeEach(async () => {
    here.person = await aPerson(here.open.db)
    here.cookie = await here.signIn(here.person)
  })
  afterEach(async () => {
    expect((await here.app.get(paths.health())).status).toBe(200)
    expect((await here.app.get(paths.ready())).status).toBe(200)
    const [one] = here.all
    if (one === undefined) throw new Error('no item')
    const theirs = await here.signIn(await aPerson(here.open.db))
    expect((await here.send(one, answerFields(one.item, 'right') ?? {}, theirs)).status).toBe(303)
  })
  return here
}
