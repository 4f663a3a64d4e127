/** Input that does not fit and a database that does not work: a clear answer, nothing lost, and the server stays up. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { openCatalogue } from '#app/domain/catalogue/open-catalogue.server.ts'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { databaseStore } from '#app/http/limit-store.server.ts'
import { paths } from '#app/paths.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import { type OpenDatabase, openDb } from '#db/client.server.ts'
import { answerFields } from '#tests/support/answer-fields.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { aDatabaseFile, aPerson, freshDatabase, LONG_AGO, published } from '#tests/support/database.ts'
import { aClock } from '#tests/support/request-context.ts'
import { everyRow } from '#tests/support/rows.ts'
import { type Placed, placedItems, shippedCatalogue } from '#tests/support/shipped-courses.ts'

const MINUTE = 60_000

/** One app on a database file of its own, as in operation, but with little patience for locks. */
let app: RunningApp
let file: Awaited<ReturnType<typeof aDatabaseFile>>
let open: OpenDatabase
let time: ReturnType<typeof aClock>
let all: readonly Placed[]
let person: Awaited<ReturnType<typeof aPerson>>
let cookie: string

beforeAll(async () => {
  const catalogue = await shippedCatalogue()
  time = aClock('2026-11-20T09:00:00.000Z')
  file = await aDatabaseFile()
  open = file.open()
  open.raw.pragma('busy_timeout = 30')
  const limits = createLimits(databaseStore(open.db), time.clock, fingerprint)
  app = await startApp({ catalogue, now: time.clock, house: { db: open.db, limits } })
  await published(open.db, ...catalogue.courses)
  all = placedItems(catalogue)
})
afterAll(async () => {
  await app.close()
  await open.close()
  file.remove()
})
beforeEach(async () => {
  person = await aPerson(open.db)
  cookie = await signIn(person)
})
/** Whatever a test did: the server is there, and the next answer is saved. */
afterEach(async () => {
  expect((await app.get(paths.health())).status).toBe(200)
  expect((await app.get(paths.ready())).status).toBe(200)
  const next = await aPerson(open.db)
  const [one] = all
  if (one === undefined) throw new Error('no item')
  const theirs = await signIn(next)
  expect((await send(one, answerFields(one.item, 'right') ?? {}, theirs)).status).toBe(303)
})

test('only forms are read: any other body is refused in words, and nothing is written', async () => {
  const question = first('single')
  const before = await everyRow(open.db)
  const bodies = [
    ['application/json', JSON.stringify({ item: question.item.id })],
    ['text/plain', 'item=1'],
    ['application/xml', '<item/>'],
    ['', 'item=1'],
  ] as const
  for (const [type, body] of bodies) {
    const answer = await raw(addressOf(question), body, { 'content-type': type })
    expect(answer.status, type).toBe(415)
    expect(await answer.text(), type).toContain('Dieses Format können wir nicht lesen')
  }
  const upload = new FormData()
  upload.set('item', new File(['x'], 'x.exe'))
  const bytes = await new Response(upload).blob()
  expect((await raw(addressOf(question), bytes, { 'content-type': bytes.type })).status).toBe(415)
  expect(await everyRow(open.db)).toEqual(before)
})

test('a form without its id, or about an item that is not here, is refused and writes nothing', async () => {
  const question = first('single')
  const { course, module, item } = question
  const fields = answerFields(item, 'right') ?? {}
  const before = await everyRow(open.db)
  for (const event_id of ['', 'x', 'a b c d e f g', 'x'.repeat(81), '<script>alert(1)</script>']) {
    const answer = await app.post(addressOf(question), { item: item.id, event_id, ...fields }, { cookie })
    expect(answer.status, event_id).toBe(400)
    expect(await answer.text()).toContain('Diese Anfrage war unvollständig')
    expect((await app.post(paths.course(course.slug), { event_id }, { cookie })).status, event_id).toBe(400)
    expect((await app.post(paths.moduleCompletion(course.slug, module.slug), { event_id }, { cookie })).status, event_id).toBe(400)
  }
  for (const unknown of ['', 'nicht-da', '__proto__', 'constructor', '../x', 'x'.repeat(5000)]) {
    const answer = await app.post(addressOf(question), { item: unknown, event_id: 'event-0001', ...fields }, { cookie })
    expect(answer.status, unknown).toBe(404)
  }
  const elsewhere = all.find((other) => other.module !== module && other.item.kind === 'single')
  expect((await app.post(addressOf(question), { item: elsewhere?.item.id ?? '', event_id: 'event-0001', ...fields }, { cookie })).status).toBe(404)
  expect(await everyRow(open.db)).toEqual(before)
})

test('choices that do not exist, doubled fields and names of the language’s own objects are answered in words', async () => {
  const before = await everyRow(open.db)
  const attempts: readonly Readonly<Record<string, string | readonly string[]>>[] = [
    { option: 'nicht-da' },
    { option: ['a', 'b', 'c'] },
    { option: '' },
    { option: '__proto__' },
    { option: 'constructor', toString: '3' },
    Object.fromEntries([['__proto__', 'x']]),
  ]
  for (const fields of attempts) {
    const answer = await send(first('single'), fields)
    expect(answer.status, JSON.stringify(fields)).toBe(422)
    expect(await answer.text()).toContain('Fehler:')
  }
  expect(await everyRow(open.db)).toEqual(before)
})

test('a text far too long is refused with its sentence and stays in its field; nothing is written', async () => {
  const gap = first('gap')
  const long = 'Wort '.repeat(20_000).trim()
  const before = await everyRow(open.db)
  const answer = await send(gap, Object.fromEntries(Object.keys(answerFields(gap.item, 'right') ?? {}).map((name) => [name, long])))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Eine Lücke fasst höchstens 200 Zeichen.')
  expect(page).toContain(long)
  const { course, module, item } = first('reflection')
  const note = await app.post(paths.reflection(course.slug, module.slug, item.id), { text: long }, { cookie })
  expect(note.status).toBe(422)
  const shown = await note.text()
  expect(shown).toContain('Die Notiz ist zu lang.')
  expect(shown).toContain(long)
  expect(await everyRow(open.db)).toEqual(before)
})

test('every writing and every sign is kept as it was typed', async () => {
  const { course, module, item } = first('reflection')
  const address = paths.reflection(course.slug, module.slug, item.id)
  for (const text of SIGNS) {
    expect((await app.post(address, { text }, { cookie })).status).toBe(303)
    const kept = await open.db
      .selectFrom('reflection')
      .select('text')
      .where('authority_id', '=', person.authority_id)
      .where('person_id', '=', person.person_id)
      .executeTakeFirstOrThrow()
    expect(Buffer.from(kept.text).toString('hex'), text).toBe(Buffer.from(text).toString('hex'))
    expect(unescaped(await (await app.get(address, { cookie })).text())).toContain(text)
  }
  const gap = first('gap')
  const names = Object.keys(answerFields(gap.item, 'right') ?? {})
  for (const text of SIGNS) {
    expect((await send(gap, Object.fromEntries(names.map((name) => [name, text])))).status).toBe(303)
    // In a gap, composed and decomposed letters are the same answer, and every space is one space.
    expect(unescaped(await (await app.get(addressOf(gap), { cookie })).text())).toContain(text.normalize('NFC').replace(/\s+/g, ' '))
  }
})

test.each([
  ['de', 'Eine Lücke fasst höchstens 200 Zeichen. Kürzen Sie den Text, dann speichern wir ihn.'],
  ['en', 'A gap takes at most 200 characters. Shorten the text and we will save it.'],
] as const)('100 KB in a gap are refused in the reader’s language (%s), stay in the field, and can be sent shortened', async (language, sentence) => {
  person = await aPerson(open.db, { language })
  cookie = await signIn(person)
  const gap = first('gap')
  const [name = '', ...others] = Object.keys(answerFields(gap.item, 'right') ?? {})
  const long = `שלום 👩🏽‍⚖️ ${'ä'.repeat(50_000)}`
  expect(Buffer.byteLength(long)).toBeGreaterThan(100_000)
  const fields = Object.fromEntries([[name, long], ...others.map((other) => [other, 'kurz'])])
  const answer = await send(gap, fields)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain(`<html lang="${language}"`)
  expect(page).toContain(sentence)
  expect(page).toContain(long)
  expect(page).toContain('value="kurz"')
  expect(await own('response')).toEqual([])
  expect((await send(gap, { ...fields, [name]: 'שלום 👩🏽‍⚖️' })).status).toBe(303)
  expect(unescaped(await (await app.get(addressOf(gap), { cookie })).text())).toContain('שלום 👩🏽‍⚖️')
})

test('a text to be rewritten is kept as it was typed, whatever the writing, and its direction follows it', async () => {
  const letter = first('rewrite')
  for (const [at, text] of SIGNS.entries()) {
    time.pass(MINUTE)
    expect((await send(letter, { text })).status).toBe(303)
    const page = await (await app.get(addressOf(letter), { cookie })).text()
    expect(unescaped(page), text).toContain(`<p class="wb-passage__p" dir="auto">${text.normalize('NFC')}</p>`)
    if (at > 0) expect(page).toContain(at === 1 ? 'Eine frühere Fassung' : `${at} frühere Fassungen`)
  }
  const long = 'ä'.repeat(10_001)
  const refused = await send(letter, { text: long, [Object.keys(answerFields(letter.item, 'right') ?? {})[1] ?? '']: '2' })
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).toContain('Der Text ist zu lang. Möglich sind 10.000 Zeichen.')
  expect(page).toContain(long)
  expect(page).toMatch(/name="check\.[a-z-]+" checked="" value="2"/)
})

test.each([
  ['de', 'In einem anderen Fenster haben Sie inzwischen auch eine Fassung gespeichert. Beide sind aufbewahrt.', 'Eine frühere Fassung', 'Ihre Fassung 2'],
  ['en', 'You have meanwhile saved a version in another window too. Both are kept.', 'One earlier version', 'Your version 2'],
] as const)(
  'a text saved from two tabs (%s) keeps both versions, shows the newest and says so where it stands',
  async (language, sentence, earlier, newest) => {
    person = await aPerson(open.db, { language })
    cookie = await signIn(person)
    const letter = first('rewrite')
    const seen = ''
    expect((await send(letter, { text: 'Aus dem linken Fenster.', seen })).headers.get('location')).not.toContain('notice')
    time.pass(MINUTE)
    const second = await send(letter, { text: 'Aus dem rechten Fenster.', seen })
    expect(second.status).toBe(303)
    const page = await (await app.get(second.headers.get('location')?.split('#')[0] ?? '', { cookie })).text()
    const box = page.slice(page.indexOf(`id="item-${letter.item.id}"`), page.indexOf('</section>', page.indexOf(`id="item-${letter.item.id}"`)))
    expect(box).toContain(sentence)
    expect(box).toContain(newest)
    expect(box.indexOf('Aus dem rechten Fenster.')).toBeGreaterThan(0)
    expect(box.indexOf('Aus dem rechten Fenster.')).toBeLessThan(box.indexOf(earlier))
    expect(box.indexOf('Aus dem linken Fenster.')).toBeGreaterThan(box.indexOf(earlier))
    expect((await own('response')).map((row) => JSON.parse(String(row['answer'])).text)).toEqual(['Aus dem linken Fenster.', 'Aus dem rechten Fenster.'])
    // Somebody else sees neither.
    cookie = await signIn(await aPerson(open.db))
    expect(await (await app.get(addressOf(letter), { cookie })).text()).not.toContain('Fenster.')
  },
)

test.each([
  [
    'de',
    'Der Tag liegt in der Vergangenheit. Wählen Sie heute oder einen späteren Tag.',
    'Geben Sie ein Datum an, das es gibt',
    'Nehmen Sie sich einen Tag vor.',
  ],
  ['en', 'This day is in the past. Choose today or a later day.', 'Enter a date that exists', 'Set yourself a day.'],
] as const)(
  'a task planned for a day in the past is refused in the reader’s language (%s) and keeps what was chosen',
  async (language, past, unreadable, missing) => {
    person = await aPerson(open.db, { language })
    cookie = await signIn(person)
    const task = first('transfer')
    const today = time.instant().slice(0, 10)
    const yesterday = new Date(Date.parse(today) - 24 * 60 * MINUTE).toISOString().slice(0, 10)
    for (const [on, sentence] of [
      [yesterday, past],
      ['0026-01-01', past],
      ['2026-02-30', unreadable],
      ['<b>morgen</b>', unreadable],
      ['', missing],
    ] as const) {
      const answer = await send(task, { status: 'not_yet', on })
      const page = await answer.text()
      expect(answer.status, on).toBe(422)
      expect(page, on).toContain(sentence)
      expect(page).toMatch(/name="status" checked="" value="not_yet"/)
      if (on !== '')
        expect(unescaped(page)).toContain(
          `name="on" aria-invalid="true" aria-describedby="item-${task.item.id}-on-hint item-${task.item.id}-problem" value="${on}"`,
        )
    }
    expect(await own('response')).toEqual([])
    expect((await send(task, { status: 'not_yet', on: today })).status).toBe(303)
    expect((await send(task, { status: 'done', on: yesterday })).status).toBe(303)
    expect(await own('response')).toHaveLength(2)
  },
)

test('what looks like code is text on the page', async () => {
  const gap = first('gap')
  const names = Object.keys(answerFields(gap.item, 'right') ?? {})
  await send(gap, Object.fromEntries(names.map((name) => [name, '"><img src=x onerror=alert(1)>{{constructor}}'])))
  const page = await (await app.get(addressOf(gap), { cookie })).text()
  expect(page).not.toContain('<img src=x')
  expect(unescaped(page)).toContain('onerror=alert(1)>{{constructor}}')
})

test('a body of more than a megabyte is refused before it is read', async () => {
  const answer = await raw(addressOf(first('single')), `text=${'x'.repeat(1024 * 1024)}`, { 'content-type': 'application/x-www-form-urlencoded' })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toMatch(/<title>[^<]+<\/title>/)
  const fields = Array.from({ length: 600 }, (_, at) => `f${at}=1`).join('&')
  expect((await raw(addressOf(first('single')), fields, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(413)
})

test.each([
  ['de', 'Diese Seite gibt es nicht mehr'],
  ['en', 'This page no longer exists'],
] as const)('an unknown course, module or item is not there, said in the reader’s language (%s)', async (language, sentence) => {
  const theirs = await signIn(await aPerson(open.db, { language }))
  const { course, module } = first('single')
  const addresses = [
    paths.course('nicht-da'),
    paths.course('__proto__'),
    paths.courseCompletion('nicht-da'),
    paths.module(course.slug, 'nicht-da'),
    paths.module(course.slug, 'constructor'),
    paths.moduleCompletion(course.slug, 'nicht-da'),
    paths.item(course.slug, module.slug, 'nicht-da'),
    paths.item(course.slug, module.slug, '__proto__'),
    paths.reflection(course.slug, module.slug, 'nicht-da'),
    '/nicht/da',
  ]
  for (const address of addresses) {
    const answer = await app.get(address, { cookie: theirs })
    expect(answer.status, address).toBe(404)
    const page = await answer.text()
    expect(page, address).toContain(`<html lang="${language}"`)
    expect(page, address).toContain(sentence)
    expect(page, address).not.toMatch(/ at \w+ \(|\.tsx?:\d+|NotFound/)
  }
})

test('a broken course keeps its last revision and keeps no other from being served; the trainer reads what is wrong and where', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'courses-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync('courses', folder, { recursive: true })
  const [whole, torn] = [all[0]?.course, all.at(-1)?.course]
  if (whole === undefined || torn === undefined || whole === torn) throw new Error('two courses are needed')
  const at = join(folder, `${String(torn.number).padStart(2, '0')}-${torn.slug}`)
  const { db, close } = await freshDatabase()
  onTestFinished(close)
  const options = { cache: 'build/courses' }
  const before = await openCatalogue(db, folder, LONG_AGO, options)
  const module = `01-${torn.modules[0]?.slug ?? ''}`
  writeFileSync(join(at, module, 'items.de.yaml'), 'items:\n  - kind: single\n   id: "x\n\t- [')
  writeFileSync(join(at, module, 'module.de.mdx'), '---\nid: x\n---\n<script>alert(1)</script>\n\n{process.exit(1)}\n\n<Callout>')
  const fresh = await openCatalogue((await freshDatabase()).db, folder, LONG_AGO, options)
  expect(fresh.courses.map(({ slug }) => slug)).toEqual(before.courses.map(({ slug }) => slug).filter((slug) => slug !== torn.slug))
  const kept = await openCatalogue(db, folder, LONG_AGO, options)
  expect(kept.courses.find(({ slug }) => slug === torn.slug)).toEqual(torn)

  const served = await startApp({ catalogue: fresh })
  onTestFinished(() => served.close())
  await published(served.db, ...fresh.courses)
  const learner = await served.signIn(await aPerson(served.db))
  for (const path of [paths.home(), paths.courses(), paths.course(whole.slug), paths.module(whole.slug, whole.modules[0]?.slug ?? '')])
    expect((await served.get(path, { cookie: learner })).status, path).toBe(200)
  expect((await served.get(paths.course(torn.slug), { cookie: learner })).status).toBe(404)
  const trainer = await served.signIn(await aPerson(served.db, { roles: ['trainer'] }))
  expect(await (await served.get(paths.authorCourses(), { cookie: trainer })).text()).toContain(paths.authorCourse(torn.slug))
  const page = await (await served.get(paths.authorCourse(torn.slug), { cookie: trainer })).text()
  expect(page).toContain('items.de.yaml')
  expect(page).toContain('module.de.mdx')
  expect(page.replace(/<!-- -->/g, '')).toMatch(/items\.de\.yaml:\d+:\d+|items\.de\.yaml.{0,200}Zeile/s)
})

test('while another program writes, pages are still read; a form is told to come again, and then counts once', async () => {
  const question = first('single')
  const fields = { ...answerFields(question.item, 'right'), event_id: `event-${person.person_id}` }
  const other = openDb(file.file)
  const before = await everyRow(open.db)
  other.raw.exec('begin immediate')
  try {
    for (const path of readable(question)) expect((await app.get(path, { cookie })).status, path).toBe(200)
    // The session is noted as used once a minute; reading goes on when that cannot be written.
    time.pass(2 * MINUTE)
    for (const path of readable(question)) expect((await app.get(path, { cookie })).status, path).toBe(200)
    await refusesToSave(() => send(question, fields), 503)
    const { course, module, item } = first('reflection')
    await refusesToSave(() => app.post(paths.moduleCompletion(question.course.slug, question.module.slug), { event_id: 'event-finish' }, { cookie }), 503)
    await refusesToSave(() => app.post(paths.reflection(course.slug, module.slug, item.id), { text: 'Ein Gedanke.' }, { cookie }), 503)
    const late = await app.post(paths.signIn(), { email: person.email, password: 'falsch geraten!', next: '/' })
    expect([422, 503]).toContain(late.status)
  } finally {
    other.raw.exec('rollback')
    await other.close()
  }
  expect(await everyRow(open.db)).toEqual(before)
  for (let sent = 0; sent < 2; sent += 1) expect((await send(question, fields)).status).toBe(303)
  expect(await own('response')).toHaveLength(1)
})

test('a database that cannot be written to can still be read; a form says so, and later it is saved', async () => {
  const question = first('single')
  const fields = { ...answerFields(question.item, 'right'), event_id: `event-${person.person_id}` }
  open.raw.pragma('query_only = on')
  try {
    time.pass(2 * MINUTE)
    for (const path of readable(question)) expect((await app.get(path, { cookie })).status, path).toBe(200)
    await refusesToSave(() => send(question, fields), 503)
    expect((await app.get(paths.ready())).status).toBe(503)
    expect((await app.get(paths.health())).status).toBe(200)
  } finally {
    open.raw.pragma('query_only = off')
  }
  expect((await send(question, fields)).status).toBe(303)
  expect(await own('response')).toHaveLength(1)
})

test('a full disk stops nothing but saving, says so, and loses nothing that was saved', async () => {
  const { course, module, item } = first('reflection')
  const address = paths.reflection(course.slug, module.slug, item.id)
  const text = 'Ein langer Gedanke. '.repeat(400)
  expect((await app.post(address, { text: 'Vorher gespeichert.' }, { cookie })).status).toBe(303)
  const pages = Number(open.raw.pragma('page_count', { simple: true }))
  open.raw.pragma(`max_page_count = ${pages}`)
  try {
    time.pass(2 * MINUTE)
    for (const path of readable(first('single'))) expect((await app.get(path, { cookie })).status, path).toBe(200)
    let answer = await app.post(address, { text }, { cookie })
    // A few pages may still be free in the file; other people’s notes take them.
    for (let more = 0; answer.status === 303 && more < 50; more += 1)
      answer = await app.post(address, { text }, { cookie: await signIn(await aPerson(open.db)).catch(() => cookie) })
    expect(answer.status).toBe(507)
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await answer.text()).toContain('Es ist kein Speicherplatz mehr frei')
    expect((await app.get(addressOf(first('single')), { cookie })).status).toBe(200)
  } finally {
    open.raw.pragma('max_page_count = 1073741823')
  }
  expect((await app.post(address, { text }, { cookie })).status).toBe(303)
  expect(open.raw.pragma('integrity_check', { simple: true })).toBe('ok')
})

/** Right to left, joined emoji, decomposed and composed letters, other planes, invisible signs within a word. */
const SIGNS = [
  'שלום – مرحبا بكم ‏(ABH)‏',
  '👩🏽‍⚖️ 🏳️‍🌈 𝔄 𠮷',
  'e\u0301 \u00e9 \u1e9e \u0130i \ufdfd',
  'Zu\u00adsage und\u00a0Frist, a\u200bb',
  `'; drop table person; -- "&amp;" \\0 %00 \${x}`,
]

const first = (kind: Placed['item']['kind']): Placed => {
  const found = all.find(({ item }) => item.kind === kind)
  if (found === undefined) throw new Error(`the courses have no ${kind}`)
  return found
}
const addressOf = ({ course, module }: Placed) => paths.module(course.slug, module.slug)
const readable = (placed: Placed) => [paths.home(), paths.courses(), paths.course(placed.course.slug), addressOf(placed), paths.account()]

let count = 0
const send = (placed: Placed, fields: Readonly<Record<string, string | readonly string[]>>, by = cookie) =>
  app.post(addressOf(placed), { item: placed.item.id, event_id: `event-of-bad-input-${++count}`, ...fields }, { cookie: by })

/** A body as it is, sent from one of our own pages. */
const raw = (path: string, body: BodyInit, headers: Readonly<Record<string, string>>) => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return fetch(app.url + path, {
    method: 'POST',
    redirect: 'manual',
    body: bytes,
    headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie, ...headers },
  })
}

/** The form is answered with the status, a time to come back, and a page in words. */
const refusesToSave = async (form: () => Promise<Response>, status: number) => {
  const answer = await form()
  expect(answer.status).toBe(status)
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
  const page = await answer.text()
  expect(page).toContain('Das Speichern ist gerade nicht möglich')
  expect(page).toContain('<html lang="de"')
}

const own = async (table: string) => ((await everyRow(open.db))[table] ?? []).filter((row) => 'person_id' in row && row.person_id === person.person_id)

const signIn = async (one: { readonly authority_id: string; readonly person_id: string }) =>
  `session=${await open.db.transaction().execute((tx) => startSession(tx, one, { device: 'Firefox, Linux', replaces: undefined, now: time.instant() }))}`

const unescaped = (page: string) =>
  page
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
