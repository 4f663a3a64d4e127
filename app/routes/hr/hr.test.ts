import { expect, test } from 'vitest'
import type { Course } from '#app/content/course.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { paths } from '#app/paths.ts'
import { startApp } from '#tests/support/app.ts'
import { aCourse } from '#tests/support/course.ts'
import { anOrgUnit, aPerson, published } from '#tests/support/database.ts'

const text = (title: string): Course['text'] => ({ de: { title, summary: 'Kurz.', objectives: [], body: [] } })
const courses = [aCourse([], { id: 'willkommen', text: text('Willkommensbehörde') }), aCourse([], { id: 'recht', number: 2, text: text('Recht und Ermessen') })]
const catalogue: Catalogue = { courses, glossary: {}, bibliography: [], findings: [], keys: {} }

/** An authority with HR and thirty colleagues, ten of whom completed the first course; and one of another authority. */
const open = async () => {
  const app = await startApp({ catalogue, now: '2026-11-22T09:30:00.000Z' })
  await published(app.db, ...courses)
  const hr = await aPerson(app.db, { roles: ['hr'], family_name: 'Tillmann' })
  const unit = await anOrgUnit(app.db, { authority_id: hr.authority_id, name: 'Aufenthalt A–K' })
  for (let index = 0; index < 30; index++) {
    const person = await aPerson(app.db, { authority_id: hr.authority_id, org_unit_id: unit.id, family_name: `Schäfer ${String(index).padStart(2, '0')}` })
    if (index >= 10) continue
    await app.db
      .insertInto('course_state')
      .values({
        authority_id: hr.authority_id,
        person_id: person.person_id,
        course_id: 'willkommen',
        started_at: '2026-03-03T08:00:00.000Z',
        last_active_at: '2026-03-04T08:00:00.000Z',
        last_module_id: null,
        completed_at: '2026-10-31T23:30:00.000Z',
        completed_revision_id: null,
        completed_score: 813,
        transfer_status: null,
        through_seq: 1,
      })
      .execute()
  }
  const stranger = await aPerson(app.db, { family_name: 'Fremd' })
  return { app, hr, unit, stranger, cookie: await app.signIn(hr) }
}

test('the overview says what the figures say, shows them, and says what is not to be seen', async () => {
  const { app, unit, cookie } = await open()
  const page = await (await app.get(paths.hr(), { cookie })).text()
  expect(page).toContain('<b>16\u00a0%</b>')
  expect(page).toContain('10 von 62 Abschlüssen sind erreicht.')
  expect(page).toContain('„Recht und Ermessen“ liegt zurück.')
  expect(page).toContain('10 Abschlüsse im November.')
  expect(page).toContain('Stand 22.11.2026, 10:30\u00a0Uhr')
  expect(page).toContain(`href="${paths.hrCourse('willkommen', { unit: unit.id })}">33\u00a0%</a>`)
  expect(page).toContain('Antworten, Versuche, Punkte und Lernzeiten sind für die Personalentwicklung nicht einsehbar')
  expect(page).not.toMatch(/813|81\s%|Fremd/)
  await app.close()
})

test('the list keeps filters, order and page in its links, and its file holds the same people', async () => {
  const { app, unit, cookie } = await open()
  const filter = { unit: unit.id, name: 'schaefer', sort: '-date' }
  const page = await (await app.get(paths.hrCourse('willkommen', { ...filter, page: '2' }), { cookie })).text()
  expect(page).toContain('<b>30 Personen</b>, 26 bis 30 angezeigt, sortiert nach „Abgeschlossen am“, absteigend')
  expect(page).toContain('10 abgeschlossen · 20 offen')
  expect(page).toContain('aria-current="page"')
  expect(page).toContain('name="sort" value="-date"')
  expect(page.match(/Filter entfernen/g)).toHaveLength(2)

  const file = await app.get(paths.hrCourseCsv('willkommen', filter), { cookie })
  const body = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
  const lines = body.trimEnd().split('\r\n')
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="wegbereiter-kurs-1-2026-11-22.csv"')
  expect(lines).toHaveLength(31)
  expect(lines[0]).toBe('\uFEFFName;Organisationseinheit;Aufgabe;Status;Abgeschlossen am')
  expect(lines[1]).toBe('Schäfer 00, Alma;Aufenthalt A–K;Sachbearbeitung;Abgeschlossen;2026-11-01')
  expect(lines[30]).toBe('Schäfer 29, Alma;Aufenthalt A–K;Sachbearbeitung;Offen;')
  await app.close()
})

test('the table of the overview is a file with every cell and the totals', async () => {
  const { app, cookie } = await open()
  const lines = (await (await app.get(paths.hrCoverageCsv(), { cookie })).text()).trimEnd().split('\r\n')
  expect(lines).toContain('Aufenthalt A–K;1 Willkommensbehörde;30;10;33;2026-11-22')
  expect(lines).toContain('Gesamt;1 Willkommensbehörde;31;10;32;2026-11-22')
  expect(lines).toHaveLength(7)
  await app.close()
})

test('nobody but HR may look; another authority’s unit and an unknown course are not there', async () => {
  const { app, hr, stranger, cookie } = await open()
  const colleague = await app.signIn(await aPerson(app.db, { authority_id: hr.authority_id, roles: ['admin', 'trainer', 'lead', 'council', 'coordinator'] }))
  for (const path of [paths.hr(), paths.hrCoverageCsv(), paths.hrCourse('willkommen'), paths.hrCourseCsv('willkommen')]) {
    expect((await app.get(path, { cookie: colleague })).status, path).toBe(403)
    expect((await app.get(path)).status, path).toBe(302)
    expect((await app.get(path, { cookie })).status, path).toBe(200)
  }
  for (const path of [
    paths.hrCourse('nowhere'),
    paths.hrCourseCsv('nowhere'),
    paths.hrCourse('willkommen', { unit: stranger.org_unit_id }),
    paths.hrCourseCsv('willkommen', { unit: stranger.org_unit_id }),
  ]) {
    expect((await app.get(path, { cookie })).status, path).toBe(404)
  }
  await app.close()
})

test('a filter that fits nobody says so and offers the way back', async () => {
  const { app, cookie } = await open()
  const page = await (await app.get(paths.hrCourse('willkommen', { name: '<script>' }), { cookie })).text()
  expect(page).toContain('Niemand gefunden')
  expect(page).toContain('Name: &lt;script&gt;')
  expect(page).not.toContain('<script>"')
  await app.close()
})
