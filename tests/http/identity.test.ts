import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '#app/domain/identity/password-hash.server.ts'
import { paths } from '#app/paths.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { anAuthority, anOrgUnit, aPerson } from '#tests/support/database.ts'
import { aClock } from '#tests/support/request-context.ts'

const PASSWORD = 'regen dach treppe'
const MINUTE = 60_000

let app: RunningApp
let time: ReturnType<typeof aClock>
let admin: Awaited<ReturnType<typeof aPerson>>
let mirjam: Awaited<ReturnType<typeof aPerson>>
let stranger: Awaited<ReturnType<typeof aPerson>>
let unit: string

beforeEach(async () => {
  time = aClock('2026-11-20T09:00:00.000Z')
  app = await startApp({ now: time.clock })
  const authority_id = (await anAuthority(app.db, { name: 'Ausländerbehörde Auental' })).id
  unit = (await anOrgUnit(app.db, { authority_id })).id
  const here = { authority_id, org_unit_id: unit }
  const password_hash = await hashPassword(PASSWORD)
  admin = await aPerson(app.db, { ...here, roles: ['admin'], password_hash: 'set', given_name: 'Gregor', family_name: 'Hainbuch' })
  mirjam = await aPerson(app.db, { ...here, email: 'mirjam.kessler@auental.example', password_hash, given_name: 'Mirjam', family_name: 'Kessler' })
  stranger = await aPerson(app.db, { roles: ['admin'], password_hash })
})
afterEach(() => app.close())

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
const signIn = (facts: Record<string, string> = {}, cookie = '') =>
  app.post(paths.signIn(), { email: mirjam.email, password: PASSWORD, next: '/account', ...facts }, { cookie })

test('signing in leads to where one wanted to go, never elsewhere, with a cookie that scripts cannot read', async () => {
  const answer = await signIn()
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/account')
  expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)])
  expect((await app.get('/account', { cookie: cookieOf(answer) })).status).toBe(200)
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) expect((await signIn({ next })).headers.get('location')).toBe('/')
})

test('a refused sign-in says the same for everybody, keeps the address and never sends the password back', async () => {
  const seen = new Set<string>()
  for (const email of [mirjam.email, 'nobody@auental.example', stranger.email]) {
    const answer = await app.post(paths.signIn(), { email, password: 'falsch geraten!', next: '/hr' })
    const page = (await answer.text()).replaceAll(email, 'ADDRESS').replace(/nonce="[^"]*"/g, '')
    expect(answer.status).toBe(422)
    expect(page).toContain('<title>Fehler: Anmelden – Wegbereiter</title>')
    expect(page).toContain('E-Mail-Adresse oder Passwort stimmt nicht.')
    expect(page).toContain('value="ADDRESS"')
    expect(page).toContain('value="/hr"')
    expect(page).not.toContain('falsch geraten')
    seen.add(page)
  }
  expect(seen.size).toBe(1)
})

test('after five wrong passwords one has to wait, is told how long, and then gets in', async () => {
  for (let guess = 0; guess < 5; guess += 1) expect((await signIn({ password: 'falsch' })).status).toBe(422)
  const answer = await signIn()
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe('2')
  expect(await answer.text()).toContain('In 2 Sekunden')
  time.pass(2000)
  expect((await signIn()).status).toBe(303)
})

test('an empty sign-in names both fields and links to them', async () => {
  const page = await (await signIn({ email: '', password: '' })).text()
  expect(page).toContain('href="#email"')
  expect(page).toContain('href="#password"')
})

test('signing in again ends the session the browser had; signing out ends the new one', async () => {
  const first = cookieOf(await signIn())
  const second = cookieOf(await signIn({}, first))
  expect((await app.get('/account', { cookie: first })).status).toBe(302)
  expect((await app.get('/account', { cookie: second })).status).toBe(200)
  const out = await app.post(paths.signOut(), {}, { cookie: second })
  expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0')
  expect((await app.get('/account', { cookie: second })).status).toBe(302)
  expect((await app.get(paths.signOut(), { cookie: first })).status).toBe(302)
})

test('a form sent after the session expired is offered again to the same person alone', async () => {
  const late = await app.signIn(mirjam)
  time.pass(31 * MINUTE)
  const refused = await app.post(paths.person('x'), { given_name: 'Noch nicht gespeichert', roles: ['hr', 'admin'] }, { cookie: late })
  expect(refused.headers.get('location')).toBe(paths.signIn(paths.heldForm()))
  const held = cookieOf(refused)
  expect(await (await app.get(paths.signIn(paths.heldForm()), { cookie: held })).text()).toContain('Ihre Sitzung ist abgelaufen')
  const back = await signIn({ next: paths.heldForm() }, `${late}; ${held}`)
  expect(back.headers.get('location')).toBe(paths.heldForm())
  const cookie = `${cookieOf(back)}; ${held}`
  const page = await (await app.get(paths.heldForm(), { cookie })).text()
  expect(page).toContain('Ihre Eingabe ist noch da')
  expect(page).toContain(`action="${paths.person('x')}"`)
  expect(page.match(/name="roles"/g)).toHaveLength(2)
  expect((await app.get(paths.heldForm(), { cookie: `${await app.signIn(admin)}; ${held}` })).headers.get('location')).toBe('/')
  const dropped = await app.post(paths.heldForm(), {}, { cookie })
  expect(dropped.headers.get('location')).toBe('/')
  expect((await app.get(paths.heldForm(), { cookie })).status).toBe(302)
})

test('an administrator creates a person, hands out a link, and the link works once', async () => {
  const cookie = await app.signIn(admin)
  const person = { given_name: 'Elif', family_name: 'Aydın', email: 'elif.aydin@auental.example', org_unit_id: unit, role_profile: 'trainee', roles: 'hr' }
  const created = await app.post(paths.newPerson(), person, { cookie })
  expect(created.status).toBe(303)
  const id = created.headers.get('location')?.match(/people\/([^?]+)/)?.[1] ?? ''
  const made = await app.post(paths.personInvitation(id), {}, { cookie })
  expect(made.status).toBe(201)
  const link = (await made.text()).match(/\/invitation\/[\w-]{43}/)?.[0] ?? ''
  expect(await (await app.get(paths.personInvitation(id), { cookie })).text()).not.toContain('/invitation/')
  expect(await (await app.get(link)).text()).toContain('Willkommen, Elif')
  const chosen = { password: 'wolke haus leiter', password_again: 'wolke haus leiter' }
  const wrong = await app.post(link, { ...chosen, password_again: 'wolke' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).not.toContain('wolke')
  const accepted = await app.post(link, chosen)
  expect(accepted.status).toBe(303)
  expect(await (await app.get(paths.account(), { cookie: cookieOf(accepted) })).text()).toContain('elif.aydin@auental.example')
  expect((await app.get(link)).status).toBe(410)
  expect((await app.post(link, chosen)).status).toBe(303)
  expect((await app.get((await app.post(link, chosen)).headers.get('location') ?? '')).status).toBe(410)
})

test('a form about a person comes back with what was typed and a sentence for each problem', async () => {
  const cookie = await app.signIn(admin)
  const answer = await app.post(
    paths.newPerson(),
    { given_name: 'Elif', family_name: ' ', email: 'kein', role_profile: 'chief', roles: 'coordinator' },
    { cookie },
  )
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('<title>Fehler: Person anlegen – Wegbereiter</title>')
  for (const field of ['family_name', 'email', 'org_unit_id', 'role_profile', 'roles']) expect(page, field).toContain(`href="#${field}"`)
  expect(page).toContain('value="Elif"')
})

test('only administrators enter, and a role in a form of somebody else is worth nothing', async () => {
  const cookie = await app.signIn(mirjam)
  for (const path of [
    paths.people(),
    paths.newPerson(),
    paths.person(mirjam.person_id),
    paths.personInvitation(mirjam.person_id),
    paths.personDeactivation(mirjam.person_id),
  ])
    expect((await app.get(path, { cookie })).status, path).toBe(403)
  expect((await app.post(paths.person(mirjam.person_id), { roles: 'admin' }, { cookie })).status).toBe(403)
  await app.post(paths.preferences(), { language: 'en', roles: 'admin', role: 'admin', next: '/account' }, { cookie })
  expect((await app.get(paths.people(), { cookie })).status).toBe(403)
})

test('people of another authority are not there, whatever is asked', async () => {
  const cookie = await app.signIn(admin)
  const facts = { given_name: 'A', family_name: 'B', org_unit_id: unit, role_profile: 'head' }
  for (const path of [paths.person(stranger.person_id), paths.personInvitation(stranger.person_id), paths.personDeactivation(stranger.person_id)]) {
    expect((await app.get(path, { cookie })).status, path).toBe(404)
    expect((await app.post(path, { ...facts, intent: 'close' }, { cookie })).status, path).toBe(404)
  }
  expect((await app.post(paths.person(mirjam.person_id), { ...facts, org_unit_id: stranger.org_unit_id }, { cookie })).status).toBe(404)
  expect(await (await app.get(paths.people(), { cookie })).text()).not.toContain(stranger.email)
})

test('closing an account signs the person out at once', async () => {
  const theirs = await app.signIn(mirjam)
  const cookie = await app.signIn(admin)
  expect((await app.post(paths.personDeactivation(mirjam.person_id), { intent: 'close' }, { cookie })).status).toBe(303)
  expect((await app.get('/account', { cookie: theirs })).status).toBe(302)
  expect((await signIn()).status).toBe(422)
  await app.post(paths.personDeactivation(mirjam.person_id), { intent: 'reopen' }, { cookie })
  expect((await signIn()).status).toBe(303)
  const self = await app.post(paths.personDeactivation(admin.person_id), { intent: 'close' }, { cookie })
  expect(self.status).toBe(422)
  expect(await self.text()).toContain('Mindestens eine Person muss die Konten verwalten können')
})

test('an account that is closed, or one’s own, has no form to close it but says why', async () => {
  const cookie = await app.signIn(admin)
  const page = async (person: { readonly person_id: string }) => (await app.get(paths.personDeactivation(person.person_id), { cookie })).text()
  const form = 'name="intent" value="close"'
  expect(await page(mirjam)).toContain(form)
  await app.post(paths.personDeactivation(mirjam.person_id), { intent: 'close' }, { cookie })
  expect(await page(mirjam)).toContain('Das Konto ist schon geschlossen')
  expect(await page(admin)).toContain('Ihr eigenes Konto können Sie nicht schließen')
  for (const person of [mirjam, admin]) {
    expect(await page(person)).not.toContain(form)
    expect(await page(person)).toContain(`href="${paths.person(person.person_id)}"`)
  }
})

test('who gives up managing accounts is told so on a page that is still open', async () => {
  const here = { authority_id: admin.authority_id, org_unit_id: unit }
  await aPerson(app.db, { ...here, roles: ['admin'], password_hash: 'set' })
  const cookie = await app.signIn(admin)
  const facts = { given_name: 'Gregor', family_name: 'Hainbuch', org_unit_id: unit, role_profile: 'head' }
  const kept = await app.post(paths.person(admin.person_id), { ...facts, roles: 'admin' }, { cookie })
  expect(kept.headers.get('location')).toBe(paths.person(admin.person_id, 'changed'))
  const given = await app.post(paths.person(admin.person_id), facts, { cookie })
  expect(given.headers.get('location')).toBe(paths.account('access'))
  const page = await app.get(paths.account('access'), { cookie })
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Sie verwalten jetzt keine Konten mehr')
})

test('a changed password signs other devices out, and a wrong current one changes nothing', async () => {
  const cookie = await app.signIn(mirjam)
  const other = await app.signIn(mirjam)
  const next = { password: 'wolke haus leiter', password_again: 'wolke haus leiter' }
  const wrong = await app.post(paths.password(), { current: 'falsch geraten!', ...next }, { cookie })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const typed of ['falsch geraten', 'wolke haus']) expect(page).not.toContain(typed)
  expect((await app.post(paths.password(), { current: PASSWORD, ...next }, { cookie })).headers.get('location')).toBe(paths.account('password'))
  expect((await app.get('/account', { cookie })).status).toBe(200)
  expect((await app.get('/account', { cookie: other })).status).toBe(302)
  expect((await signIn()).status).toBe(422)
  expect((await signIn({ password: next.password })).status).toBe(303)
})

test('a device can be signed out from the list, and a session can be extended', async () => {
  const cookie = await app.signIn(mirjam)
  const other = await app.signIn(mirjam)
  const page = await (await app.get(paths.sessions(), { cookie })).text()
  const ends = [...page.matchAll(/action="(\/account\/sessions\/[^"]+\/end)"/g)].map(([, path]) => path ?? '')
  expect(ends).toHaveLength(2)
  expect((await app.post(ends[0] ?? '', {}, { cookie: await app.signIn(admin) })).status).toBe(404)
  time.pass(29 * MINUTE)
  expect((await app.post(paths.sessionExtension(), {}, { cookie })).status).toBe(204)
  time.pass(29 * MINUTE)
  expect((await app.get('/account', { cookie })).status).toBe(200)
  expect((await app.get('/account', { cookie: other })).status).toBe(302)
})

test('language and theme are a cookie before and the person’s after signing in', async () => {
  const before = await app.post(paths.preferences(), { language: 'en', theme: 'dark', next: '/sign-in' })
  expect(before.headers.get('location')).toBe('/sign-in')
  const page = await (await app.get('/sign-in', { cookie: cookieOf(before) })).text()
  expect(page).toContain('<html lang="en" data-kern-theme="dark"')
  const cookie = await app.signIn(mirjam)
  await app.post(paths.preferences(), { language: 'en', theme: 'dark', next: '//evil.example' }, { cookie })
  expect(await (await app.get('/account', { cookie })).text()).toContain('<html lang="en" data-kern-theme="dark"')
  await app.post(paths.preferences(), { theme: 'automatic' }, { cookie })
  expect(await (await app.get('/account', { cookie })).text()).toContain('<html lang="en">')
})

test('health and readiness answer in one word, and every page of these areas renders', async () => {
  expect(await (await app.get(paths.health())).text()).toBe('ok\n')
  expect(await (await app.get(paths.ready())).text()).toBe('ready\n')
  const cookie = await app.signIn(admin)
  const pages = [
    paths.help(),
    paths.account(),
    paths.password(),
    paths.sessions(),
    paths.people(),
    paths.people({ name: 'nobody at all' }),
    paths.newPerson(),
    paths.person(mirjam.person_id),
  ]
  for (const path of [...pages, paths.personInvitation(mirjam.person_id), paths.personDeactivation(mirjam.person_id)]) {
    const answer = await app.get(path, { cookie })
    expect(answer.status, path).toBe(200)
    expect((await answer.text()).match(/<h1/g), path).toHaveLength(1)
  }
})
