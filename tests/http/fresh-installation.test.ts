/** The first day: no course, and nobody but the administrator. Every page says so, and what comes next; none claims that something was done or filtered. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { anAuthority, aPerson } from '#tests/support/database.ts'
import { anInstallation } from '#tests/support/installation.ts'

let app: RunningApp
let cookie: string
let authority_id: string

beforeEach(async () => {
  app = await startApp()
  authority_id = (await anAuthority(app.db)).id
  cookie = await app.signIn(await aPerson(app.db, { authority_id, roles: ['admin', 'hr', 'trainer'], password_hash: 'set' }))
})
afterEach(() => app.close())

const read = async (path: string) => {
  const answer = await app.get(path, { cookie })
  expect(answer.status, path).toBe(200)
  return (await answer.text()).replaceAll('<!-- -->', '')
}

test('without a course nothing is said to be completed, added up or filtered away', async () => {
  for (const path of [paths.home(), paths.courses()]) {
    const page = await read(path)
    expect(page, path).toContain('Noch kein Kurs veröffentlicht')
    for (const words of ['Alles abgeschlossen', 'Alle 0 Kurse', '0 von 0', '0 Kurse', 'Entfernen Sie einen Filter', 'role="progressbar"'])
      expect(page, `${path} ${words}`).not.toContain(words)
  }
  expect(await read(paths.newAssignment())).not.toContain('Wählen Sie Kurs, Personen und Frist')
})

test('an administrator who is still alone is shown both ways to add people, others are not', async () => {
  const hint = 'Bisher gibt es nur ein Konto'
  const page = await read(paths.people())
  expect(page).toContain(hint)
  for (const href of [paths.newPerson(), paths.peopleImports()]) expect(page.slice(page.indexOf(hint))).toContain(`href="${href}"`)
  expect(await read(paths.people({ name: 'niemand' }))).not.toContain(hint)
  await aPerson(app.db, { authority_id })
  expect(await read(paths.people())).not.toContain(hint)
})

test('no sentence of the legal pages ends in a missing value', async () => {
  await anInstallation(app.db, authority_id)
  const page = await read(paths.accessibility())
  expect(page).not.toContain('Oder schreiben Sie an')
  expect(page).not.toContain('zuletzt überprüft am')
  expect(page).toContain('Wann diese Erklärung zuletzt überprüft wurde, ist noch nicht eingetragen.')
})
