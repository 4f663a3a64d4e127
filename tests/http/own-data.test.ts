/** What a person can know of their own data: the pages, the files, and who looked. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { makeAssignment } from '#app/domain/assignment/make-assignment.server.ts'
import { contentOf } from '#app/domain/certificate/certificate.ts'
import { deactivatePerson } from '#app/domain/organisation/deactivate-person.server.ts'
import { verifyAudit } from '#app/domain/privacy/verify-audit.server.ts'
import type { AnyRole } from '#app/domain/actor.ts'
import { paths } from '#app/paths.ts'
import routes from '#app/routes.ts'
import type { OpenDatabase } from '#db/client.server.ts'
import { emptyCatalogue, type RunningApp, startApp } from '#tests/support/app.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anOrgUnit, aPerson, freshDatabase, published } from '#tests/support/database.ts'
import { aClock } from '#tests/support/request-context.ts'
import { everyRow } from '#tests/support/rows.ts'

const MINUTE = 60_000
const NASTY = '<b>Notiz</b> "שלום" 👩🏽‍⚖️'
const course = aCourse([], { id: 'willkommen', text: { de: { title: 'Willkommensbehörde', summary: 'Kurz.', objectives: [], body: [] } } })

let app: RunningApp
let open: OpenDatabase
let time: ReturnType<typeof aClock>
let hr: Awaited<ReturnType<typeof aPerson>>
let mirjam: Awaited<ReturnType<typeof aPerson>>
let stranger: Awaited<ReturnType<typeof aPerson>>
let cookies: { hr: string; mirjam: string }

beforeEach(async () => {
  open = await freshDatabase()
  time = aClock('2026-11-22T09:30:00.000Z')
  app = await startApp({ catalogue: { ...emptyCatalogue, courses: [course] }, now: time.clock, house: { db: open.db } })
  await published(open.db, course)
  const unit = await anOrgUnit(open.db, { authority_id: (await aPerson(open.db)).authority_id, name: 'Aufenthalt A–K' })
  const place = { authority_id: unit.authority_id, org_unit_id: unit.id }
  hr = await aPerson(open.db, { ...place, roles: ['hr'], given_name: 'Beate', family_name: 'Tillmann' })
  mirjam = await aPerson(open.db, { ...place, given_name: 'Mirjam', family_name: 'Kessler' })
  stranger = await aPerson(open.db, { given_name: 'Fremde', family_name: 'Person' })
  for (const person of [mirjam, stranger])
    await open.db
      .insertInto('reflection')
      .values({
        authority_id: person.authority_id,
        person_id: person.person_id,
        course_id: course.id,
        module_id: 'm',
        item_id: 'i',
        text: `${NASTY} ${person.person_id}`,
        saved_at: time.instant(),
      })
      .execute()
  cookies = { hr: await signIn(hr), mirjam: await signIn(mirjam) }
})
afterEach(async () => {
  await app.close()
  await open.close()
})

test('"Meine Daten" says what is stored, how much, how new, what for and how long, and leads on', async () => {
  const page = await read(paths.ownData(), cookies.mirjam)
  expect(textOf(page)).toMatch(/Private Texte Nur für Sie, weil Sie sie gespeichert haben\. 1 22\.11\.2026 Bis Sie es löschen/)
  expect(textOf(page)).toMatch(/Ihre Antworten Damit Sie sehen, was Sie geantwortet haben\. 0 – Bis 30 Tage nach Abschluss des Moduls/)
  for (const path of [paths.ownDataHtml(), paths.ownDataJson(), paths.visibility(), paths.privacy()]) expect(page).toContain(`href="${path}"`)
  expect(page).toContain(`mailto:kontakt@${mirjam.authority_id}.example`)
})

test('the JSON is an attachment with everything of the reader, complete, and nothing of anybody else', async () => {
  const answer = await app.get(`${paths.ownDataJson()}?person=${stranger.person_id}&authority_id=${stranger.authority_id}`, { cookie: cookies.mirjam })
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="wegbereiter-meine-daten-2026-11-22.json"')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const text = await answer.text()
  const json = JSON.parse(text) as { complete: boolean; data: { table: string; rows: Record<string, unknown>[] }[] }
  expect(json.complete).toBe(true)
  expect(json.data.find(({ table }) => table === 'person')?.rows).toMatchObject([{ given_name: 'Mirjam', org_unit: 'Aufenthalt A–K' }])
  expect(json.data.find(({ table }) => table === 'reflection')?.rows).toMatchObject([{ text: `${NASTY} ${mirjam.person_id}` }])
  for (const mark of [stranger.person_id, stranger.authority_id, 'Fremde', 'Tillmann', hr.person_id]) expect(text).not.toContain(mark)
})

test('the HTML is an attachment that can be read offline and in which nothing runs', async () => {
  const answer = await app.get(paths.ownDataHtml(), { cookie: cookies.mirjam })
  const html = await answer.text()
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="wegbereiter-meine-daten-2026-11-22.html"')
  const style = html.match(/<style>(.*?)<\/style>/s)?.[1] ?? ''
  expect(answer.headers.get('content-security-policy')).toBe(
    `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`,
  )
  expect(html).toContain('&lt;b&gt;Notiz&lt;/b&gt; &quot;שלום&quot; 👩🏽‍⚖️')
  expect(html).toContain('Willkommensbehörde')
  expect(html).toContain('Ende der Datei.')
  expect(html).not.toMatch(/<script|Fremde/)
})

test('fifty thousand rows arrive whole, and others are answered meanwhile', { timeout: 60_000 }, async () => {
  open.raw
    .prepare(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 50000)
    insert into learning_event (authority_id, id, person_id, course_id, revision_id, module_id, item_id, type, payload, occurred_at)
    select ?, 'event-of-' || i, ?, ?, ?, 'm', null, 'module_opened', '{}', ? from n`)
    .run(mirjam.authority_id, mirjam.person_id, course.id, course.revision, time.instant())
  const order: string[] = []
  const whole = app.get(paths.ownDataJson(), { cookie: cookies.mirjam }).then(async (answer) => {
    const json = (await answer.json()) as { complete: boolean; data: { table: string; rows: unknown[] }[] }
    order.push('export')
    return json
  })
  await app.get(paths.health()).then(() => order.push('health'))
  const json = await whole
  expect(json.complete).toBe(true)
  expect(json.data.find(({ table }) => table === 'learning_event')?.rows).toHaveLength(50_000)
  expect(order).toEqual(['health', 'export'])
  expect((await read(paths.ownDataHtml(), cookies.mirjam)).match(/<tr>/g)?.length).toBeGreaterThan(50_000)
})

test('a person whose account is closed gets nothing any more; HR still sees what was completed', async () => {
  const admin = await aPerson(open.db, { authority_id: mirjam.authority_id, roles: ['admin'] })
  await open.db.transaction().execute((tx) => deactivatePerson(tx, actorOf(admin, 'admin'), mirjam, { now: time.instant() }))
  for (const path of [paths.ownData(), paths.ownDataJson(), paths.ownDataHtml(), paths.visibility()])
    expect((await app.get(path, { cookie: cookies.mirjam })).status, path).toBe(302)
  expect(await read(paths.hrPerson(mirjam.person_id), cookies.hr)).toContain('Mirjam Kessler')
})

test('HR sees completions and certificates of a person, and that the person can see it; never what was only begun', async () => {
  const place = { authority_id: mirjam.authority_id, person_id: mirjam.person_id, course_id: course.id }
  const state = {
    ...place,
    started_at: '2026-03-03T08:00:00.000Z',
    last_active_at: '2026-03-04T08:00:00.000Z',
    last_module_id: 'm',
    completed_revision_id: null,
    completed_score: 813,
    transfer_status: null,
    through_seq: 1,
  }
  const untouched = await read(paths.hrPerson(mirjam.person_id), cookies.hr)
  await open.db
    .insertInto('course_state')
    .values({ ...state, completed_at: null })
    .execute()
  expect(textOf(await read(paths.hrPerson(mirjam.person_id), cookies.hr))).toBe(textOf(untouched))
  await open.db.updateTable('course_state').set({ completed_at: '2026-10-31T23:30:00.000Z' }).where('authority_id', '=', mirjam.authority_id).execute()
  const page = await read(paths.hrPerson(mirjam.person_id), cookies.hr)
  expect(textOf(page)).toMatch(/1 Willkommensbehörde Abgeschlossen 01\.11\.2026/)
  expect(textOf(page)).toContain('Mirjam Kessler kann nachlesen, dass Sie diese Seite geöffnet haben, und wann.')
  expect(page).not.toMatch(/813|81\s%|03\.03\.2026|04\.03\.2026|person-\d+@/)
})

test('who opened my status is what I read: page, list and file, with name, role and time, once an hour', async () => {
  await read(paths.hrPerson(mirjam.person_id), cookies.hr)
  time.pass(MINUTE)
  await read(paths.hrPerson(mirjam.person_id, 'revoked'), cookies.hr)
  await read(paths.hrCourse(course.slug), cookies.hr)
  await read(paths.hrCourse(course.slug, { name: 'zzz', sort: '-date', page: '2' }), cookies.hr)
  await read(paths.hrCourse(course.slug, { unit: mirjam.org_unit_id }), cookies.hr)
  time.pass(20 * MINUTE)
  await read(paths.hrCourseCsv(course.slug), cookies.hr)
  const page = textOf(await read(paths.visibility(), await signIn(mirjam)))
  expect(page).toContain('4 Zugriffe in den letzten zwölf Monaten')
  expect(page).toMatch(/22\.11\.2026, 10:51 Beate Tillmann Personalentwicklung Liste zu Kurs 1 als Datei, alle Organisationseinheiten/)
  expect(page).toMatch(/22\.11\.2026, 10:31 Beate Tillmann Personalentwicklung Liste zu Kurs 1, nur Aufenthalt A–K/)
  expect(page).toMatch(/22\.11\.2026, 10:31 Beate Tillmann Personalentwicklung Liste zu Kurs 1, alle Organisationseinheiten/)
  expect(page).toMatch(/22\.11\.2026, 10:30 Beate Tillmann Personalentwicklung Ihre Seite mit Abschlüssen und Nachweisen/)
  const file = await (await app.get(paths.ownDataJson(), { cookie: await signIn(mirjam) })).text()
  expect(file).toContain('"actor":"Beate Tillmann"')
  expect(file).not.toContain(hr.person_id)
  expect((await verifyAudit(open.db)).faults).toEqual([])
})

test('one’s own page leaves no trace, nobody else’s authority is found, and both say nothing in the trail', async () => {
  await read(paths.hrPerson(hr.person_id), cookies.hr)
  const missing = await app.get(paths.hrPerson(stranger.person_id), { cookie: cookies.hr })
  const unknown = await app.get(paths.hrPerson('nobody'), { cookie: cookies.hr })
  expect([missing.status, unknown.status]).toEqual([404, 404])
  expect((await app.get(paths.hrCourse('nowhere'), { cookie: cookies.hr })).status).toBe(404)
  expect((await app.get(paths.hrCourse(course.slug, { unit: stranger.org_unit_id }), { cookie: cookies.hr })).status).toBe(404)
  expect((await app.get(paths.hrPerson(mirjam.person_id), { cookie: cookies.mirjam })).status).toBe(403)
  expect(await trail()).toEqual([])
})

test('no look without a trace: on a full disk or a file that cannot be written nothing of others is shown, and one’s own still is', async () => {
  const looks = [paths.hrPerson(mirjam.person_id), paths.hrCourse(course.slug), paths.hrCourseCsv(course.slug)]
  open.raw.pragma('query_only = on')
  for (const path of looks) await refuses(path, 503)
  expect((await app.get(paths.ownDataJson(), { cookie: cookies.mirjam })).status).toBe(200)
  open.raw.pragma('query_only = off')
  const colleagues = []
  for (let count = 0; count < 60; count++) colleagues.push(await aPerson(open.db, { authority_id: mirjam.authority_id }))
  // As on a full disk: the file may not grow, and what is still free in it is taken.
  open.raw.exec('create table filler (number integer, text text)')
  open.raw.pragma(`max_page_count = ${Number(open.raw.pragma('page_count', { simple: true }))}`)
  expect(() => {
    for (;;) open.raw.exec('insert into filler values (1, hex(randomblob(100)))')
  }).toThrow('full')
  // The last page of the trail itself may still have room for a few entries.
  let status = 200
  for (const { person_id } of colleagues) if (status === 200) status = (await app.get(paths.hrPerson(person_id), { cookie: cookies.hr })).status
  expect(status).toBe(507)
  const kept = (await trail()).length
  await refuses(paths.hrPerson(mirjam.person_id), 507)
  expect((await app.get(paths.ownDataJson(), { cookie: cookies.mirjam })).status).toBe(200)
  open.raw.pragma('max_page_count = 1073741823')
  expect(await read(paths.hrPerson(mirjam.person_id), cookies.hr)).toContain('Kessler')
  expect(await trail()).toHaveLength(kept + 1)
})

test('several HR at once leave numbers without gaps and a whole chain', async () => {
  const others = await Promise.all(Array.from({ length: 6 }, () => aPerson(open.db, { authority_id: mirjam.authority_id, roles: ['hr'] })))
  const signedIn = await Promise.all(others.map((person) => signIn(person)))
  const answers = await Promise.all(
    signedIn.flatMap((cookie) => [paths.hrPerson(mirjam.person_id), paths.hrCourse(course.slug)].map((path) => app.get(path, { cookie }))),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
  expect((await trail()).map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
  expect((await verifyAudit(open.db)).faults).toEqual([])
})

type Handler = { readonly policy: { readonly allow: readonly AnyRole[] | 'everyone' }; readonly traced: boolean }
const modules = import.meta.glob<{ readonly loader?: Handler }>(['/app/routes/**/*.{ts,tsx}', '!/app/routes/**/*.test.*'], { eager: true })

test('only these pages write when they are read, and what they write is the look', { timeout: 120_000 }, async () => {
  const loaders = routes.flatMap(({ path, file }) =>
    modules[`/app/${file}`]?.loader === undefined ? [] : [{ path: path ?? '', loader: modules[`/app/${file}`]?.loader as Handler }],
  )
  expect(loaders.filter(({ loader }) => loader.traced).map(({ path }) => path)).toEqual([
    'hr/courses/:course.csv',
    'hr/courses/:course',
    'hr/courses/:course.xlsx',
    'hr/people',
    'hr/people.csv',
    'hr/people.xlsx',
    'hr/certificates',
    'hr/certificates.csv',
    'hr/certificates.xlsx',
    'hr/assignments/:assignment.csv',
    'hr/assignments/:assignment.xlsx',
    'hr/assignments/:assignment',
    'hr/people/:person',
    'hr/certificates/:certificate/revocation',
  ])
  const everything = await aPerson(open.db, { authority_id: mirjam.authority_id, roles: ['trainer', 'lead', 'hr', 'admin', 'coordinator', 'council'] })
  const cookie = await signIn(everything)
  const ids: Readonly<Record<string, string>> = {
    course: course.slug,
    person: mirjam.person_id,
    module: course.modules[0]?.slug ?? 'm',
    token: 'x'.repeat(43),
    certificate: 'paper',
    assignment: 'task',
  }
  await open.db.transaction().execute(async (tx) => {
    const task = { id: 'task', course_id: course.id, due_on: '2027-01-31', org_units: [mirjam.org_unit_id], role_profiles: [], explanation: 'Darum' }
    await makeAssignment(tx, hr.actor as never, { ...task, now: time.instant() })
  })
  await open.db
    .insertInto('certificate')
    .values({
      ...{ authority_id: hr.authority_id, id: 'paper', person_id: hr.person_id, course_id: course.id, revision_id: course.revision, cycle: 1 },
      ...{ code: 'CODE', code_hash: 'hash', holder_name: 'Beate Tillmann', authority_name: 'Behörde', content: JSON.stringify(contentOf(course)) },
      ...{ completed_on: '2026-10-01', issued_at: time.instant(), valid_until: null, replaces_id: null, revoked_at: null, revoked_reason: null },
    })
    .execute()
  for (const { path, loader } of loaders) {
    const url = `/${path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? 'x').replace('*', 'x')}`.replace('//', '/')
    const before = await everyRow(open.db)
    const { status } = await app.get(url, { cookie })
    const after = await everyRow(open.db)
    expect(status, url).not.toBe(500)
    if (!loader.traced) expect(after, url).toEqual(before)
    else {
      expect(status, url).toBe(200)
      expect({ ...after, audit_entry: [] }, url).toEqual({ ...before, audit_entry: [] })
      // A file that was just taken in the other format is the same look.
      expect(after['audit_entry'], url).toHaveLength((before['audit_entry']?.length ?? 0) + (path.endsWith('.xlsx') ? 0 : 1))
    }
  }
})

/** The app's own database is not the one opened here. */
const signIn = async (person: { readonly authority_id: string; readonly person_id: string }) =>
  `session=${await open.db.transaction().execute((tx) => startSession(tx, person, { device: 'Firefox, Linux', replaces: undefined, now: time.instant() }))}`

const read = async (path: string, cookie: string): Promise<string> => {
  const answer = await app.get(path, { cookie })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

/** The page is an error in words, without anything of the person. */
const refuses = async (path: string, status: number) => {
  const answer = await app.get(path, { cookie: cookies.hr })
  const page = await answer.text()
  expect(answer.status, path).toBe(status)
  expect(page, path).not.toMatch(/Kessler|Mirjam/)
  expect(page, path).toContain('<html')
}

const trail = async (): Promise<readonly { readonly number: number }[]> => ((await everyRow(open.db))['audit_entry'] ?? []) as readonly { number: number }[]

/** The words of a page, without its markup. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('\u00ad', '')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.])/g, '$1')
