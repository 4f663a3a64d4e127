/** Certificates as their holder, HR and anybody with a code meet them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { issueCertificate } from '#app/domain/certificate/issue-certificate.server.ts'
import { getOwnCertificate } from '#app/domain/certificate/queries.server.ts'
import { paths } from '#app/paths.ts'
import { newCode } from '#app/platform/ids.server.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { aCatalogue, aCourse, aModule, aReference } from '#tests/support/course.ts'
import { aPerson, published } from '#tests/support/database.ts'
import { everyTag, readPdf } from '#tests/support/read-pdf.ts'
import { aClock } from '#tests/support/request-context.ts'
import { everyRow } from '#tests/support/rows.ts'

const ORIGIN = 'https://lernen.auental.example'
const text = (title: string) => ({ title, summary: '', objectives: [], body: [] })
const course = aCourse([aModule('m1', [aReference('i1')])], {
  id: 'fair',
  slug: 'fair-auch-beim-nein',
  languages: ['de', 'en'],
  text: { de: text('Fair auch beim Nein'), en: text('Fair even when the answer is no') },
  valid_months: 36,
})

let app: RunningApp
let time: ReturnType<typeof aClock>
let mirjam: Awaited<ReturnType<typeof aPerson>>
let hr: Awaited<ReturnType<typeof aPerson>>
let cookie: string
let id: string
let code: string

beforeEach(async () => {
  time = aClock('2026-11-20T09:00:00.000Z')
  // The course is not in the catalogue: a certificate stands without it.
  app = await startApp({ now: time.clock, publicOrigin: ORIGIN, catalogue: aCatalogue() })
  await published(app.db, course)
  mirjam = await aPerson(app.db, { given_name: 'Mirjam', family_name: 'Kessler' })
  hr = await aPerson(app.db, { authority_id: mirjam.authority_id, roles: ['hr'] })
  cookie = await app.signIn(mirjam)
  const issued = await app.db.transaction().execute((tx) => issueCertificate(tx, mirjam.actor, course, { completed_on: '2026-11-20', now: time.instant() }))
  id = issued.certificate
  code = (await getOwnCertificate(app.db, mirjam.actor, id)).code
})
afterEach(() => app.close())

const read = async (path: string, options: { cookie?: string; headers?: Record<string, string> } = {}) => {
  const answer = await app.get(path, options)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}
const rename = () =>
  app.db
    .updateTable('person')
    .set({ family_name: 'Kessler-Weber' })
    .where('person.authority_id', '=', mirjam.authority_id)
    .where('person.id', '=', mirjam.person_id)
    .execute()
const revoke = async (reason: string, by = hr) => app.post(paths.certificateRevocation(id), { reason }, { cookie: await app.signIn(by) })

test('the holder finds the certificate in the list, opens it and takes it along as a file, also of a course that is no longer offered', async () => {
  const list = await read(paths.certificates(), { cookie })
  expect(list.html).toContain('Fair auch beim Nein')
  expect(list.html).toContain('20.11.2029')
  const page = await read(paths.certificate(id), { cookie })
  for (const words of ['Mirjam Kessler', 'Fair auch beim Nein', code, '20.\u00a0November\u00a02026', `${ORIGIN}/verify/${code}`])
    expect(page.html).toContain(words)
  const file = await app.get(paths.certificatePdf(id), { cookie })
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="wegbereiter-nachweis-kurs-1.pdf"')
  expect(file.headers.get('cache-control')).toBe('no-store')
  const pdf = readPdf(Buffer.from(await file.arrayBuffer()))
  expect(pdf).toMatchObject({ pages: 1, ua: '1', lang: 'de-DE', untagged: [], foreignFonts: [], missingLetters: 0 })
  expect(pdf.root.text).toContain('Mirjam Kessler')
  expect(everyTag(pdf.root).find(({ tag }) => tag === 'Figure')?.alt).toBe(`QR-Code zur Prüfseite ${ORIGIN}/verify/${code}`)
})

test('page and file say the same words in the same order, in both languages', async () => {
  for (const lang of ['de', 'en'] as const) {
    const { html } = await read(paths.certificate(id), { cookie: `${cookie}; language=${lang}` })
    const sheet = wordsOf(html.slice(html.indexOf('<article'), html.indexOf('</article>')))
    const pdf = readPdf(Buffer.from(await (await app.get(paths.certificatePdf(id, lang), { cookie })).arrayBuffer()))
    const paper = everyTag(pdf.root)
      .filter(({ tags, text: words }) => tags.length === 0 && words !== '•')
      .map(({ text: words }) => words)
    let from = 0
    for (const words of paper.map((one) => wordsOf(one)).filter((one) => one !== '')) {
      const found = sheet.indexOf(words, from)
      expect(found, `${lang}: ${words}`).toBeGreaterThanOrEqual(0)
      from = found
    }
  }
})

test('the same certificate is the same file, byte for byte, whenever and through whichever address it is fetched', async () => {
  const fetchBytes = async (headers: Record<string, string> = {}) =>
    Buffer.from(await (await app.get(paths.certificatePdf(id, 'de'), { cookie, headers })).arrayBuffer())
  const first = await fetchBytes()
  time.pass(60_000)
  await rename()
  expect((await fetchBytes({ 'accept-language': 'en', 'x-forwarded-host': 'evil.example' })).equals(first)).toBe(true)
})

test('anybody with the code learns what the paper is worth, and nothing that does not stand on it', async () => {
  const found = await read(paths.verification(code))
  expect(found.status).toBe(200)
  expect(found.headers.get('cache-control')).toBe('no-store')
  expect(found.html).toMatch(/<meta name="robots" content="noindex"/)
  for (const words of ['Dieser Nachweis gilt', 'Mirjam Kessler', 'Fair auch beim Nein', '20.11.2026', '20.11.2029']) expect(found.html).toContain(words)
  for (const secret of [id, mirjam.person_id, mirjam.email, mirjam.org_unit_id, course.revision]) expect(found.html).not.toContain(secret)
  expect((await read(paths.verification(code), { headers: { 'accept-language': 'en' } })).html).toContain('This certificate is valid')
})

test('a code typed by hand is found, however it is written', async () => {
  for (const typed of [code.toLowerCase().replaceAll('-', ' '), code.replaceAll('-', ''), ` ${code} `]) {
    const answer = await app.get(`${paths.verify()}?${new URLSearchParams({ code: typed })}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.verification(code)])
  }
})

test.each([[''], ["' or 1=1 --"], ['🙂'.repeat(12)], ['7'.repeat(10_000)], ['<script>alert(1)</script>']])(
  'what cannot be a code is refused in words and stays in the field: %j',
  async (typed) => {
    const answer = await read(`${paths.verify()}?${new URLSearchParams({ code: typed })}`)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('Geben Sie den Prüfcode ein')
    expect(answer.html).not.toContain('<script>alert')
    if (typed.length > 0 && typed.length < 20 && !/['<]/.test(typed)) expect(answer.html).toContain(`value="${typed}"`)
  },
)

test.each([['0000-0000-0000'], ['nichts'], ["7KQ4'--"], ['%F0%9F%99%82'], ['__proto__'], ['7'.repeat(2000)]])(
  '%s leads nowhere, in one calm sentence',
  async (typed) => {
    const answer = await read(`/verify/${typed}`)
    expect(answer.status).toBe(404)
    expect(answer.html).toContain('Zu diesem Code gibt es keinen Nachweis')
  },
)

test('guessing ends in 429 with the time to wait, finds nothing, writes nothing, and somebody else still gets an answer', async () => {
  const behind = await startApp({ now: time.clock, publicOrigin: ORIGIN, trustProxy: 1, house: { db: app.db, limits: app.house.limits } })
  const before = await everyRow(app.db)
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const answers: number[] = []
  for (let guess = 0; guess < 60; guess += 1) answers.push((await behind.get(paths.verification(newCode()), { headers: from('203.0.113.7') })).status)
  expect(answers.filter((status) => status === 404)).toHaveLength(30)
  expect(answers.filter((status) => status === 429)).toHaveLength(30)
  const waiting = await behind.get(paths.verification(code), { headers: from('203.0.113.7') })
  expect(waiting.status).toBe(429)
  expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0)
  const words = await waiting.text()
  expect(words).toContain('In 2 Sekunden können Sie es noch einmal versuchen')
  expect(words).not.toContain('Mirjam')
  expect((await behind.get(paths.verification(code), { headers: from('198.51.100.4') })).status).toBe(200)
  expect(await everyRow(app.db)).toEqual(before)
  await behind.close()
})

test('after a change of name the holder exchanges the paper; the old one says so and has no file any more', async () => {
  expect((await read(paths.certificate(id), { cookie })).html).not.toContain('Mit neuem Namen ausstellen')
  const early = await app.post(paths.certificate(id), {}, { cookie })
  expect(early.status).toBe(422)
  expect(await early.text()).toContain('Auf dem Nachweis steht schon Ihr jetziger Name')
  await rename()
  expect((await read(paths.certificate(id), { cookie })).html).toContain('Mit neuem Namen ausstellen')
  const [one, other] = await Promise.all([app.post(paths.certificate(id), {}, { cookie }), app.post(paths.certificate(id), {}, { cookie })])
  const to = one.headers.get('location') ?? ''
  expect([one.status, other.status, other.headers.get('location')]).toEqual([303, 303, to])
  const fresh = await read(to, { cookie })
  expect(fresh.html).toContain('Mirjam Kessler-Weber')
  expect(fresh.html).toContain('Dieser Nachweis ersetzt einen früheren auf den Namen Mirjam Kessler.')
  const old = await read(paths.certificate(id), { cookie })
  expect(old.html).toContain('Diesen Nachweis hat ein neuerer ersetzt')
  expect((await app.get(paths.certificatePdf(id), { cookie })).headers.get('location')).toBe(paths.certificate(id))
  const checked = await read(paths.verification(code))
  expect(checked.html).toContain('Diesen Nachweis hat ein neuerer ersetzt')
  expect(checked.html).not.toContain('Weber')
})

test('HR revokes with a reason; holder and verifier see it, the verifier without the reason', async () => {
  const form = await read(paths.certificateRevocation(id), { cookie: await app.signIn(hr) })
  expect(form.html).toContain('Mirjam Kessler')
  expect(form.html).not.toContain(code)
  const empty = await revoke('   ')
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Geben Sie an, warum')
  const long = await revoke('x'.repeat(501))
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('x'.repeat(501))
  const done = await revoke('Auf die falsche Person gebucht')
  expect([done.status, done.headers.get('location')]).toEqual([303, paths.hrPerson(mirjam.person_id, 'revoked')])
  expect((await revoke('Noch einmal')).status).toBe(303)
  const page = await read(paths.certificate(id), { cookie })
  expect(page.html).toContain('Auf die falsche Person gebucht')
  expect(page.html).not.toContain('Noch einmal')
  expect((await app.get(paths.certificatePdf(id), { cookie })).status).toBe(303)
  const checked = await read(paths.verification(code))
  expect(checked.html).toContain('Dieser Nachweis ist seit dem 20.\u00a0November\u00a02026 widerrufen')
  expect(checked.html).not.toContain('falsche Person')
  expect((await read(paths.certificateRevocation(id), { cookie: await app.signIn(hr) })).html).not.toContain('<textarea')
})

test('an expired certificate says so everywhere and can still be printed', async () => {
  time.pass(Date.parse('2029-11-21T09:00:00.000Z') - Date.parse('2026-11-20T09:00:00.000Z'))
  cookie = await app.signIn(mirjam)
  expect((await read(paths.certificate(id), { cookie })).html).toContain('Dieser Nachweis ist am 20.\u00a0November\u00a02029 abgelaufen')
  expect((await read(paths.certificates(), { cookie })).html).toContain('Abgelaufen')
  expect((await app.get(paths.certificatePdf(id), { cookie })).status).toBe(200)
  expect((await read(paths.verification(code))).html).toContain('Dieser Nachweis ist am 20.\u00a0November\u00a02029 abgelaufen')
})

test("somebody else's certificate is not there, whoever asks and with whichever id", async () => {
  const neighbour = await app.signIn(await aPerson(app.db, { authority_id: mirjam.authority_id }))
  const stranger = await aPerson(app.db, { roles: ['hr'] })
  const before = await everyRow(app.db)
  for (const forged of [id, 'x', id.toUpperCase(), '__proto__', `${id}'--`].map(encodeURIComponent)) {
    expect((await app.get(paths.certificate(forged), { cookie: neighbour })).status).toBe(404)
    expect((await app.get(paths.certificatePdf(forged), { cookie: neighbour })).status).toBe(404)
    expect((await app.post(paths.certificate(forged), {}, { cookie: neighbour })).status).toBe(404)
  }
  expect((await revoke('Grund', stranger)).status).toBe(404)
  expect((await app.get(paths.certificateRevocation(id), { cookie: await app.signIn(stranger) })).status).toBe(404)
  expect((await app.post(paths.certificateRevocation(id), { reason: 'Grund' }, { cookie })).status).toBe(403)
  expect(await everyRow(app.db)).toEqual(before)
})

test('a course completed before there were certificates gets one by a form, once, with the day of the completion', async () => {
  const older = aCourse([], { id: 'older', slug: 'aelter', languages: ['de'], text: { de: text('Ein älterer Kurs') } })
  await published(app.db, older)
  const { authority_id, person_id } = mirjam
  const event = { authority_id, id: 'event-older', person_id, course_id: older.id, revision_id: older.revision, module_id: null, item_id: null }
  await app.db
    .insertInto('learning_event')
    .values({ ...event, type: 'course_completed', payload: '{"score":null}', occurred_at: '2026-03-31T22:30:00.000Z' })
    .execute()
  await app.db
    .insertInto('course_state')
    .values({
      authority_id,
      person_id,
      course_id: older.id,
      started_at: '2026-03-31T20:00:00.000Z',
      last_active_at: '2026-03-31T22:30:00.000Z',
      last_module_id: null,
      completed_at: '2026-03-31T22:30:00.000Z',
      completed_revision_id: older.revision,
      completed_score: null,
      transfer_status: null,
      through_seq: 1,
    })
    .execute()
  expect((await read(paths.certificates(), { cookie })).html).toContain('Ein älterer Kurs')
  expect((await app.get(paths.certificateOfCourse(older.id), { cookie })).headers.get('location')).toBe(paths.certificates())
  const [one, other] = await Promise.all([
    app.post(paths.certificateOfCourse(older.id), {}, { cookie }),
    app.post(paths.certificateOfCourse(older.slug), {}, { cookie }),
  ])
  expect(one.headers.get('location')).toBe(other.headers.get('location'))
  const page = await read(one.headers.get('location') ?? '', { cookie })
  // Half past midnight in Berlin.
  expect(page.html).toContain('1.\u00a0April\u00a02026')
  expect(page.html).toContain('unbefristet')
  expect((await app.post(paths.certificateOfCourse('gibt-es-nicht'), {}, { cookie })).status).toBe(404)
  expect((await app.post(paths.certificateOfCourse(older.id), {}, { cookie: await app.signIn(hr) })).headers.get('location')).toBe(paths.certificates())
})

/** Without tags, entities and doubled spaces. */
const wordsOf = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+([.,“”])/g, '$1')
    .replace(/([„“])\s+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
