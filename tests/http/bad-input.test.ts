/** Input that does not fit: a clear answer, nothing lost, and the server stays up. */
import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { answerFields } from '#tests/support/answer-fields.ts'
import { addressOf, appOnFile } from '#tests/support/app-on-file.ts'
import { aPerson } from '#tests/support/database.ts'
import { everyRow } from '#tests/support/rows.ts'

const MINUTE = 60_000
const here = appOnFile()

test('only forms are read: any other body is refused in words, and nothing is written', async () => {
  const question = here.first('single')
  const before = await everyRow(here.open.db)
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
  expect(await everyRow(here.open.db)).toEqual(before)
})

test('a form without its id, or about an item that is not here, is refused and writes nothing', async () => {
  const question = here.first('single')
  const { course, module, item } = question
  const fields = answerFields(item, 'right') ?? {}
  const before = await everyRow(here.open.db)
  for (const event_id of ['', 'x', 'a b c d e f g', 'x'.repeat(81), '<script>alert(1)</script>']) {
    const answer = await here.app.post(addressOf(question), { item: item.id, event_id, ...fields }, { cookie: here.cookie })
    expect(answer.status, event_id).toBe(400)
    expect(await answer.text()).toContain('Diese Anfrage war unvollständig')
    expect((await here.app.post(paths.course(course.slug), { event_id }, { cookie: here.cookie })).status, event_id).toBe(400)
    expect((await here.app.post(paths.moduleCompletion(course.slug, module.slug), { event_id }, { cookie: here.cookie })).status, event_id).toBe(400)
  }
  for (const unknown of ['', 'nicht-da', '__proto__', 'constructor', '../x', 'x'.repeat(5000)]) {
    const answer = await here.app.post(addressOf(question), { item: unknown, event_id: 'event-0001', ...fields }, { cookie: here.cookie })
    expect(answer.status, unknown).toBe(404)
  }
  const elsewhere = here.all.find((other) => other.module !== module && other.item.kind === 'single')
  expect(
    (await here.app.post(addressOf(question), { item: elsewhere?.item.id ?? '', event_id: 'event-0001', ...fields }, { cookie: here.cookie })).status,
  ).toBe(404)
  expect(await everyRow(here.open.db)).toEqual(before)
})

test('choices that do not exist, doubled fields and names of the language’s own objects are answered in words', async () => {
  const before = await everyRow(here.open.db)
  const attempts: readonly Readonly<Record<string, string | readonly string[]>>[] = [
    { option: 'nicht-da' },
    { option: ['a', 'b', 'c'] },
    { option: '' },
    { option: '__proto__' },
    { option: 'constructor', toString: '3' },
    Object.fromEntries([['__proto__', 'x']]),
  ]
  for (const fields of attempts) {
    const answer = await here.send(here.first('single'), fields)
    expect(answer.status, JSON.stringify(fields)).toBe(422)
    expect(await answer.text()).toContain('Fehler:')
  }
  expect(await everyRow(here.open.db)).toEqual(before)
})

test('a text far too long is refused with its sentence and stays in its field; nothing is written', async () => {
  const gap = here.first('gap')
  const long = 'Wort '.repeat(20_000).trim()
  const before = await everyRow(here.open.db)
  const answer = await here.send(gap, Object.fromEntries(Object.keys(answerFields(gap.item, 'right') ?? {}).map((name) => [name, long])))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Eine Lücke fasst höchstens 200\u00a0Zeichen.')
  expect(page).toContain(long)
  const { course, module, item } = here.first('reflection')
  const note = await here.app.post(paths.reflection(course.slug, module.slug, item.id), { text: long }, { cookie: here.cookie })
  expect(note.status).toBe(422)
  const shown = await note.text()
  expect(shown).toContain('Die Notiz ist zu lang.')
  expect(shown).toContain(long)
  expect(await everyRow(here.open.db)).toEqual(before)
})

test('every writing and every sign is kept as it was typed', async () => {
  const { course, module, item } = here.first('reflection')
  const address = paths.reflection(course.slug, module.slug, item.id)
  for (const text of SIGNS) {
    expect((await here.app.post(address, { text }, { cookie: here.cookie })).status).toBe(303)
    const kept = await here.open.db
      .selectFrom('reflection')
      .select('text')
      .where('authority_id', '=', here.person.authority_id)
      .where('person_id', '=', here.person.person_id)
      .executeTakeFirstOrThrow()
    expect(Buffer.from(kept.text).toString('hex'), text).toBe(Buffer.from(text).toString('hex'))
    expect(unescaped(await (await here.app.get(address, { cookie: here.cookie })).text())).toContain(text)
  }
  const gap = here.first('gap')
  const names = Object.keys(answerFields(gap.item, 'right') ?? {})
  for (const text of SIGNS) {
    expect((await here.send(gap, Object.fromEntries(names.map((name) => [name, text])))).status).toBe(303)
    // In a gap, composed and decomposed letters are the same answer, and every space is one space.
    expect(unescaped(await (await here.app.get(addressOf(gap), { cookie: here.cookie })).text())).toContain(text.normalize('NFC').replace(/\s+/g, ' '))
  }
})

test.each([
  ['de', 'Eine Lücke fasst höchstens 200\u00a0Zeichen. Kürzen Sie den Text, dann speichern wir ihn.'],
  ['en', 'A gap takes at most 200\u00a0characters. Shorten the text and we will save it.'],
] as const)('100 KB in a gap are refused in the reader’s language (%s), stay in the field, and can be sent shortened', async (language, sentence) => {
  here.person = await aPerson(here.open.db, { language })
  here.cookie = await here.signIn(here.person)
  const gap = here.first('gap')
  const [name = '', ...others] = Object.keys(answerFields(gap.item, 'right') ?? {})
  const long = `שלום 👩🏽‍⚖️ ${'ä'.repeat(50_000)}`
  expect(Buffer.byteLength(long)).toBeGreaterThan(100_000)
  const fields = Object.fromEntries([[name, long], ...others.map((other) => [other, 'kurz'])])
  const answer = await here.send(gap, fields)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain(`<html lang="${language}"`)
  expect(page).toContain(sentence)
  expect(page).toContain(long)
  expect(page).toContain('value="kurz"')
  expect(await here.own('response')).toEqual([])
  expect((await here.send(gap, { ...fields, [name]: 'שלום 👩🏽‍⚖️' })).status).toBe(303)
  expect(unescaped(await (await here.app.get(addressOf(gap), { cookie: here.cookie })).text())).toContain('שלום 👩🏽‍⚖️')
})

test('a text to be rewritten is kept as it was typed, whatever the writing, and its direction follows it', async () => {
  const letter = here.first('rewrite')
  for (const [at, text] of SIGNS.entries()) {
    here.time.pass(MINUTE)
    expect((await here.send(letter, { text })).status).toBe(303)
    const page = await (await here.app.get(addressOf(letter), { cookie: here.cookie })).text()
    expect(unescaped(page), text).toContain(`<p class="wb-passage__p" dir="auto">${text.normalize('NFC')}</p>`)
    if (at > 0) expect(page).toContain(at === 1 ? 'Eine frühere Fassung' : `${at} frühere Fassungen`)
  }
  const long = 'ä'.repeat(10_001)
  const refused = await here.send(letter, { text: long, [Object.keys(answerFields(letter.item, 'right') ?? {})[1] ?? '']: '2' })
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).toContain('Der Text ist zu lang. Möglich sind 10.000\u00a0Zeichen.')
  expect(page).toContain(long)
  expect(page).toMatch(/name="check\.[a-z-]+" checked="" value="2"/)
})

test.each([
  ['de', 'In einem anderen Fenster haben Sie inzwischen auch eine Fassung gespeichert. Beide sind aufbewahrt.', 'Eine frühere Fassung', 'Ihre Fassung 2'],
  ['en', 'You have meanwhile saved a version in another window too. Both are kept.', 'One earlier version', 'Your version 2'],
] as const)(
  'a text saved from two tabs (%s) keeps both versions, shows the newest and says so where it stands',
  async (language, sentence, earlier, newest) => {
    here.person = await aPerson(here.open.db, { language })
    here.cookie = await here.signIn(here.person)
    const letter = here.first('rewrite')
    const seen = ''
    expect((await here.send(letter, { text: 'Aus dem linken Fenster.', seen })).headers.get('location')).not.toContain('notice')
    here.time.pass(MINUTE)
    const second = await here.send(letter, { text: 'Aus dem rechten Fenster.', seen })
    expect(second.status).toBe(303)
    const page = await (await here.app.get(second.headers.get('location')?.split('#')[0] ?? '', { cookie: here.cookie })).text()
    const box = page.slice(page.indexOf(`id="item-${letter.item.id}"`), page.indexOf('</section>', page.indexOf(`id="item-${letter.item.id}"`)))
    expect(box).toContain(sentence)
    expect(box).toContain(newest)
    expect(box.indexOf('Aus dem rechten Fenster.')).toBeGreaterThan(0)
    expect(box.indexOf('Aus dem rechten Fenster.')).toBeLessThan(box.indexOf(earlier))
    expect(box.indexOf('Aus dem linken Fenster.')).toBeGreaterThan(box.indexOf(earlier))
    expect((await here.own('response')).map((row) => JSON.parse(String(row['answer'])).text)).toEqual(['Aus dem linken Fenster.', 'Aus dem rechten Fenster.'])
    // Somebody else sees neither.
    here.cookie = await here.signIn(await aPerson(here.open.db))
    expect(await (await here.app.get(addressOf(letter), { cookie: here.cookie })).text()).not.toContain('Fenster.')
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
    here.person = await aPerson(here.open.db, { language })
    here.cookie = await here.signIn(here.person)
    const task = here.first('transfer')
    const today = here.time.instant().slice(0, 10)
    const yesterday = new Date(Date.parse(today) - 24 * 60 * MINUTE).toISOString().slice(0, 10)
    for (const [on, sentence] of [
      [yesterday, past],
      ['0026-01-01', past],
      ['2026-02-30', unreadable],
      ['<b>morgen</b>', unreadable],
      ['', missing],
    ] as const) {
      const answer = await here.send(task, { status: 'not_yet', on })
      const page = await answer.text()
      expect(answer.status, on).toBe(422)
      expect(page, on).toContain(sentence)
      expect(page).toMatch(/name="status" checked="" value="not_yet"/)
      if (on !== '')
        expect(unescaped(page)).toContain(
          `name="on" aria-invalid="true" aria-describedby="item-${task.item.id}-on-hint item-${task.item.id}-problem" value="${on}"`,
        )
    }
    expect(await here.own('response')).toEqual([])
    expect((await here.send(task, { status: 'not_yet', on: today })).status).toBe(303)
    expect((await here.send(task, { status: 'done', on: yesterday })).status).toBe(303)
    expect(await here.own('response')).toHaveLength(2)
  },
)

test('what looks like code is text on the page', async () => {
  const gap = here.first('gap')
  const names = Object.keys(answerFields(gap.item, 'right') ?? {})
  await here.send(gap, Object.fromEntries(names.map((name) => [name, '"><img src=x onerror=alert(1)>{{constructor}}'])))
  const page = await (await here.app.get(addressOf(gap), { cookie: here.cookie })).text()
  expect(page).not.toContain('<img src=x')
  expect(unescaped(page)).toContain('onerror=alert(1)>{{constructor}}')
})

test('a body of more than a megabyte is refused before it is read', async () => {
  const answer = await raw(addressOf(here.first('single')), `text=${'x'.repeat(1024 * 1024)}`, { 'content-type': 'application/x-www-form-urlencoded' })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toMatch(/<title>[^<]+<\/title>/)
  const fields = Array.from({ length: 600 }, (_, at) => `f${at}=1`).join('&')
  expect((await raw(addressOf(here.first('single')), fields, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(413)
})

test.each([
  ['de', 'Diese Seite gibt es nicht mehr'],
  ['en', 'This page no longer exists'],
] as const)('an unknown course, module or item is not there, said in the reader’s language (%s)', async (language, sentence) => {
  const theirs = await here.signIn(await aPerson(here.open.db, { language }))
  const { course, module } = here.first('single')
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
    const answer = await here.app.get(address, { cookie: theirs })
    expect(answer.status, address).toBe(404)
    const page = await answer.text()
    expect(page, address).toContain(`<html lang="${language}"`)
    expect(page, address).toContain(sentence)
    expect(page, address).not.toMatch(/ at \w+ \(|\.tsx?:\d+|NotFound/)
  }
})

/** Right to left, joined emoji, decomposed and composed letters, other planes, invisible signs within a word. */
const SIGNS = [
  'שלום – مرحبا بكم ‏(ABH)‏',
  '👩🏽‍⚖️ 🏳️‍🌈 𝔄 𠮷',
  'e\u0301 \u00e9 \u1e9e \u0130i \ufdfd',
  'Zu\u00adsage und\u00a0Frist, a\u200bb',
  `'; drop table person; -- "&amp;" \\0 %00 \${x}`,
]

/** A body as it is, sent from one of our own pages. */
const raw = (path: string, body: BodyInit, headers: Readonly<Record<string, string>>) => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return fetch(here.app.url + path, {
    method: 'POST',
    redirect: 'manual',
    body: bytes,
    headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: here.cookie, ...headers },
  })
}

const unescaped = (page: string) =>
  page
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
