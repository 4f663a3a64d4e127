/** The reports of HR over a real server: lists with their filters in the URL, their files, their trace, and nothing of the way there. */
import { expect, test } from 'vitest'
import type { Course } from '#app/content/course.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { paths } from '#app/paths.ts'
import { startApp } from '#tests/support/app.ts'
import { aCertificate, aCompletion } from '#tests/support/completions.ts'
import { aCourse } from '#tests/support/course.ts'
import { anAuthority, anOrgUnit, aPerson, published } from '#tests/support/database.ts'
import { sheetOf } from '#tests/support/workbook.ts'

const NOW = '2026-11-22T09:30:00.000Z'
const text = (title: string): Course['text'] => ({ de: { title, summary: 'Kurz.', objectives: [], body: [] } })
const courses = [
  aCourse([], { id: 'willkommen', text: text('Willkommen'), minutes: 75, competences: ['K1', 'K2'] }),
  aCourse([], { id: 'recht', number: 2, text: text('Recht'), minutes: 100, competences: ['K3'] }),
]
const catalogue: Catalogue = { courses, glossary: {}, bibliography: [], findings: [], keys: {} }

/** HR and sixty colleagues in two units; forty completed the first course, and ten hold a certificate that ends on 10 December. */
const open = async () => {
  const app = await startApp({ catalogue, now: NOW })
  await published(app.db, ...courses)
  const authority_id = (await anAuthority(app.db)).id
  const units = [await anOrgUnit(app.db, { authority_id, name: 'Infopunkt' }), await anOrgUnit(app.db, { authority_id, name: 'Aufenthalt' })] as const
  const hr = await aPerson(app.db, { authority_id, org_unit_id: units[0].id, roles: ['hr'], family_name: 'Tillmann' })
  for (let index = 0; index < 60; index++) {
    const person = await aPerson(app.db, {
      authority_id,
      org_unit_id: units[index % 2 === 0 ? 0 : 1].id,
      family_name: `Özdemir ${String(index).padStart(2, '0')}`,
    })
    if (index < 40) await aCompletion(app.db, person, 'willkommen', '2026-10-31T23:30:00.000Z')
    else await aCompletion(app.db, person, 'willkommen', null)
    if (index < 10) await aCertificate(app.db, person, { course_id: 'willkommen', valid_until: '2026-12-10' })
  }
  return { app, hr, units, cookie: await app.signIn(hr) }
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

test('the overview tells people, completions, certificates, course time and competences, each with its sentence, its count and its list', async () => {
  const { app, cookie } = await open()
  const page = await (await app.get(paths.hr(), { cookie })).text()
  for (const words of [
    '40 von 122 Abschlüssen sind erreicht.',
    '10 Nachweise enden in den nächsten 30\u00a0Tagen.',
    '<b>50\u00a0Std.</b>',
    'Das sind im Schnitt 49 Minuten je Person.',
    'Sie verteilen sich auf 2 Organisationseinheiten.',
    'Zurzeit ist kein Kurs zugewiesen.',
    'Am weitesten verbreitet ist „Auftrag &amp; Rollenklarheit“, am wenigsten „Diskriminierungsfreie Entscheidung“.',
  ])
    expect(page).toContain(words)
  expect(page.match(/Stand 22\.11\.2026, 10:30\sUhr, so wird gezählt/g)).toHaveLength(6)
  for (const list of [paths.hrPeople(), paths.hrPeople({ status: 'open' }), paths.hrCertificates({ within: '30' }), paths.hrCompetences(), paths.assignments()])
    expect(page).toContain(`href="${list}"`)
  expect(page).not.toMatch(/813|81,3|begonnen hat, 20/)
  await app.close()
})

test('the list of people keeps filters, order and page in its links; its files hold the same people', async () => {
  const { app, units, cookie } = await open()
  const filter = { course: 'willkommen', status: 'completed', sort: '-name' } as const
  const page = await (await app.get(paths.hrPeople({ ...filter }), { cookie })).text()
  expect(page).toContain('<b>40 Personen</b>, 1 bis 40 angezeigt, sortiert nach „Name“, absteigend')
  expect(page).toContain('name="sort" value="-name"')
  expect(page).toContain('Kurs: 1 Willkommen')
  expect(page.indexOf('Özdemir 39')).toBeLessThan(page.indexOf('Özdemir 00'))
  const second = await (await app.get(paths.hrPeople({ unit: units[0].id, page: '2' }), { cookie })).text()
  expect(second).toContain('<b>31 Personen</b>, 1 bis 31 angezeigt')

  const csv = await app.get(paths.hrPeopleCsv(filter), { cookie })
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="wegbereiter-beschaeftigte-2026-11-22.csv"')
  const lines = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(await csv.arrayBuffer())
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(41)
  expect(lines[0]).toBe('\uFEFFName;Organisationseinheit;Aufgabe;Abgeschlossene Kurse;1 Willkommen;2 Recht;Nächster Ablauf')
  expect(lines[1]).toBe('Özdemir 39, Alma;Aufenthalt;Sachbearbeitung;1;2026-11-01;Offen;')
  expect(lines[40]).toBe('Özdemir 00, Alma;Infopunkt;Sachbearbeitung;1;2026-11-01;Offen;2026-12-10')

  const xlsx = await app.get(paths.hrPeopleXlsx(filter), { cookie })
  expect(xlsx.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  expect(xlsx.headers.get('content-disposition')).toBe('attachment; filename="wegbereiter-beschaeftigte-2026-11-22.xlsx"')
  const bytes = await bytesOf(xlsx)
  const cells = sheetOf(bytes)
  expect(cells.slice(1).map((row) => row.map((cell) => cell?.text ?? '').join(';'))).toEqual(lines.slice(1).map((line) => line.replace(/;$/, '')))
  expect(cells[40]?.[6]).toEqual({ type: 'date', text: '2026-12-10' })
  expect(sheetOf(bytes, 2).map((row) => row.map((cell) => cell?.text))).toEqual(
    expect.arrayContaining([
      ['Stand', '22.11.2026, 10:30 Uhr'],
      ['Kurs', '1 Willkommen'],
      ['Status', 'Abgeschlossen'],
    ]),
  )
  await app.close()
})

test('certificates are listed by when they run out', async () => {
  const { app, cookie } = await open()
  const page = await (await app.get(paths.hrCertificates({ within: '30' }), { cookie })).text()
  expect(page).toContain('<b>10 Nachweise</b>, 1 bis 10 angezeigt, sortiert nach „Gültig bis“')
  expect(page).toContain('Läuft ab: in 30\u00a0Tagen')
  expect(await (await app.get(paths.hrCertificates({ within: 'expired' }), { cookie })).text()).toContain('Kein Nachweis gefunden')
  const cells = sheetOf(await bytesOf(await app.get(paths.hrCertificatesXlsx({ within: '90' }), { cookie })))
  expect(cells).toHaveLength(11)
  expect(cells[1]?.slice(2)).toEqual([
    { type: 'text', text: '1 Willkommen' },
    { type: 'date', text: '2026-03-01' },
    { type: 'date', text: '2026-12-10' },
    { type: 'number', text: '18' },
    { type: 'text', text: 'Läuft ab' },
  ])
  await app.close()
})

test('competences are figures without names; what no course trains has none', async () => {
  const { app, cookie } = await open()
  const page = await (await app.get(paths.hrCompetences(), { cookie })).text()
  expect(page).toContain('K1 Auftrag &amp; Rollenklarheit')
  expect(page).not.toMatch(/Özdemir/)
  const cells = sheetOf(await bytesOf(await app.get(paths.hrCompetencesXlsx(), { cookie })))
  const total = cells.filter((row) => row[2]?.text === 'Gesamt').map((row) => [row[0]?.text.slice(0, 2), row[4]?.text, row[5]?.text])
  expect(total.slice(0, 4)).toEqual([
    ['K1', '40', '66'],
    ['K2', '40', '66'],
    ['K3', '0', '0'],
    ['K4', '0', undefined],
  ])
  await app.close()
})

test('opening and fetching a list leaves a trace that the people on it see; figures leave none', async () => {
  const { app, hr, units, cookie } = await open()
  for (const path of [
    paths.hrPeople(),
    paths.hrPeople({ page: '2' }),
    paths.hrPeopleXlsx({ unit: units[1].id }),
    paths.hrCertificates(),
    paths.hrCertificatesCsv(),
  ])
    expect((await app.get(path, { cookie })).status, path).toBe(200)
  for (const path of [paths.hr(), paths.hrCompetences(), paths.hrCoverageXlsx(), paths.hrCompetencesXlsx()])
    expect((await app.get(path, { cookie })).status, path).toBe(200)
  const entries = await app.db.selectFrom('audit_entry').select(['verb', 'detail']).where('authority_id', '=', hr.authority_id).orderBy('number').execute()
  expect(entries.map(({ verb, detail }) => `${verb} ${detail}`)).toEqual([
    'people_list_viewed {"unit":null}',
    `people_list_exported {"unit":"${units[1].id}"}`,
    'certificate_list_viewed {"unit":null}',
    'certificate_list_exported {"unit":null}',
  ])
  const seen = async (unit: string) => {
    const person = await aPerson(app.db, { authority_id: hr.authority_id, org_unit_id: unit })
    return (await app.get(paths.visibility(), { cookie: await app.signIn(person) })).text()
  }
  expect(await seen(units[1].id)).toContain('Liste der Beschäftigten mit Abschlüssen als Datei, nur Aufenthalt')
  const other = await seen(units[0].id)
  expect(other).toContain('Liste der Nachweise, alle')
  expect(other).not.toContain('als Datei, nur')
  await app.close()
})

test('the trail says at its field that a day does not exist, and keeps what was typed; nothing is shown as found', async () => {
  const { app, hr, cookie } = await open()
  const admin = await app.signIn(await aPerson(app.db, { authority_id: hr.authority_id, roles: ['admin'] }))
  for (const [path, who] of [
    [paths.hrTrail, cookie],
    [paths.adminTrail, admin],
  ] as const) {
    const answer = await app.get(path({ from: '2026-13-01', to: '2026-11-22', actor: 'Tillmann' }), { cookie: who })
    const page = (await answer.text()).replaceAll('<!-- -->', '')
    expect(answer.status).toBe(422)
    expect(page).toContain('<title>Fehler: Protokoll')
    expect(page).toContain('href="#from"')
    expect(page).toMatch(/id="from-error".*?Von: Diesen Tag gibt es nicht im Kalender/)
    for (const kept of ['value="2026-13-01"', 'value="2026-11-22"', 'value="Tillmann"']) expect(page).toContain(kept)
    expect(page).not.toContain('Kein Eintrag')
    expect((await app.get(path({ from: '2026-11-23', to: '2026-11-22' }), { cookie: who })).status).toBe(422)
    expect((await app.get(path({ from: '2026-11-22', to: '2026-11-22' }), { cookie: who })).status).toBe(200)
  }
  await app.close()
})

test('only HR may open them; units of others and unknown courses are not there', async () => {
  const { app, hr, cookie } = await open()
  const stranger = await aPerson(app.db)
  const colleague = await app.signIn(await aPerson(app.db, { authority_id: hr.authority_id, roles: ['admin', 'trainer', 'lead', 'council', 'coordinator'] }))
  const pages = [paths.hrPeople(), paths.hrPeopleCsv(), paths.hrPeopleXlsx(), paths.hrCertificates(), paths.hrCertificatesCsv(), paths.hrCertificatesXlsx()]
  const figures = [paths.hrCompetences(), paths.hrCompetencesCsv(), paths.hrCompetencesXlsx(), paths.hrCoverageXlsx(), paths.hrCourseXlsx('willkommen')]
  for (const path of [...pages, ...figures]) {
    expect((await app.get(path, { cookie: colleague })).status, path).toBe(403)
    expect((await app.get(path)).status, path).toBe(302)
    expect((await app.get(path, { cookie })).status, path).toBe(200)
  }
  for (const path of pages) {
    expect((await app.get(`${path}?unit=${stranger.org_unit_id}`, { cookie })).status, path).toBe(404)
    expect((await app.get(`${path}?course=nowhere`, { cookie })).status, path).toBe(404)
  }
  await app.close()
})
