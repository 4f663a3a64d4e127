/** Legal pages and reports of barriers, as everybody meets them: without an account, with bad intentions, and as administrators. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ColumnFacts } from '#db/data-facts.ts'
import { dataMap } from '#db/data-map.ts'
import { demoInstallation } from '#db/seed/demo-installation.ts'
import { de } from '#app/i18n/de.ts'
import { paths } from '#app/paths.ts'
import { openLog } from '#app/platform/log.server.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { anAuthority, aPerson } from '#tests/support/database.ts'
import { anInstallation } from '#tests/support/installation.ts'
import { aClock } from '#tests/support/request-context.ts'
import { everyRow } from '#tests/support/rows.ts'

const LEGAL = [paths.imprint(), paths.privacy(), paths.accessibility()]

let app: RunningApp
let time: ReturnType<typeof aClock>
let lines: string[]
let operator: Awaited<ReturnType<typeof anAuthority>>
let admin: string
let stranger: string

beforeEach(async () => {
  time = aClock('2026-11-24T09:00:00.000Z')
  lines = []
  app = await startApp({ now: time.clock, house: { log: openLog('debug', { write: (line: string) => void lines.push(line) }) } })
  operator = await anAuthority(app.db, { name: 'Ausländerbehörde Auental' })
  admin = await app.signIn(await aPerson(app.db, { authority_id: operator.id, roles: ['admin'], language: 'de' }))
  stranger = await app.signIn(await aPerson(app.db, { roles: ['admin'], language: 'de' }))
  await anInstallation(app.db, operator.id, demoInstallation)
})
afterEach(() => app.close())

const page = async (path: string, options: { cookie?: string; language?: string } = {}) => {
  const answer = await app.get(path, { ...options, headers: { 'accept-language': options.language ?? 'de' } })
  return { status: answer.status, text: await answer.text() }
}
/** The value of a field as it stands in the page. */
const fieldIn = (text: string, name: string) =>
  new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)</textarea>`).exec(text)?.[1] ??
  new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(text)?.[0].match(/ value="([^"]*)"/)?.[1] ??
  ''
const formId = async () => fieldIn((await page(paths.barrierReport())).text, 'report_id')
const report = async (facts: Record<string, string> = {}) =>
  app.post(paths.barrierReport(), { report_id: await formId(), page: '/help', description: 'Der Fokus fehlt.', contact: '', ...facts })
const stored = () => app.db.selectFrom('barrier_report').selectAll().where('authority_id', '=', operator.id).orderBy('received_at').execute()

test('legal pages are open to everybody in both languages, and say whose they are and as of when', async () => {
  for (const path of LEGAL) {
    const german = await page(path)
    expect(german.status, path).toBe(200)
    expect(german.text).toContain('Stand 2.\u00a0Januar\u00a02026')
    const english = await page(path, { language: 'en' })
    expect(english.text, path).toContain('<html lang="en"')
    expect(english.text).toContain('As of 2\u00a0January\u00a02026')
  }
  expect((await page(paths.imprint())).text).toContain('Lindenallee 12')
  expect((await page(paths.privacy())).text).toContain('Kommunales Rechenzentrum Mittelauen')
  const statement = (await page(paths.accessibility())).text
  expect(statement).toContain('<data value="partly">')
  expect(statement).toContain('<time dateTime="2026-11-22">22.\u00a0November\u00a02026</time>')
  expect(statement).toContain('Nicht geprüft wurden Screenreader, Firefox und Safari')
})

test('what the operator has filled in stands there and nothing is called missing; what it has not confirmed is called unchecked', async () => {
  for (const path of LEGAL) expect((await page(path)).text, path).not.toContain('Noch nicht eingetragen')
  expect((await page(paths.privacy())).text).toContain('vom Verantwortlichen noch zu prüfen')
  await anInstallation(app.db, operator.id, { ...demoInstallation, confirmed: ['legal_basis', 'privacy_authority', 'enforcement'] })
  for (const path of LEGAL) expect((await page(path)).text, path).not.toContain('noch zu prüfen')
})

test('where nothing is filled in the pages say so and whom to ask, and only those who can change it are led to the form', async () => {
  await anInstallation(app.db, operator.id)
  for (const path of LEGAL) {
    const open = await page(path)
    expect(open.text, path).toContain('Noch nicht eingetragen')
    expect(open.text, path).toContain(`mailto:${operator.contact_email}`)
    expect(open.text, path).not.toContain(paths.installation())
    expect((await page(path, { cookie: stranger })).text, path).not.toContain(paths.installation())
    expect((await page(path, { cookie: admin })).text, path).toContain(`href="${paths.installation()}"`)
  }
  expect((await page(paths.accessibility())).text).toContain('Das heißt nicht, dass es keine gibt.')
  expect((await page(paths.barrierReport())).text).toContain('innerhalb von 42 Tagen')
})

test('before any authority exists the pages stand, and nothing can be reported into the void', async () => {
  await app.db.deleteFrom('installation').execute()
  for (const path of [...LEGAL, paths.barrierReport()]) {
    const { status, text } = await page(path)
    expect(status, path).toBe(200)
    expect(text, path).toContain('Auf dieser Installation gibt es noch keine Behörde')
    expect(text, path).not.toContain('name="description"')
  }
  const answer = await app.post(paths.barrierReport(), { report_id: 'form-0001', page: '', description: 'x', contact: '' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('noch keine Behörde, die Ihre Meldung lesen könnte')
  expect(await stored()).toEqual([])
})

test('the privacy page tells every kind of data that the data map knows, and exactly the cookies that are set', async () => {
  const { text } = await page(paths.privacy())
  const columns = Object.values(dataMap).flatMap((table): readonly ColumnFacts[] => Object.values(table))
  const kinds = new Set(columns.flatMap((column) => (column.personal ? [column.kind] : [])))
  for (const kind of kinds) expect(text, kind).toContain(de.legal.kind[kind].what)
  const named = [...text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, name]) => name)
  expect(named).toEqual(['session', 'held', 'language', 'theme'])
  const choice = await app.post(paths.preferences(), { language: 'de', theme: 'dark', next: '/' })
  for (const line of choice.headers.getSetCookie()) expect(named).toContain(line.split('=', 1)[0])
})

test('a barrier is reported without an account: number and day at once, and the same form once more is the same report', async () => {
  const report_id = await formId()
  const sent = { report_id, description: 'Der Fokus fehlt.', contact: 'mara@auental.example', page: '/help' }
  const first = await app.post(paths.barrierReport(), sent)
  expect(first.status).toBe(303)
  const location = first.headers.get('location') ?? ''
  expect(location).toMatch(/^\/accessibility\/report\?page=%2Fhelp&reference=B-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect((await app.post(paths.barrierReport(), sent)).headers.get('location')).toBe(location)
  expect(await stored()).toEqual([
    expect.objectContaining({
      page: '/help',
      description: 'Der Fokus fehlt.',
      contact: 'mara@auental.example',
      answered_at: null,
      received_at: time.instant(),
    }),
  ])
  const receipt = await page(location)
  expect(receipt.text).toContain(location.slice(-11))
  expect(receipt.text).toContain('8.\u00a0Dezember\u00a02026')
  expect(receipt.text).toContain('href="/help"')
  for (const word of ['Der Fokus fehlt', 'mara@']) expect(receipt.text).not.toContain(word)
})

test('the page it is about is filled in as a path of ours, never another host, a token or what somebody searched for', async () => {
  const prefilled = async (path: string) => fieldIn((await page(`${paths.barrierReport()}?page=${encodeURIComponent(path)}`)).text, 'page')
  expect(await prefilled('/courses/willkommensbehoerde/macht')).toBe('/courses/willkommensbehoerde/macht')
  expect(await prefilled('/hr/courses/macht?name=Mirjam+Kessler')).toBe('/hr/courses/macht')
  expect(await prefilled(`/invitation/${'aB3'.repeat(14)}`)).toBe('/invitation/*')
  for (const evil of [
    '//evil.example',
    'https://evil.example/x',
    '/\\evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '"><script>',
    '\r\nSet-Cookie: a=b',
  ])
    expect(await prefilled(evil), evil).toBe('')
  const back = await page(`${paths.barrierReport('//evil.example', { reference: await referenceOf(await report()) })}`)
  expect(back.text).not.toMatch(/href="[^"]*evil/)
})

test('a report never writes another host or a header into the address it leads to', async () => {
  for (const evil of ['//evil.example', 'https://evil.example', '/\\evil.example', '/help\r\nSet-Cookie: a=b', '/help?x=1\nLocation: //evil.example']) {
    const answer = await report({ page: evil, description: `Seite ${evil}` })
    expect(answer.status, evil).toBe(303)
    expect(answer.headers.get('location'), evil).toMatch(/^\/accessibility\/report\?(page=%2F[a-z*%A-Z0-9+]*&)?reference=B-[2-9A-Z-]{9}$/)
    expect(answer.headers.get('location')).not.toContain('evil')
    expect(answer.headers.getSetCookie()).toEqual([])
  }
  const words = await report({ page: 'Die Seite mit den Kursen', description: 'In Worten' })
  expect(words.status).toBe(303)
  expect((await report({ page: `${app.url}/help?name=Mara`, description: 'Ganze Adresse' })).status).toBe(303)
  const pages = (await stored()).map(({ page: kept }) => kept).sort()
  expect(pages).toEqual(['', '', '', '/*', '/help', '/help', 'Die Seite mit den Kursen'])
})

test('what is missing or too long is said, and nothing that was typed is lost', async () => {
  const empty = await report({ description: ' \r\n ', contact: 'Telefon 069', page: '/help' })
  expect(empty.status).toBe(422)
  const text = await empty.text()
  expect(text).toContain('<title>Fehler: Barriere melden – Wegbereiter</title>')
  expect(text).toContain('<a href="#description">Beschreiben Sie, was nicht geht. Ein Satz genügt.</a>')
  expect(fieldIn(text, 'contact')).toBe('Telefon 069')
  const long = 'ä'.repeat(100_000)
  const refused = await report({ description: long })
  expect(refused.status).toBe(422)
  expect(fieldIn(await refused.text(), 'description')).toBe(long)
  expect((await report({ contact: 'x'.repeat(301) })).status).toBe(422)
  expect(await stored()).toEqual([])
})

test('5,000 characters are counted as people do: line ends and emoji are one', async () => {
  const most = `${'🙂'.repeat(2500)}${'a\r\n'.repeat(1249)}ab`
  expect((await report({ description: most })).status).toBe(303)
  expect([...((await stored())[0]?.description ?? '')]).toHaveLength(5000)
  expect((await report({ description: `${most}c` })).status).toBe(422)
})

test('other scripts, emoji and markup arrive as they were typed and never become markup or links', async () => {
  const description = '‏لا أستطيع القراءة 🙂 <script>alert(1)</script> "><img src=x onerror=alert(1)> {{7*7}} \u202egnp.exe'
  expect((await report({ description, contact: 'javascript:alert(1)', page: 'javascript:alert(1)' })).status).toBe(303)
  expect((await stored())[0]).toMatchObject({ description, contact: 'javascript:alert(1)' })
  const { text } = await page(paths.barrierReports(), { cookie: admin })
  expect(text).toContain('لا أستطيع القراءة 🙂 &lt;script&gt;alert(1)&lt;/script&gt;')
  expect(text).toContain('<p class="wb-typed" dir="auto">')
  expect(text).not.toMatch(/<script>|<img|href="javascript/)
})

test('who sends many reports waits, is told how long, loses nothing, and can then send', async () => {
  for (let count = 0; count < 10; count += 1) expect((await report({ description: `Barriere ${count}` })).status).toBe(303)
  const answer = await report({ description: 'Die elfte', contact: 'Telefon 069' })
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe('30')
  const text = await answer.text()
  expect(text).toContain('In 30 Sekunden')
  expect(fieldIn(text, 'description')).toBe('Die elfte')
  expect(fieldIn(text, 'contact')).toBe('Telefon 069')
  expect(await stored()).toHaveLength(10)
  time.pass(30_000)
  expect((await report({ description: 'Die elfte' })).status).toBe(303)
})

test('a second click is never refused as too much', async () => {
  const sent = { report_id: await formId(), page: '', description: 'Noch eine', contact: '' }
  for (let click = 0; click < 15; click += 1) expect((await app.post(paths.barrierReport(), sent)).status).toBe(303)
  expect(await stored()).toHaveLength(1)
})

test('a form from elsewhere or without its id reports nothing', async () => {
  const sent = { report_id: await formId(), page: '', description: 'x', contact: '' }
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  expect((await app.post(paths.barrierReport(), sent, { headers })).status).toBe(403)
  expect((await app.post(paths.barrierReport(), { ...sent, report_id: '../x' })).status).toBe(400)
  expect((await app.post(paths.barrierReport(), { ...sent, report_id: '' })).status).toBe(400)
  expect(await stored()).toEqual([])
})

test('the log says that a barrier was reported, and nothing of what was written', async () => {
  await report({ description: 'Geheime Worte', contact: 'mara@auental.example', page: 'Meine Seite' })
  const line = lines.find((one) => one.includes('barrier_reported'))
  expect(Object.keys(JSON.parse(line ?? '{}')).sort()).toEqual(['authority_id', 'level', 'msg', 'request_id', 'time'])
  expect(lines.join('')).not.toMatch(/Geheime|mara|Meine Seite|B-[2-9A-Z]{4}-/)
})

test('an invented number shows the form and nothing else', async () => {
  for (const reference of ['B-2222-2222', '<script>', "' or 1=1 --", 'x'.repeat(5000)]) {
    const { status, text } = await page(`${paths.barrierReport()}?${new URLSearchParams({ reference })}`)
    expect(status).toBe(200)
    expect(text).toContain('name="description"')
    expect(text).not.toContain('Ihre Meldung ist angekommen')
  }
})

test('administrators of the operator see reports with their day, and note that one was answered', async () => {
  expect((await page(paths.barrierReports(), { cookie: admin })).text).toContain('Keine offenen Meldungen')
  const reference = await referenceOf(await report({ page: '/help' }))
  time.pass(15 * 24 * 3_600_000)
  admin = await app.signIn(await aPerson(app.db, { authority_id: operator.id, roles: ['admin'], language: 'de' }))
  const list = await page(paths.barrierReports(), { cookie: admin })
  for (const words of [reference, '8.\u00a0Dezember\u00a02026', 'Frist vorbei', 'href="/help"', 'Offen (1)', 'Es wird keine E-Mail verschickt'])
    expect(list.text).toContain(words)
  const [only] = await stored()
  const answer = await app.post(paths.barrierReports(), { report_id: only?.id ?? '', intent: 'answered' }, { cookie: admin })
  expect(answer.headers.get('location')).toBe('/admin/barriers?done=answered')
  expect((await stored())[0]?.answered_at).toBe(time.instant())
  expect((await page(paths.barrierReports(undefined, { state: 'answered' }), { cookie: admin })).text).toContain('9.\u00a0Dezember\u00a02026')
  expect((await page(paths.barrierReport(undefined, { reference }))).text).toContain('Beantwortet am')
})

test('administrators of another authority see and change nothing, and learn who can', async () => {
  await report({ description: 'Nur für Auental' })
  const [only] = await stored()
  const before = await everyRow(app.db)
  for (const path of [paths.installation(), paths.barrierReports()]) {
    const { status, text } = await page(path, { cookie: stranger })
    expect(status, path).toBe(403)
    expect(text).toContain('Betreiber dieser Installation: Ausländerbehörde Auental.')
    for (const secret of ['Nur für Auental', 'name="provider_name"', only?.reference ?? '']) expect(text).not.toContain(secret)
  }
  const attempts = [
    [paths.installation(), { provider_name: 'Übernommen', seen: '2026-01-02T09:00:00.000Z' }],
    [paths.installation(), { provider_email: 'kein-at' }],
    [paths.barrierReports(), { report_id: only?.id ?? '', intent: 'answered' }],
  ] as const
  for (const [path, form] of attempts) expect((await app.post(path, form, { cookie: stranger })).status, path).toBe(403)
  expect(await everyRow(app.db)).toEqual(before)
})

/** The form as the page shows it, with every field. */
const installationForm = async () => {
  const { text } = await page(paths.installation(), { cookie: admin })
  const names = [...text.matchAll(/ name="([a-z_]+)"/g)].map(([, name = '']) => name)
  const checked = (name: string) =>
    [...text.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(` name="${name}"`) && tag.includes(' checked'))
  const shownValue = (name: string) =>
    name === 'conformance' || name === 'method' ? (checked(name)?.match(/ value="([^"]*)"/)?.[1] ?? '') : fieldIn(text, name)
  return Object.fromEntries(
    names.filter((name) => name in demoInstallation || name === 'seen').map((name) => [name, name === 'confirmed' ? '' : unescaped(shownValue(name))]),
  )
}
const unescaped = (text: string) =>
  text.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const save = (form: Record<string, string | readonly string[]>) => app.post(paths.installation(), form, { cookie: admin })

test('what is saved stands on the pages at once, as of today, and is traced', async () => {
  const form = await installationForm()
  const answer = await save({ ...form, provider_name: 'Kreis <b>Auental</b>', confirmed: ['enforcement', 'legal_basis'] })
  expect(answer.headers.get('location')).toBe('/admin/installation?done=saved')
  const imprint = (await page(paths.imprint())).text
  expect(imprint).toContain('Kreis &lt;b&gt;Auental&lt;/b&gt;')
  expect(imprint).toContain('Stand 24.\u00a0November\u00a02026')
  expect((await page(paths.accessibility())).text).not.toContain('noch zu prüfen')
  const trail = await app.db.selectFrom('audit_entry').select('detail').where('authority_id', '=', operator.id).execute()
  expect(trail.map(({ detail }) => JSON.parse(detail))).toEqual([{ fields: expect.arrayContaining(['provider_name', 'confirmed']) }])
  expect(JSON.parse(trail[0]?.detail ?? '{}').fields).not.toContain('provider_street')
  expect((await page(paths.installation('saved'), { cookie: admin })).text).toContain('Gespeichert')
})

test('a refused form keeps every value and leads to each field that does not fit', async () => {
  const form = {
    ...(await installationForm()),
    provider_email: 'kein-at',
    answer_days: '99',
    barriers_de: 'a\nb',
    conformance: 'none',
    confirmed: ['enforcement'],
  }
  const answer = await save(form)
  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(text).toContain('<title>Fehler: Angaben zur Installation – Wegbereiter</title>')
  for (const field of ['provider_email', 'answer_days']) expect(text).toContain(`<a href="#${field}">`)
  expect(fieldIn(text, 'provider_email')).toBe('kein-at')
  expect(fieldIn(text, 'barriers_de')).toBe('a\nb')
  expect(text).toMatch(/<input[^>]* name="conformance"[^>]* checked=""[^>]* value="none"|<input[^>]* name="conformance"[^>]* value="none"[^>]* checked=""/)
  expect(text).toMatch(/<input[^>]*value="enforcement"[^>]*checked=""|<input[^>]*checked=""[^>]*value="enforcement"/)
  expect((await page(paths.imprint())).text).toContain('auslaenderbehoerde@auental.example')
})

test('of two administrators the second is shown what the first has saved, keeps the own words, and decides', async () => {
  const form = await installationForm()
  const second = { ...form, provider_phone: '069 90009-555' }
  expect((await save({ ...form, provider_phone: '069 90009-444' })).status).toBe(303)
  time.pass(1000)
  const refused = await save(second)
  const text = await refused.text()
  expect(refused.status).toBe(422)
  expect(text).toContain('Jemand anderes hat inzwischen gespeichert.')
  expect(text).toMatch(/<dt>Telefon<\/dt><dd><span class="wb-typed">069 90009-444<\/span>/)
  expect(fieldIn(text, 'provider_phone')).toBe('069 90009-555')
  expect((await page(paths.imprint())).text).toContain('069 90009-444')
  expect((await save({ ...second, seen: fieldIn(text, 'seen') })).status).toBe(303)
  expect((await page(paths.imprint())).text).toContain('069 90009-555')
})

test('administrators see what is missing, with a link to each field, and when the statement is due', async () => {
  await anInstallation(app.db, operator.id, { ...demoInstallation, hosting_who: '', reviewed_on: '2025-11-20' })
  const { text } = await page(paths.installation(), { cookie: admin })
  expect(text).toContain('<a href="#hosting_who">Wer die Server betreibt</a>')
  expect(text).toContain('<a href="#legal_basis_de">Rechtsgrundlage</a>')
  expect(text).toContain('Sie wurde zuletzt am 20.\u00a0November\u00a02025 überprüft.')
})

test('the help tells what the platform offers and leads to statement, report and privacy', async () => {
  const { text } = await page(paths.help())
  for (const href of [paths.accessibility(), paths.privacy(), paths.imprint(), paths.barrierReport(paths.help()).replace('&', '&amp;')])
    expect(text).toContain(`href="${href}"`)
  for (const feature of ['Tastatur', 'Vergrößern', 'Kontrastdesigns', 'Drucken', 'Ende der Sitzung']) expect(text).toContain(`<dt>${feature}</dt>`)
})

const referenceOf = async (answer: Response) => new URL(answer.headers.get('location') ?? '', app.url).searchParams.get('reference') ?? ''
