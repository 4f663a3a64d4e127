/**
 * Role × field × page × export: somebody in whose rows every value betrays its column, colleagues in every role, every address of the
 * product. What a page shows, the policy must allow; what the policy allows by name, some page must show.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenColumns, OWN_TABLES } from '#app/domain/privacy/own-data.ts'
import { DATA_KINDS, type Onlooker, policy, type Sight, sightOf } from '#app/domain/privacy/policy.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/schema.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { type Address, asData, everyAddress } from '#tests/support/every-address.ts'
import { aMarkedAuthority, type Reader } from '#tests/support/marked-authority.ts'
import { anOrgUnit, published } from '#tests/support/database.ts'
import { aMarking, faultsAmong, type Found, type Marks, marksIn, personalColumns } from '#tests/support/marks.ts'
import type { ColumnName } from '#tests/support/one-of-everything.ts'
import { readable } from '#tests/support/readable.ts'
import { placedItems, shippedCatalogue } from '#tests/support/shipped-courses.ts'

/** Thousands of answers are read here. Milliseconds. */
const PATIENCE = 240_000
const TODAY = '2026-11-20'
const NOW = `${TODAY}T12:00:00.000Z`

/** Columns whose values many people share, so that none betrays whose it is, with another value to try; null where a row never changes. */
const SHARED: Readonly<Partial<Record<ColumnName, string | null>>> = {
  'person.org_unit_id': 'unit-of-nobody',
  'person.role_profile': 'trainee',
  'person.language': 'en',
  'person.theme': 'dark',
  'person_role.role': 'council',
  'course_state.transfer_status': 'not_yet',
  'note.language': 'de',
  'item_flag.reason': 'stereotype',
  'learning_event.type': null,
  'learning_event.seq': null,
  'audit_entry.verb': null,
  'audit_entry.subject_kind': null,
}

let app: RunningApp
const marks: Marks = new Map()
let readers: readonly Reader[]
let self: Reader
let subject: { readonly authority_id: string; readonly person_id: string }
let addresses: readonly Address[]
/** What the walk has found, and the columns that each reader was shown. */
const walked: { readonly reader: Reader; readonly path: string; readonly found: Found }[] = []
const shown = new Map<string, Set<ColumnName>>()

beforeAll(async () => {
  const catalogue = await shippedCatalogue()
  app = await startApp({ catalogue, now: NOW })
  await published(app.db, ...catalogue.courses)
  const made = await aMarkedAuthority(app, placedItems(catalogue), marks, NOW)
  ;({ readers, self, subject } = made)
  const plain = /^(courses\/|figures\/|account|help|imprint|privacy|accessib|healthz|readyz)/
  addresses = everyAddress(made.fillings, made.queries, (route) => plain.test(route))
}, PATIENCE)
afterAll(() => app.close())

test('every column that holds something about people has a value that betrays it', () => {
  const marked = new Set([...marks.values()].flat().map(({ column }) => column))
  const joins = [...personalColumns.keys()].filter((column) => column.endsWith('.person_id'))
  expect([...personalColumns.keys()].filter((column) => ![...marked, ...joins].includes(column) && !(column in SHARED))).toEqual([])
  expect((Object.keys(SHARED) as ColumnName[]).filter((column) => marked.has(column) || !personalColumns.has(column))).toEqual([])
})

test(
  'no page and no file shows anybody in any role more than the policy says',
  async () => {
    const faults: string[] = []
    for (const reader of readers)
      for (const address of addresses) {
        const enters = isForAll(address) || reader.roles.some((role) => address.allow.includes(role as Role))
        const filtered = address.path.includes('?')
        // Pages of everybody are the same whatever else somebody is: one reader tries the filters there.
        if (filtered && (!enters || (reader.name !== 'learner' && isForAll(address)))) continue
        // And whoever has two roles sees them as with either, but for the one page that leads to the others.
        if (reader.roles.length > 1 && isForAll(address) && address.path !== '/') continue
        // The data of files is that of isolation.test.ts: bytes in which any small figure stands.
        for (const path of filtered || !enters || isFile(address.path) ? [address.path] : [address.path, asData(address.path)]) {
          const { status, found } = await look(reader, path)
          if (enters ? status >= 500 : status !== 403) faults.push(`${reader.name} ${path}: ${status}`)
          faults.push(...faultsAmong(found, reader.roles).map((fault) => `${reader.name} ${path} shows ${fault}`))
        }
      }
    expect(faults).toEqual([])
  },
  PATIENCE,
)

test('what the policy lets a role see by name is on some page of that role', () => {
  const missing = readers.flatMap(({ name, roles }) =>
    DATA_KINDS.filter((kind) => roles.some((role) => ['all', 'status', 'nameless'].includes(sightOf(kind, role))))
      .filter((kind) => ![...(shown.get(name) ?? [])].some((column) => personalColumns.get(column) === kind))
      .map((kind) => `${name}: ${kind}`),
  )
  expect(missing).toEqual([])
})

test(
  'the person sees everything that is given out, on own pages and in the file, and no secret',
  async () => {
    const faults: string[] = []
    for (const { path, allow } of addresses) {
      if (path.includes('?') || !isForAll({ allow })) continue
      const { status, found } = await look(self, path)
      if (status >= 500) faults.push(`${path}: ${status}`)
      faults.push(...faultsAmong(found, self.roles).map((fault) => `${path} shows ${fault}`))
    }
    expect(faults).toEqual([])
    for (const path of [paths.ownDataJson(), paths.ownDataHtml()]) {
      const given = new Set((await look(self, path)).found.flatMap(([, all]) => all.map(({ column }) => column)))
      const expected = OWN_TABLES.flatMap((table) => givenColumns(table).map(({ column }) => `${table}.${column}` as ColumnName))
      expect(
        expected.filter((column) => !given.has(column) && !(column in SHARED) && column !== 'person.deactivated_at'),
        path,
      ).toEqual([])
    }
    for (const kind of DATA_KINDS.filter((one) => sightOf(one, 'self') === 'all'))
      expect(
        [...(shown.get(self.name) ?? [])].some((column) => personalColumns.get(column) === kind),
        kind,
      ).toBe(true)
  },
  PATIENCE,
)

test(
  'values that many share are not shown either: where the policy says never, nothing changes with them',
  async () => {
    const changes = (Object.keys(SHARED) as ColumnName[]).filter((column) => SHARED[column] !== null)
    await anOrgUnit(app.db, { authority_id: subject.authority_id, id: 'unit-of-nobody', name: 'Team Nord' })
    const shows = new Set<string>()
    for (const reader of readers) {
      const own = addresses.filter(
        ({ route, path, allow }) => !path.includes('?') && !TRACES.test(route) && reader.roles.some((role) => allow.includes(role as Role)),
      )
      const read = () => Promise.all(own.map(async ({ path }) => settled(await readable(await app.get(path, { cookie: reader.cookie })))))
      const never = (column: ColumnName) => reader.roles.every((role) => sightOf(personalColumns.get(column) ?? 'internal', role) === 'never')
      const differing = async (columns: readonly ColumnName[]) => {
        const before = await read()
        const back = await change(columns)
        const after = await read()
        await back()
        return own.filter((_, at) => before[at] !== after[at]).map(({ path }) => path)
      }
      expect(await differing(changes.filter(never)), reader.name).toEqual([])
      if ((await differing(changes.filter((column) => !never(column)))).length > 0) shows.add(reader.name)
    }
    // Whoever may see them does: the changes are of a kind that shows.
    expect([...shows]).toEqual(['trainer', 'hr', 'admin', 'lead+trainer', 'hr+admin'])
  },
  PATIENCE,
)

test('a cell that said less would be found out on the pages of that role', () => {
  const cells: readonly (readonly ['name' | 'completion' | 'certificate' | 'account' | 'trail' | 'hint' | 'barrier', Role, string])[] = [
    ...([
      ['name', 'hr', '/hr/people'],
      ['completion', 'hr', '/hr/people.csv'],
      ['certificate', 'hr', '/hr/certificates.xlsx'],
    ] as const),
    ...([
      ['account', 'admin', '/admin/people'],
      ['trail', 'admin', '/admin/trail'],
      ['barrier', 'admin', '/admin/barriers'],
    ] as const),
    ['hint', 'trainer', paths.authorCourses()],
  ]
  for (const [kind, role, page] of cells) {
    const rows: Partial<Record<typeof kind, Readonly<Record<Onlooker, Sight>>>> = policy
    const before = rows[kind]
    if (before === undefined) throw new Error(kind)
    rows[kind] = { ...before, [role]: 'never' }
    const caught = walked.filter(({ reader, found }) => reader.name === role && faultsAmong(found, reader.roles).length > 0)
    rows[kind] = before
    expect(
      caught.some(({ path }) => path.startsWith(page)),
      `${kind}, ${role}`,
    ).toBe(true)
  }
})

test('the walk can fail: each kind of leak is found on a made-up page', () => {
  const own: Marks = new Map()
  const { word, instant, figure } = aMarking(own, 'somebody', { today: TODAY, first_day: '2025-02-01' })
  const [name, score, done, hint] = [
    word('person.family_name'),
    figure('course_state.completed_score'),
    instant('item_state.done_at'),
    word('item_flag.comment'),
  ]
  const [year, month, day] = done.slice(0, 10).split('-').map(Number)
  const faults = (text: string, ...roles: readonly Onlooker[]) => faultsAmong(marksIn(own, text), roles).map((fault) => fault.split(' ')[0])
  expect(faults(`<td>${name.toUpperCase()}</td>`, 'lead')).toEqual(['person.family_name'])
  expect(faults(`<td>${name.slice(0, 5)}<mark>${name.slice(5)}</mark></td>`, 'lead')).toEqual(['person.family_name'])
  expect(faults(`<td>${name}</td>`, 'hr')).toEqual([])
  expect(faults(`<td>${score / 10} %</td>`.replace('.', ','), 'hr', 'admin')).toEqual(['course_state.completed_score'])
  expect(faults(`${Math.round(score / 10)}\u00a0%`, 'trainer')).toEqual(['course_state.completed_score'])
  const long = (language: string) => new Date(done).toLocaleDateString(language, { dateStyle: 'long' })
  const figures = [`${day}.${month}.${year}`, `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`]
  for (const text of [done, done.slice(0, 10), long('de-DE'), long('en-GB'), long('en-US'), ...figures])
    expect(faults(text, 'hr'), text).toEqual(['item_state.done_at'])
  expect(faults(hint, 'trainer')).toEqual([])
  expect(faults(`${hint} ${name}`, 'trainer')).toEqual(expect.arrayContaining(['item_flag.comment', 'person.family_name']))
  expect(faultsAmong(marksIn(own, name, `/people?name=${name}`), ['lead'])).toEqual([])
})

const isFile = (path: string) => /\.\w+$/.test(path)
const isForAll = ({ allow }: Pick<Address, 'allow'>) => allow === 'everyone' || allow.includes('learner')

/** A page or file as text; what it shows is noted. */
const look = async (reader: Reader, path: string) => {
  const answer = await app.get(path, { cookie: reader.cookie })
  const text = await readable(answer)
  const seen = shown.get(reader.name) ?? new Set()
  const found = marksIn(marks, text, decodeURIComponent(path))
  for (const [, all] of found) for (const { column } of all) seen.add(column)
  shown.set(reader.name, seen)
  walked.push({ reader, path, found })
  return { status: answer.status, found }
}

/** Pages that tell who looked before, or when they were made. */
const TRACES = /(^|\/)trail$|\.xlsx$/
const settled = (text: string) => text.replace(/nonce="[^"]*"/g, '').replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, 'ID')

/** Gives the person other values in these columns; returns what takes them back. */
const change = async (columns: readonly ColumnName[]) => {
  const undo: (() => Promise<unknown>)[] = []
  for (const name of columns) {
    const [table = '', column = ''] = name.split('.')
    const owner = table === 'person' ? 'id' : 'person_id'
    const db = app.db.withoutPlugins()
    const was = await sql<{ at: number; value: string | null }>`select rowid as at, ${sql.ref(column)} as value from ${sql.table(table)}
      where authority_id = ${subject.authority_id} and ${sql.ref(owner)} = ${subject.person_id}`.execute(db)
    const set = (value: string | null, at: number) => sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where rowid = ${at}`.execute(db)
    for (const { at, value } of was.rows) {
      await set(SHARED[name] ?? null, at)
      undo.push(() => set(value, at))
    }
  }
  return async () => {
    for (const back of undo) await back()
  }
}
