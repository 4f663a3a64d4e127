/** Assignments as HR makes and withdraws them, and as the people they are for meet them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.server.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { aCatalogue, aCourse, aModule, aReference } from '#tests/support/course.ts'
import { anOrgUnit, aPerson, published } from '#tests/support/database.ts'
import { aClock } from '#tests/support/request-context.ts'
import { everyRow } from '#tests/support/rows.ts'

const text = (title: string) => ({ de: { title, summary: 'Kurz.', objectives: [], body: [] } })
const course = aCourse([aModule('m1', [aReference('i1')], { text: { de: { title: 'Modul', body: [], items: {} } } as never })], {
  id: 'fair',
  text: text('Fair bleiben'),
})
const other = aCourse([], { id: 'recht', number: 2, text: text('Recht') })
const DAY = 86_400_000

let app: RunningApp
let time: ReturnType<typeof aClock>
let hr: Awaited<ReturnType<typeof aPerson>>
let mirjam: Awaited<ReturnType<typeof aPerson>>
let stranger: Awaited<ReturnType<typeof aPerson>>
let office: string
let unit: string

beforeEach(async () => {
  time = aClock('2026-11-23T09:00:00.000Z')
  app = await startApp({ now: time.clock, catalogue: aCatalogue(course, other) })
  await published(app.db, course, other)
  hr = await aPerson(app.db, { roles: ['hr'], family_name: 'Tillmann', role_profile: 'head' })
  unit = (await anOrgUnit(app.db, { authority_id: hr.authority_id, name: 'Infopunkt' })).id
  mirjam = await aPerson(app.db, { authority_id: hr.authority_id, org_unit_id: unit, given_name: 'Mirjam', family_name: 'Kessler' })
  stranger = await aPerson(app.db, { roles: ['hr'], family_name: 'Fremd' })
  office = await app.signIn(hr)
})
afterEach(() => app.close())

type Form = Readonly<Record<string, string | readonly string[]>>
const draft = (more: Form = {}): Form => ({
  ...{ assignment_id: newId(), course: 'fair', units: unit, due_on: '2026-12-31', explanation: 'Zum Jahreswechsel brauchen ihn alle.', previewed: '' },
  ...{ intent: 'preview' },
  ...more,
})
const send = async (form: Form, cookie = office) => {
  const answer = await app.post(paths.newAssignment(), form, { cookie })
  return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text() }
}
const read = async (path: string, cookie: string) => {
  const answer = await app.get(path, { cookie })
  return { status: answer.status, html: await answer.text() }
}
const previewedIn = (html: string) => /name="previewed" value="([^"]*)"/.exec(html)?.[1] ?? ''
/** Previews and saves; returns the id. */
const assign = async (more: Form = {}) => {
  const form = draft(more)
  const previewed = previewedIn((await send(form)).html)
  const saved = await send({ ...form, previewed, intent: 'assign' })
  expect(saved.status).toBe(303)
  return String(form['assignment_id'])
}
const complete = (person: { authority_id: string; person_id: string }) =>
  app.db
    .insertInto('course_state')
    .values({
      ...{ authority_id: person.authority_id, person_id: person.person_id, course_id: 'fair', started_at: time.instant(), last_active_at: time.instant() },
      ...{ last_module_id: null, completed_at: time.instant(), completed_revision_id: null, completed_score: null, transfer_status: null, through_seq: 1 },
    })
    .execute()

test('the preview names the people and saves nothing; what was shown is saved once, however often it is sent', async () => {
  const form = draft()
  const preview = await send(form)
  expect(preview.status).toBe(200)
  for (const words of [
    'Eine Person gehört dazu.',
    'Kessler, Mirjam',
    'Infopunkt',
    'Noch niemand hat den Kurs abgeschlossen',
    'Zum Jahreswechsel brauchen ihn alle.',
  ])
    expect(preview.html).toContain(words)
  expect(preview.html).toMatch(new RegExp(`checked=""[^>]*value="${unit}"`))
  expect((await everyRow(app.db))['assignment']).toEqual([])
  const confirmed = { ...form, previewed: previewedIn(preview.html), intent: 'assign' }
  const [one, twice] = await Promise.all([send(confirmed), send(confirmed)])
  expect([one.status, twice.status, one.location === twice.location]).toEqual([303, 303, true])
  const rows = await everyRow(app.db)
  expect([rows['assignment']?.length, rows['assignment_target']?.length]).toEqual([1, 1])
  expect((rows['audit_entry'] as readonly { verb: string }[]).filter(({ verb }) => verb === 'assignment_made')).toHaveLength(1)
  // The form changed after it was saved (back button): nothing is dropped without a word.
  const changed = { ...confirmed, explanation: 'Doch anders.' }
  const refused = await send(changed)
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Mit diesem Formular haben Sie schon eine Zuweisung gespeichert')
  expect(refused.html).toContain('Doch anders.')
  expect((await everyRow(app.db))['assignment']).toHaveLength(1)
})

test('what changed between preview and saving is shown anew before it is saved', async () => {
  const form = draft()
  const previewed = previewedIn((await send(form)).html)
  expect((await send({ ...form, intent: 'assign' })).status).toBe(200)
  const late = await aPerson(app.db, { authority_id: hr.authority_id, org_unit_id: unit, family_name: 'Später' })
  const again = await send({ ...form, previewed, intent: 'assign' })
  expect(again.status).toBe(200)
  expect(again.html).toContain('Seit der Vorschau hat sich etwas geändert')
  expect(again.html).toContain('Später')
  expect((await everyRow(app.db))['assignment']).toEqual([])
  expect((await send({ ...form, previewed: previewedIn(again.html), intent: 'assign' })).status).toBe(303)
  expect(late.person_id).toBeTruthy()
})

test('whoever is meant reads which course, until when and why, until it is completed or withdrawn; nobody else does', async () => {
  const cookie = await app.signIn(mirjam)
  const neighbour = await app.signIn(await aPerson(app.db, { authority_id: hr.authority_id, role_profile: 'trainee' }))
  expect((await read(paths.home(), cookie)).html).not.toContain('Für Sie vorgesehen')
  const id = await assign()
  const home = (await read(paths.home(), cookie)).html
  for (const words of ['Für Sie vorgesehen', 'Fair bleiben', 'Bis 31.12.2026', 'Für Ihre Einheit: Infopunkt', 'Zum Jahreswechsel brauchen ihn alle.'])
    expect(home).toContain(words)
  expect((await read(paths.course('fair'), cookie)).html).toContain('Für Sie vorgesehen bis 31.\u00a0Dezember\u00a02026')
  expect((await read(paths.courses(), cookie)).html).toContain('Bis 31.12.2026')
  for (const page of [paths.home(), paths.course('fair'), paths.courses()]) {
    expect((await read(page, neighbour)).html, page).not.toMatch(/vorgesehen bis|Für Sie vorgesehen|31\.12\.2026/)
    expect((await read(page, await app.signIn(stranger))).html, page).not.toMatch(/Für Sie vorgesehen|31\.12\.2026/)
  }
  // On New Year's Eve there is time until midnight in Berlin.
  time.pass(Date.parse('2026-12-31T22:59:00.000Z') - Date.parse(time.instant()))
  const eve = await app.signIn(mirjam)
  expect((await read(paths.home(), eve)).html).toContain('Bis 31.12.2026')
  time.pass(60_000)
  const after = (await read(paths.home(), eve)).html
  expect(after).toContain('Die Frist war am 31.12.2026')
  expect((await read(paths.course('fair'), eve)).html).toContain('Sie können den Kurs weiter abschließen')
  const list = (await read(paths.assignment(id, { status: 'overdue' }), await app.signIn(hr))).html
  expect(list).toContain('Kessler, Mirjam')
  await complete(mirjam)
  expect((await read(paths.home(), eve)).html).not.toContain('Für Sie vorgesehen')
  expect((await read(paths.assignment(id), await app.signIn(hr))).html).toContain('1 abgeschlossen · 0 offen · 0 überfällig')
})

test('HR sees a person as overdue only when the date has passed, never as begun, and the lists agree with their files', async () => {
  for (let index = 0; index < 60; index += 1)
    await aPerson(app.db, { authority_id: hr.authority_id, org_unit_id: unit, given_name: '=cmd', family_name: `Ä${String(index).padStart(2, '0')}` })
  await complete(mirjam)
  const id = await assign()
  expect((await read(paths.assignment(id), office)).html).toContain('1 abgeschlossen · 60 offen · 0 überfällig')
  expect((await read(paths.assignments(), office)).html).toContain('1 von 61')
  expect((await read(paths.assignments({ state: 'overdue' }), office)).html).toContain('Keine Zuweisung in diesem Zustand')
  time.pass(40 * DAY)
  office = await app.signIn(hr)
  expect((await read(paths.assignments({ state: 'overdue' }), office)).html).toContain('Fair bleiben')
  const page = (await read(paths.assignment(id, { status: 'overdue', unit, sort: '-name', page: '2' }), office)).html
  expect(page).toContain('<b>60 Personen</b>, 51 bis 60 angezeigt')
  expect(page).toContain('name="sort" value="-name"')
  expect(page.slice(page.indexOf('<tbody>'), page.indexOf('</tbody>'))).not.toMatch(/[Bb]egonnen/)
  const file = await app.get(paths.assignmentCsv(id, { sort: '-status' }), { cookie: office })
  const lines = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(await file.arrayBuffer())
    .trimEnd()
    .split('\r\n')
  expect(lines[0]).toBe('\uFEFFName;Organisationseinheit;Aufgabe;Frist;Status;Abgeschlossen am')
  expect(lines[1]).toBe('Kessler, Mirjam;Infopunkt;Sachbearbeitung;2026-12-31;Abgeschlossen;2026-11-23')
  expect(lines[2]).toBe('Ä00, =cmd;Infopunkt;Sachbearbeitung;2026-12-31;Überfällig;')
  expect(lines).toHaveLength(62)
  const book = await app.get(paths.assignmentXlsx(id), { cookie: office })
  expect([book.status, book.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
})

test('looking at the people is traced for those it is about, and for nobody else', async () => {
  const elsewhere = await app.signIn(await aPerson(app.db, { authority_id: hr.authority_id, role_profile: 'trainee' }))
  const id = await assign()
  const cookie = await app.signIn(mirjam)
  const trailOf = async (who: string) => (await read(paths.visibility(), who)).html
  // The preview counts completions, so it is a look at the list of the course.
  expect(await trailOf(cookie)).toContain('Liste zu Kurs 1, nur Infopunkt')
  expect(await trailOf(cookie)).not.toContain('Liste zur Zuweisung')
  await read(paths.assignments(), office)
  await read(paths.assignmentWithdrawal(id), office)
  expect(await trailOf(cookie)).not.toContain('Liste zur Zuweisung')
  await read(paths.assignment(id), office)
  await app.get(paths.assignmentCsv(id, { unit }), { cookie: office })
  expect(await trailOf(cookie)).toContain('Liste zur Zuweisung von Kurs 1, alle Organisations\u00adeinheiten')
  expect(await trailOf(cookie)).toContain('Liste zur Zuweisung von Kurs 1 als Datei, nur Infopunkt')
  expect(await trailOf(elsewhere)).not.toContain('Liste zu')
  await read(paths.assignment(await assign({ units: [], profiles: 'trainee' })), office)
  expect(await trailOf(elsewhere)).toContain('Liste zur Zuweisung von Kurs 1, alle Organisations\u00adeinheiten')
})

test('a withdrawal needs a reason, ends the asking, stays in the list, and can be neither undone nor repeated', async () => {
  const id = await assign()
  const withdraw = (reason: string, cookie = office) => app.post(paths.assignmentWithdrawal(id), { reason }, { cookie })
  const empty = await withdraw('  ')
  expect([empty.status, (await empty.text()).includes('Geben Sie an, warum')]).toEqual([422, true])
  const long = await withdraw('x'.repeat(501))
  expect([long.status, (await long.text()).includes('x'.repeat(501))]).toEqual([422, true])
  const done = await withdraw('Kommt später')
  expect([done.status, done.headers.get('location')]).toEqual([303, paths.assignment(id, { done: 'withdrawn' })])
  expect((await withdraw('Kommt später')).status).toBe(303)
  const again = await withdraw('Anderer Grund')
  expect([again.status, (await again.text()).includes('Diese Zuweisung ist schon zurückgezogen')]).toEqual([422, true])
  const page = (await read(paths.assignment(id), office)).html
  expect(page).toContain('Kommt später')
  expect(page).not.toMatch(/Anderer Grund|Kessler/)
  expect((await read(paths.assignments(), office)).html).toContain('Zurückgezogen')
  expect((await read(paths.assignments({ state: 'withdrawn' }), office)).html).toContain('Fair bleiben')
  expect((await read(paths.home(), await app.signIn(mirjam))).html).not.toContain('Für Sie vorgesehen')
  expect((await read(paths.assignmentWithdrawal(id), office)).html).not.toContain('<textarea')
  for (const file of [paths.assignmentCsv(id), paths.assignmentXlsx(id)]) expect((await app.get(file, { cookie: office })).status).toBe(404)
})

test('another authority’s assignments and units are not there, and nothing of theirs changes', async () => {
  const id = await assign()
  const foreign = await app.signIn(stranger)
  const before = await everyRow(app.db)
  for (const path of [paths.assignment(id), paths.assignmentCsv(id), paths.assignmentXlsx(id), paths.assignmentWithdrawal(id)])
    expect((await app.get(path, { cookie: foreign })).status, path).toBe(404)
  expect((await app.post(paths.assignmentWithdrawal(id), { reason: 'x' }, { cookie: foreign })).status).toBe(404)
  expect((await send(draft(), foreign)).status).toBe(404)
  expect((await app.get(paths.assignment(id, { unit: stranger.org_unit_id }), { cookie: office })).status).toBe(404)
  expect((await app.get(paths.assignmentCsv(id, { unit: stranger.org_unit_id }), { cookie: office })).status).toBe(404)
  expect(await everyRow(app.db)).toEqual(before)
})

test('hostile forms are refused in words with what was typed, and write nothing', async () => {
  const before = await everyRow(app.db)
  const refused = async (more: Form, words: string) => {
    const answer = await send(draft(more))
    expect([answer.status, answer.html.includes(words)], words).toEqual([422, true])
    return answer.html
  }
  await refused({ course: 'nichts' }, 'Wählen Sie einen Kurs.')
  await refused({ units: [] }, 'Kreuzen Sie mindestens eine')
  await refused({ profiles: '__proto__' }, 'Diese Aufgabe gibt es nicht')
  await refused({ due_on: '2026-11-23' }, 'Die Frist muss nach dem heutigen Tag liegen')
  await refused({ due_on: '2029-11-24' }, 'höchstens drei Jahre')
  await refused({ due_on: '2027-02-30' }, 'Geben Sie den Tag an, bis zu dem der Kurs abgeschlossen sein soll.')
  await refused({ explanation: ' \n ' }, 'Schreiben Sie, warum')
  const long = 'Weil. '.repeat(17_000)
  expect(await refused({ explanation: long, intent: 'assign' }, 'Die Begründung ist zu lang')).toContain(long.trim())
  expect(await refused({ explanation: '<script>alert(1)</script>', due_on: '' }, 'Geben Sie den Tag an')).not.toContain('<script>alert')
  expect((await send(draft({ units: Array.from({ length: 2000 }, (_, index) => `unit-${index}`) }))).status).toBe(413)
  expect((await send(draft({ units: Array.from({ length: 400 }, (_, index) => `unit-${index}`) }))).status).toBe(404)
  expect((await send(draft({ assignment_id: 'x' }))).status).toBe(400)
  expect(await everyRow(app.db)).toEqual(before)
  // Each role and each unit once, however often it is sent.
  await assign({ units: Array.from({ length: 300 }, () => unit), profiles: ['trainee', 'trainee'] })
  expect((await everyRow(app.db))['assignment_target']).toHaveLength(2)
})

test('whoever comes later is meant, too, with at least 28 days', async () => {
  const id = await assign({ due_on: '2026-12-01' })
  time.pass(3 * DAY)
  const late = await aPerson(app.db, { authority_id: hr.authority_id, org_unit_id: unit, family_name: 'Später' })
  await app.db
    .updateTable('person')
    .set({ created_at: time.instant() } as never)
    .where('authority_id', '=', hr.authority_id)
    .where('id', '=', late.person_id)
    .execute()
  expect((await read(paths.home(), await app.signIn(late))).html).toContain('Bis 24.12.2026')
  time.pass(10 * DAY)
  const list = (await read(paths.assignment(id, { status: 'overdue' }), await app.signIn(hr))).html
  expect(list).toContain('Kessler')
  expect(list).not.toContain('Später')
})
