/** A database or a course that does not work: what can be read is read, a form is told when to come again, nothing is lost. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openCatalogue } from '#app/domain/catalogue/open-catalogue.server.ts'
import { paths } from '#app/paths.ts'
import { openDb } from '#db/client.server.ts'
import { answerFields } from '#tests/support/answer-fields.ts'
import { startApp } from '#tests/support/app.ts'
import { addressOf, appOnFile } from '#tests/support/app-on-file.ts'
import { aPerson, freshDatabase, LONG_AGO, published } from '#tests/support/database.ts'
import { everyRow } from '#tests/support/rows.ts'

const MINUTE = 60_000
const here = appOnFile()

test('a broken course keeps its last revision and keeps no other from being served; the trainer reads what is wrong and where', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'courses-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync('courses', folder, { recursive: true })
  const [whole, torn] = [here.all[0]?.course, here.all.at(-1)?.course]
  if (whole === undefined || torn === undefined || whole === torn) throw new Error('two courses are needed')
  const at = join(folder, `${String(torn.number).padStart(2, '0')}-${torn.slug}`)
  const { db, close } = await freshDatabase()
  onTestFinished(close)
  const options = { cache: 'build/courses' }
  const before = await openCatalogue(db, folder, LONG_AGO, options)
  const module = `01-${torn.modules[0]?.slug ?? ''}`
  writeFileSync(join(at, module, 'items.de.yaml'), 'items:\n  - kind: single\n   id: "x\n\t- [')
  writeFileSync(join(at, module, 'module.de.mdx'), '---\nid: x\n---\n<script>alert(1)</script>\n\n{process.exit(1)}\n\n<Callout>')
  const fresh = await openCatalogue((await freshDatabase()).db, folder, LONG_AGO, options)
  expect(fresh.courses.map(({ slug }) => slug)).toEqual(before.courses.map(({ slug }) => slug).filter((slug) => slug !== torn.slug))
  const kept = await openCatalogue(db, folder, LONG_AGO, options)
  expect(kept.courses.find(({ slug }) => slug === torn.slug)).toEqual(torn)

  const served = await startApp({ catalogue: fresh })
  onTestFinished(() => served.close())
  await published(served.db, ...fresh.courses)
  const learner = await served.signIn(await aPerson(served.db))
  for (const path of [paths.home(), paths.courses(), paths.course(whole.slug), paths.module(whole.slug, whole.modules[0]?.slug ?? '')])
    expect((await served.get(path, { cookie: learner })).status, path).toBe(200)
  expect((await served.get(paths.course(torn.slug), { cookie: learner })).status).toBe(404)
  const trainer = await served.signIn(await aPerson(served.db, { roles: ['trainer'] }))
  expect(await (await served.get(paths.authorCourses(), { cookie: trainer })).text()).toContain(paths.authorCourse(torn.slug))
  const page = await (await served.get(paths.authorCourse(torn.slug), { cookie: trainer })).text()
  expect(page).toContain('items.de.yaml')
  expect(page).toContain('module.de.mdx')
  expect(page.replace(/<!-- -->/g, '')).toMatch(/items\.de\.yaml:\d+:\d+|items\.de\.yaml.{0,200}Zeile/s)
})

test('while another program writes, pages are still read; a form is told to come again, and then counts once', async () => {
  const question = here.first('single')
  const fields = { ...answerFields(question.item, 'right'), event_id: `event-${here.person.person_id}` }
  const other = openDb(here.file.file)
  const before = await everyRow(here.open.db)
  other.raw.exec('begin immediate')
  try {
    for (const path of here.readable(question)) expect((await here.app.get(path, { cookie: here.cookie })).status, path).toBe(200)
    // The session is noted as used once a minute; reading goes on when that cannot be written.
    here.time.pass(2 * MINUTE)
    for (const path of here.readable(question)) expect((await here.app.get(path, { cookie: here.cookie })).status, path).toBe(200)
    await refusesToSave(() => here.send(question, fields), 503)
    const { course, module, item } = here.first('reflection')
    await refusesToSave(
      () => here.app.post(paths.moduleCompletion(question.course.slug, question.module.slug), { event_id: 'event-finish' }, { cookie: here.cookie }),
      503,
    )
    await refusesToSave(() => here.app.post(paths.reflection(course.slug, module.slug, item.id), { text: 'Ein Gedanke.' }, { cookie: here.cookie }), 503)
    const late = await here.app.post(paths.signIn(), { email: here.person.email, password: 'falsch geraten!', next: '/' })
    expect([422, 503]).toContain(late.status)
  } finally {
    other.raw.exec('rollback')
    await other.close()
  }
  expect(await everyRow(here.open.db)).toEqual(before)
  for (let sent = 0; sent < 2; sent += 1) expect((await here.send(question, fields)).status).toBe(303)
  expect(await here.own('response')).toHaveLength(1)
})

test('a database that cannot be written to can still be read; a form says so, and later it is saved', async () => {
  const question = here.first('single')
  const fields = { ...answerFields(question.item, 'right'), event_id: `event-${here.person.person_id}` }
  here.open.raw.pragma('query_only = on')
  try {
    here.time.pass(2 * MINUTE)
    for (const path of here.readable(question)) expect((await here.app.get(path, { cookie: here.cookie })).status, path).toBe(200)
    await refusesToSave(() => here.send(question, fields), 503)
    expect((await here.app.get(paths.ready())).status).toBe(503)
    expect((await here.app.get(paths.health())).status).toBe(200)
  } finally {
    here.open.raw.pragma('query_only = off')
  }
  expect((await here.send(question, fields)).status).toBe(303)
  expect(await here.own('response')).toHaveLength(1)
})

test('a full disk stops nothing but saving, says so, and loses nothing that was saved', async () => {
  const { course, module, item } = here.first('reflection')
  const address = paths.reflection(course.slug, module.slug, item.id)
  const text = 'Ein langer Gedanke. '.repeat(400)
  expect((await here.app.post(address, { text: 'Vorher gespeichert.' }, { cookie: here.cookie })).status).toBe(303)
  const pages = Number(here.open.raw.pragma('page_count', { simple: true }))
  here.open.raw.pragma(`max_page_count = ${pages}`)
  try {
    here.time.pass(2 * MINUTE)
    for (const path of here.readable(here.first('single'))) expect((await here.app.get(path, { cookie: here.cookie })).status, path).toBe(200)
    let answer = await here.app.post(address, { text }, { cookie: here.cookie })
    // A few pages may still be free in the file; other people’s notes take them.
    for (let more = 0; answer.status === 303 && more < 50; more += 1)
      answer = await here.app.post(address, { text }, { cookie: await here.signIn(await aPerson(here.open.db)).catch(() => here.cookie) })
    expect(answer.status).toBe(507)
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await answer.text()).toContain('Es ist kein Speicherplatz mehr frei')
    expect((await here.app.get(addressOf(here.first('single')), { cookie: here.cookie })).status).toBe(200)
  } finally {
    here.open.raw.pragma('max_page_count = 1073741823')
  }
  expect((await here.app.post(address, { text }, { cookie: here.cookie })).status).toBe(303)
  expect(here.open.raw.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('where not even the session can be read, the page that says so speaks the reader’s language, title and all', async () => {
  here.open.raw.exec('alter table session rename to unreadable')
  try {
    const answer = await here.app.get(paths.courses(), { cookie: here.cookie, headers: { 'accept-language': 'en' } })
    expect(answer.status).toBe(500)
    const page = await answer.text()
    expect(page).toContain('<html lang="en"')
    expect(page).toMatch(/<title>Error: /)
  } finally {
    here.open.raw.exec('alter table unreadable rename to session')
  }
  expect((await here.app.get(paths.courses(), { cookie: here.cookie })).status).toBe(200)
})

/** The form is answered with the status, a time to come back, and a page in words. */
const refusesToSave = async (form: () => Promise<Response>, status: number) => {
  const answer = await form()
  expect(answer.status).toBe(status)
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
  const page = await answer.text()
  expect(page).toContain('Das Speichern ist gerade nicht möglich')
  expect(page).toContain('<html lang="de"')
}
