/** People from a file, over the whole server: upload, dry run, application, and whatever else may be sent instead. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { anAuthority, anOrgUnit, aPerson } from '#tests/support/database.ts'
import { everyRow } from '#tests/support/rows.ts'

const START = '2026-11-23T09:00:00.000Z'
const HOUR = 60 * 60_000
const CSV = 'Vorname;Nachname;E-Mail;Team\r\nBo;Öz;bo@auental.example;Infopunkt\r\n'

let app: RunningApp
let now = new Date(START)
let admin: Awaited<ReturnType<typeof aPerson>>
let cookie = ''

beforeAll(async () => {
  app = await startApp({ now: () => now })
})
afterAll(() => app.close())
beforeEach(async () => {
  now = new Date(START)
  const authority_id = (await anAuthority(app.db)).id
  const unit = await anOrgUnit(app.db, { authority_id, name: 'Infopunkt' })
  admin = await aPerson(app.db, { authority_id, org_unit_id: unit.id, roles: ['admin'], password_hash: 'set', language: 'de' })
  cookie = await app.signIn(admin)
})

/** As a browser sends the form. */
const send = async (
  file: Uint8Array | string | undefined,
  { text = '', name = 'liste.csv', field = 'file', more = [] as readonly (readonly [string, string])[] } = {},
) => {
  const form = new FormData()
  if (file !== undefined) form.append(field, new File([file as BlobPart], name, { type: 'text/csv' }))
  else form.append(field, new File([], ''))
  form.append('text', text)
  for (const [key, value] of more) form.append(key, value)
  const body = await new Response(form).blob()
  const answer = await fetch(app.url + paths.peopleImports(), {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', 'content-type': body.type, cookie },
  })
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
}
const page = async (path: string, who = cookie) => {
  const answer = await app.get(path, { cookie: who })
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
}
const post = async (path: string, form: Readonly<Record<string, string>>, who = cookie) => {
  const answer = await app.post(path, form, { cookie: who })
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
}
const seenIn = (text: string) => /name="seen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
const people = () => app.db.selectFrom('person').select(['email', 'given_name']).where('authority_id', '=', admin.authority_id).orderBy('email').execute()
/** An address is used once in the whole installation, so every test has its own. */
let count = 0
const aList = () => CSV.replaceAll('bo@', `bo${++count}@`)

test('from upload to application: what the dry run shows is what is there afterwards, and the same file changes nothing', async () => {
  const list = aList()
  const kept = await send(list)
  expect([kept.status, kept.location]).toEqual([303, expect.stringMatching(/^\/admin\/people\/import\/[0-9a-f-]{36}$/)])
  const run = await page(kept.location)
  for (const part of ['UTF-8', 'Semikolon (;)', 'liste.csv', 'Öz, Bo', 'Anlegen', 'Eine Änderung übernehmen', 'Noch ist nichts geändert'])
    expect(run.text).toContain(part)
  expect(await people()).toHaveLength(1)
  const id = kept.location.split('/').at(-1) ?? ''
  const applied = await post(paths.peopleImportApplication(id), { seen: seenIn(run.text) })
  expect([applied.status, applied.location]).toEqual([303, paths.peopleImports('applied')])
  const done = await page(applied.location)
  expect(done.text).toContain('Konten: 1 angelegt')
  expect(done.text).toContain('Ein offenes Konto hat noch kein Passwort')
  expect(await people()).toHaveLength(2)
  const again = await page((await send(list)).location)
  expect(again.text).toContain('Keine Änderung')
  expect(seenIn(again.text)).toBe('')
  expect((await page(kept.location)).status).toBe(404)
})

test('two clicks apply once; the second says so', async () => {
  const { location } = await send(aList())
  const id = location.split('/').at(-1) ?? ''
  const seen = seenIn((await page(location)).text)
  const answers = await Promise.all([post(paths.peopleImportApplication(id), { seen }), post(paths.peopleImportApplication(id), { seen })])
  expect(answers.map((answer) => answer.location).sort()).toEqual([paths.peopleImports('already'), paths.peopleImports('applied')])
  expect((await page(paths.peopleImports('already'))).text).toContain('schon übernommen')
  expect(await people()).toHaveLength(2)
  const trail = await app.db.selectFrom('audit_entry').select('verb').where('authority_id', '=', admin.authority_id).execute()
  expect(trail).toEqual([{ verb: 'people_imported' }])
})

test('without what was seen, or after a change, nothing is applied and the new dry run is shown', async () => {
  const { location } = await send(aList())
  const id = location.split('/').at(-1) ?? ''
  for (const seen of ['', 'x'.repeat(64), seenIn((await page(location)).text).replace(/^./, (letter) => (letter === '0' ? '1' : '0'))]) {
    const answer = await post(paths.peopleImportApplication(id), { seen })
    expect(answer.location).toBe(paths.peopleImport(id, { notice: 'changed' }))
  }
  expect((await page(paths.peopleImport(id, { notice: 'changed' }))).text).toContain('Inzwischen hat sich etwas geändert')
  expect(await people()).toHaveLength(1)
})

test('columns and ticks are chosen in the form, kept when refused, and remembered for the next file', async () => {
  const list = aList().replace('Vorname;Nachname;E-Mail;Team', 'Feld A;Feld B;Feld C;Feld D')
  const { location } = await send(list)
  const before = await page(location)
  expect(before.text).toContain('Wählen Sie die Spalte für Vorname.')
  expect(seenIn(before.text)).toBe('')
  const choice = { intent: 'choose', given_name: '0', family_name: '1', email: '2', org_unit: '', role_profile: '', status: '', create_units: 'yes' }
  const refused = await post(location, choice)
  expect(refused.status).toBe(422)
  expect(refused.text).toMatch(/<title>Fehler: /)
  expect(refused.text).toMatch(/<option value="2" selected="">Feld C/)
  expect(refused.text).toMatch(/name="create_units"[^>]*checked=""|checked=""[^>]*name="create_units"/)
  expect((await post(location, { ...choice, org_unit: '2' })).text).toContain('Eine Spalte kann nur eine Angabe enthalten')
  for (const bad of ['99', '-1', '1.5', 'x', '1e9']) expect([404, 422], bad).toContain((await post(location, { ...choice, org_unit: bad })).status)
  expect((await post(location, { ...choice, org_unit: '3' })).status).toBe(303)
  expect(seenIn((await page(location)).text)).not.toBe('')
  const next = await page((await send(list)).location)
  expect(seenIn(next.text)).not.toBe('')
  expect((await page(paths.peopleImports())).text).toContain('Feld C')
})

test('errors name row and column in both languages, and nothing can be applied', async () => {
  const { location } = await send(`${aList()};\r\nA;B;keine-adresse;Wache\r\n`)
  const german = await page(location)
  expect(german.text).toContain('Eine Zeile hat einen Fehler')
  expect(german.text).toContain('E-Mail: „keine-adresse“ ist keine E-Mail-Adresse.')
  expect(german.text).toContain('Team: „Wache“ gibt es nicht.')
  expect(german.text).toContain('Bekannte Organisations\u00adeinheiten: Infopunkt'.replace('\u00ad', ''))
  expect(seenIn(german.text)).toBe('')
  await app.db.updateTable('person').set({ language: 'en' }).where('authority_id', '=', admin.authority_id).where('id', '=', admin.person_id).execute()
  const english = await page(location)
  expect(english.text).toContain('E-Mail: “keine-adresse” is not an email address.')
  expect(english.text).toContain('One row has an error')
})

test('the address of somebody in another authority is refused without saying where', async () => {
  const stranger = await aPerson(app.db, { given_name: 'Geheim', family_name: 'Anderswo', email: `fremd${++count}@brueckfeld.example` })
  const { location } = await send(`Vorname;Nachname;E-Mail;Team\nX;Y;${stranger.email};Infopunkt`)
  const { text } = await page(location)
  expect(text).toContain(`Zu ${stranger.email} gibt es schon ein Konto`)
  for (const mark of ['Geheim', 'Anderswo', stranger.authority_id, stranger.person_id]) expect(text).not.toContain(mark)
})

test('who is missing is closed and signed out only after the tick; the administrator stays', async () => {
  const person = await aPerson(app.db, { authority_id: admin.authority_id, org_unit_id: admin.org_unit_id, given_name: 'Geht', password_hash: 'set' })
  const theirs = await app.signIn(person)
  const { location } = await send(aList())
  const run = await page(location)
  expect(run.text).toContain('Das beträfe ein Konto.')
  expect(run.text).not.toContain('Ein Konto wird geschlossen')
  await post(location, { intent: 'choose', given_name: '0', family_name: '1', email: '2', org_unit: '3', deactivate_missing: 'yes' })
  const closing = await page(location)
  expect(closing.text).toContain('Ein Konto wird geschlossen')
  expect(closing.text).toContain('Sie selbst stehen nicht in der Datei')
  await post(paths.peopleImportApplication(location.split('/').at(-1) ?? ''), { seen: seenIn(closing.text) })
  expect((await page(paths.account(), theirs)).status).toBe(302)
  expect((await page(paths.account())).status).toBe(200)
})

test('pasted rows do the same, and come back when something is wrong with them', async () => {
  expect((await send(undefined, { text: aList() })).status).toBe(303)
  const refused = await send(undefined, { text: 'anna@auental.example;<b>Anna' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('anna@auental.example;&lt;b&gt;Anna</textarea>')
  expect(refused.text).toContain('Die erste Zeile enthält eine Adresse statt Überschriften.')
  const plain = await post(paths.peopleImports(), { text: aList() })
  expect(plain.status).toBe(303)
})

test('the file of a colleague or of another authority is not there, whatever is asked', async () => {
  const { location } = await send(aList())
  const id = location.split('/').at(-1) ?? ''
  const seen = seenIn((await page(location)).text)
  const colleague = await aPerson(app.db, { authority_id: admin.authority_id, org_unit_id: admin.org_unit_id, roles: ['admin'] })
  const stranger = await aPerson(app.db, { roles: ['admin'] })
  for (const who of [await app.signIn(colleague), await app.signIn(stranger)]) {
    const before = await everyRow(app.db)
    expect((await page(location, who)).status).toBe(404)
    expect((await page(paths.peopleImportApplication(id), who)).status).toBe(404)
    expect((await post(paths.peopleImportApplication(id), { seen }, who)).status).toBe(404)
    expect((await post(location, { intent: 'discard' }, who)).status).toBe(404)
    expect((await post(location, { intent: 'choose', given_name: '0', family_name: '1', email: '2', org_unit: '3' }, who)).status).toBe(404)
    expect(await everyRow(app.db)).toEqual(before)
  }
  for (const role of ['hr', 'lead', 'council', 'trainer', 'coordinator'] as const) {
    const other = await app.signIn(await aPerson(app.db, { authority_id: admin.authority_id, org_unit_id: admin.org_unit_id, roles: [role] }))
    expect((await page(location, other)).status, role).toBe(403)
    expect((await post(paths.peopleImportApplication(id), { seen }, other)).status, role).toBe(403)
  }
})

test('after an hour the file is gone, in words; discarded, too', async () => {
  const { location } = await send(aList())
  const id = location.split('/').at(-1) ?? ''
  const seen = seenIn((await page(location)).text)
  now = new Date(now.getTime() + HOUR)
  const later = await app.signIn(admin)
  expect((await page(location, later)).location).toBe(paths.peopleImports('expired'))
  expect((await post(paths.peopleImportApplication(id), { seen }, later)).location).toBe(paths.peopleImports('expired'))
  expect((await page(paths.peopleImports('expired'), later)).text).toContain('Die Datei gilt nicht mehr')
  expect(await people()).toHaveLength(1)
  cookie = later
  const next = await send(aList())
  const dropped = await post(next.location, { intent: 'discard' })
  expect(dropped.location).toBe(paths.peopleImports('discarded'))
  expect((await page(dropped.location)).text).toContain('Die Datei ist gelöscht')
  expect((await page(next.location)).status).toBe(404)
})

test.each([
  ['nothing at all', undefined, 'Wählen Sie eine Datei oder fügen Sie Zeilen ein.'],
  ['an empty file', '', 'Die Liste ist leer.'],
  ['a workbook', 'PK\u0003\u0004xl/worksheets', 'Bitte als CSV speichern'],
  ['a list with a workbook behind it', `${CSV}PK\u0003\u0004\0\0`, 'Das ist keine Textdatei.'],
  ['NUL bytes', `${CSV}\0\0\0`, 'Das ist keine Textdatei.'],
  ['a page of the web', '<!DOCTYPE html><script>alert(1)</script>', 'Bitte als CSV speichern'],
  ['10,000 columns', `${Array.from({ length: 10_000 }, (_, at) => `s${at}`).join(';')}\n1`, 'mehr als 100 Spalten'],
  ['an open quotation mark', 'a;b\n"offen', 'Ein Anführungszeichen wird geöffnet und nicht geschlossen.'],
  ['2.5 MB', 'x'.repeat(2_500_000), 'Die Liste ist größer als 2\u00a0MB.'],
])('%s is refused with a sentence, and nothing is kept', async (_, file, sentence) => {
  const answer = await send(file)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
  expect(await app.db.selectFrom('people_import').select('id').where('authority_id', '=', admin.authority_id).execute()).toEqual([])
})

test('more than 3 MB, several files, files in other fields and floods of fields do not come in', async () => {
  expect((await send('x'.repeat(3_300_000))).status).toBe(413)
  expect((await send(CSV, { field: 'text' })).status).toBe(415)
  expect((await send(CSV, { more: Array.from({ length: 600 }, (_, at) => [`f${at}`, 'x'] as const) })).status).toBe(413)
  const twice = new FormData()
  for (const name of ['a.csv', 'b.csv']) twice.append('file', new File([CSV], name))
  const body = await new Response(twice).blob()
  const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', 'content-type': body.type, cookie }
  expect((await fetch(app.url + paths.peopleImports(), { method: 'POST', body, headers, redirect: 'manual' })).status).toBe(415)
  const broken = `--x\r\n${'X-Header: 1\r\n'.repeat(5000)}\r\n--x--`
  const bomb = await fetch(app.url + paths.peopleImports(), {
    ...{ method: 'POST', body: broken, redirect: 'manual' },
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
  })
  expect(bomb.status).toBe(400)
  // Everywhere else a form stays small and without files.
  const large = new FormData()
  large.append('given_name', 'x'.repeat(1_500_000))
  const other = await new Response(large).blob()
  const elsewhere = await fetch(app.url + paths.newPerson(), {
    method: 'POST',
    body: other,
    headers: { ...headers, 'content-type': other.type },
    redirect: 'manual',
  })
  expect(elsewhere.status).toBe(413)
  expect((await page(paths.peopleImports())).status).toBe(200)
})

test('the name of a file cannot be a path, markup or a line of the log', async () => {
  const { location } = await send(aList(), { name: 'C:\\Ablage\\..\\<img src=x onerror=alert(1)>.csv' })
  const { text } = await page(location)
  expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;.csv')
  expect(text).not.toContain('Ablage')
})

test('somebody whose session is over is led to the sign-in, and pasted rows are kept for them', async () => {
  now = new Date(now.getTime() + 12 * HOUR)
  const answer = await send(undefined, { text: aList() })
  expect(answer.status).toBe(302)
  expect(answer.location).toMatch(/^\/sign-in/)
  const held = await app.db.selectFrom('held_form').select('body').where('authority_id', '=', admin.authority_id).execute()
  expect(held[0]?.body).toContain('Infopunkt')
})

test('many lists in a short time have to wait', async () => {
  let answer = await send(undefined, { text: aList() })
  for (let tries = 0; tries < 40 && answer.status === 303; tries += 1) answer = await send(undefined, { text: aList() })
  expect(answer.status).toBe(429)
  expect(answer.text).toContain('Sie haben viele Listen in kurzer Zeit geprüft.')
})
