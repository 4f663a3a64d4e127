/**
 * Whatever is sent to any form, the answer is a page in words, never a fault of ours, and what is refused has written nothing.
 * Actions are found in routes.ts, their fields on their own pages: a new form is here by itself. FUZZ_RUNS sets the forms an action gets.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { compareWithLedger } from '#app/domain/progress/rebuild.server.ts'
import { integrityFaults } from '#db/backup.server.ts'
import type { OpenDatabase } from '#db/client.server.ts'
import type { Role, RoleProfile } from '#db/schema.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { anAuthority, anOrgUnit, aPerson, freshDatabase, published } from '#tests/support/database.ts'
import { handlers } from '#tests/support/handlers.ts'
import { anInstallation } from '#tests/support/installation.ts'
import { placedItems, shippedCatalogue } from '#tests/support/shipped-courses.ts'
import { hashOfTables } from './tables.ts'

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 4)
const SEED = process.env['FUZZ_RUNS'] === undefined ? 20261123 : Date.now() % 2 ** 31
const NOW = '2026-11-20T09:00:00.000Z'
const actions = handlers.filter(({ method }) => method === 'POST')

let app: RunningApp
let open: OpenDatabase
let place: { readonly authority_id: string; readonly org_unit_id: string }
let params: Readonly<Record<string, readonly string[]>>
/** Real ids, so that some forms reach the domain. */
let ids: readonly string[]

beforeAll(async () => {
  const catalogue = await shippedCatalogue()
  open = await freshDatabase()
  app = await startApp({ catalogue, now: NOW, house: { db: open.db } })
  await published(open.db, ...catalogue.courses)
  const { id: authority_id } = await anAuthority(open.db)
  place = { authority_id, org_unit_id: (await anOrgUnit(open.db, { authority_id })).id }
  await anInstallation(open.db, authority_id)
  const all = placedItems(catalogue)
  const [first] = all
  if (first === undefined) throw new Error('the courses are empty')
  const { course, module } = first
  const here = all.filter((one) => one.module === module).map(({ item }) => item.id)
  params = { course: [course.slug], module: [module.slug], item: here, assignment: [await anAssignment(course.id)] }
  ids = [...here, course.id, course.slug, module.id, place.org_unit_id, 'case_work' satisfies RoleProfile, place.authority_id]
})
afterAll(async () => {
  await app.close()
  await open.close()
})

test.each(actions.map(({ name, allow }) => ({ name, allow })))(
  `$name takes ${RUNS} forms of nonsense and stays itself`,
  { timeout: 600_000 },
  async ({ name, allow }) => {
    const route = name.slice('POST '.length)
    const roles: readonly string[] = allow === 'everyone' ? [] : allow
    const cast = () => aPerson(open.db, { ...place, roles: roles.filter((role) => role !== 'learner').slice(0, 1) as Role[] })
    const victim = await aPerson(open.db, place)
    const addresses = addressesOf(route, { ...params, person: [victim.person_id] })
    const known = await fieldsOn(addresses, await signIn(await cast()))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...addresses), bodies(known), async (path, body) => {
        const cookie = await signIn(await cast())
        const before = hashed()
        const answer = await fetch(app.url + path, {
          method: 'POST',
          redirect: 'manual',
          body: body.body,
          headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie, ...(body.type === undefined ? {} : { 'content-type': body.type }) },
        })
        const page = await answer.text()
        expect(answer.status, `${path}: ${page.slice(0, 300)}`).toBeLessThan(500)
        expect(page).not.toMatch(/\n\s+at \S+ \(|SQLITE_|SqliteError|ZodError/)
        // Nobody is led to another host by what a form says.
        if (answer.status >= 300 && answer.status < 400) expect(answer.headers.get('location')).toMatch(/^\/(?![/\\])/)
        if (answer.status < 400) return
        expect(page).toMatch(/<h1[ >]/)
        expect(hashed(), `${path} was answered with ${answer.status} and wrote`).toEqual(before)
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    )
  },
)

test('after all of it the database is whole and every state is what its ledger says', async () => {
  expect(integrityFaults(open.raw)).toEqual([])
  expect((await compareWithLedger(open.db)).differences).toEqual([])
})

const signIn = async (person: { readonly authority_id: string; readonly person_id: string }) => {
  const start = { device: 'Firefox, Linux', replaces: undefined, now: NOW }
  return `session=${await open.db.transaction().execute((tx) => startSession(tx, person, start))}`
}

/** The route with ids that exist, and once with ids that do not. */
const addressesOf = (route: string, given: Readonly<Record<string, readonly string[]>>): readonly string[] => {
  const fill = (value: (name: string) => string) =>
    `/${route
      .replace(/^\//, '')
      .replace(/:(\w+)/g, (_, name: string) => value(name))
      .replace('*', 'nicht/da')}`
  const longest = Math.max(1, ...Object.values(given).map((values) => values.length))
  const real = Array.from({ length: longest }, (_, at) => fill((name) => given[name]?.[at % given[name].length] ?? 'nicht-da'))
  return [...new Set([...real, fill(() => '__proto__'), fill(() => encodeURIComponent('../ä\u0001'))])]
}

interface Known {
  readonly names: readonly string[]
  readonly values: readonly string[]
}

/** Names and values of the fields on the pages of the form. Pages that forms are on but under another address add nothing. */
const fieldsOn = async (addresses: readonly string[], cookie: string): Promise<Known> => {
  const pages = await Promise.all(addresses.slice(0, 6).map(async (path) => (await app.get(path, { cookie })).text()))
  const html = pages.join('\n')
  const all = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map((match) => unescaped(match[1] ?? '')))]
  return {
    names: [...all(/<(?:input|select|textarea|button)[^>]*\sname="([^"]+)"/g), 'event_id', 'item', 'intent', 'next'],
    values: [...all(/\svalue="([^"]*)"/g).slice(0, 60), ...ids],
  }
}

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

const ODD_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'a[b]',
  'a[]',
  'person_id',
  'authority_id',
  '\u0000',
  'roles',
  'ä',
  'x'.repeat(300),
]
const ODD_VALUES = [
  ...['', ' ', '\u0000', '\ufffd', '\u202e', '😀'.repeat(200), 'null', 'undefined', 'NaN', 'true', '[object Object]', '__proto__', '../../etc/passwd'],
  ...[
    '0',
    '-1',
    '1.5',
    '1e309',
    '9'.repeat(400),
    '0x10',
    '٣',
    '2026-02-30',
    '2026-13-01',
    '0000-00-00',
    '9999-12-31',
    '+275760-09-14',
    '2026-11-20',
    '20.11.2026',
  ],
  ...[
    '<script>alert(1)</script>',
    "'; drop table person; --",
    '%',
    '%00',
    '{{7*7}}',
    '#{7*7}',
    '=cmd|x',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
  ],
  ...['a@b.example', 'A@B.EXAMPLE\r\nBcc: x@y.example', 'x'.repeat(5_000), 'ä'.repeat(70_000), '\r\n'.repeat(500), 'event-of-fuzzing-1', 'e\u0301', '\ud83d'],
]

const bodies = ({ names, values }: Known) => {
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_NAMES) },
    { weight: 1, arbitrary: fc.string() },
  )
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...values, '') },
    { weight: 4, arbitrary: fc.constantFrom(...ODD_VALUES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 100 }) },
  )
  const pairs = fc.array(fc.tuple(name, value), { maxLength: 14 })
  // A whole form with one field that is odd comes further than one that is odd all over.
  const whole = fc
    .tuple(fc.array(value, { minLength: names.length, maxLength: names.length }), pairs)
    .map(([all, more]) => [...names.map((one, at) => [one, all[at] ?? ''] as const), ...more.slice(0, 2)])
  const fields = fc.oneof({ weight: 3, arbitrary: whole }, { weight: 2, arbitrary: pairs })
  type Body = { readonly body: URLSearchParams | FormData | string | Uint8Array<ArrayBuffer>; readonly type?: string }
  const encoded: fc.Arbitrary<Body> = fields.map((list) => ({ body: new URLSearchParams(list.map(([key, text]) => [key, text])) }))
  const parts: fc.Arbitrary<Body> = fc.tuple(fields, fc.boolean(), fc.uint8Array({ maxLength: 200 })).map(([list, withFile, bytes]) => {
    const body = new FormData()
    for (const [at, [key, text]] of list.entries())
      if (withFile && at === 0) body.append(key, new File([new Uint8Array(bytes)], '../x.csv', { type: 'text/csv' }))
      else body.append(key, text)
    return { body }
  })
  const raw: fc.Arbitrary<Body> = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => ({ body: new Uint8Array(bytes), type: 'application/x-www-form-urlencoded' })),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => ({ body: new Uint8Array(bytes), type: 'multipart/form-data; boundary=x' })),
    fc.json().map((body) => ({ body, type: 'application/json' })),
    fc.constant({ body: Array.from({ length: 600 }, (_, at) => `f${at}=1`).join('&'), type: 'application/x-www-form-urlencoded' }),
    fc.constant({ body: 'a=%ff%fe%c0%80&%=%&=&&&', type: 'application/x-www-form-urlencoded; charset=utf-7' }),
  )
  return fc.oneof({ weight: 6, arbitrary: encoded }, { weight: 2, arbitrary: parts }, { weight: 1, arbitrary: raw })
}

/** Everything but what changes while nothing happens: when sessions were seen, and counters of attempts. */
const hashed = () => {
  const { session: _session, rate_limit: _limits, ...tables } = hashOfTables(open.raw)
  return tables
}

const anAssignment = async (course_id: string): Promise<string> => {
  const assignment = { authority_id: place.authority_id, id: 'assignment-1', course_id, due_on: '2026-12-31', explanation: 'Neue Rechtslage' }
  await open.db
    .insertInto('assignment')
    .values({ ...assignment, created_at: NOW, withdrawn_at: null, withdrawn_reason: null })
    .execute()
  return assignment.id
}
