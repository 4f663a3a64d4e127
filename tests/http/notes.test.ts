/** Private notes as a browser sees them: kept on their block through edits of the module, lost in no window, read by nobody else. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Course } from '#app/content/course.ts'
import { nameBlocks } from '#app/content/prose/name-blocks.ts'
import type { ContentNode } from '#app/content/tree.ts'
import { paths } from '#app/paths.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { aCatalogue, aCourse, aModule } from '#tests/support/course.ts'
import { anAuthority, aPerson, published } from '#tests/support/database.ts'

const FRIST = 'Die Frist beginnt an dem Tag, an dem der Brief im Briefkasten liegt.'
const GRUND = 'Nennen Sie den Grund zuerst und die Folge danach.'
const GERMAN = ['Fristen', FRIST, GRUND]
const ENGLISH = ['Deadlines', 'The period begins on the day of delivery.', 'Name the reason first.']

/** A course of one module: a heading and paragraphs. */
const courseWith = (german: readonly string[], english: readonly string[] = ENGLISH): Course => {
  const tree = ([title = '', ...texts]: readonly string[]): ContentNode[] => [
    ['h2', { id: title.toLowerCase() }, title],
    ...texts.map((text): ContentNode => ['p', {}, text]),
  ]
  const [de, en] = nameBlocks([tree(german), tree(english)])
  const head = { title: 'Bescheide', summary: 'Kurz.', sources: [], contents: [], items: {} }
  const text = { title: 'Kurs', summary: 'Kurz.', objectives: [], body: [] }
  const module = aModule('module-1', [], {
    text: { de: { ...head, ...(de ?? { body: [], blocks: [] }) }, en: { ...head, ...(en ?? { body: [], blocks: [] }) } },
  })
  return aCourse([module], { languages: ['de', 'en'], text: { de: text, en: text } })
}
const course = courseWith(GERMAN)
const blockOf = (text: string) => course.modules[0]?.text.de?.blocks.find((block) => block.text === text)?.id ?? ''

let app: RunningApp
let time: string
let person: Awaited<ReturnType<typeof aPerson>>
let cookie: string

beforeAll(async () => {
  app = await startApp({ catalogue: aCatalogue(course), now: () => new Date(time) })
  await published(app.db, course)
})
afterAll(() => app.close())
beforeEach(async () => {
  time = '2026-11-20T09:00:00.000Z'
  person = await aPerson(app.db)
  cookie = await app.signIn(person)
})

const address = paths.moduleNotes('course-1', 'module-1')
const read = async (path = paths.module('course-1', 'module-1'), from = app, as = cookie) => (await from.get(path, { cookie: as })).text()
const formAt = (note: string) => read(paths.moduleWithNotes('course-1', 'module-1', note))
/** What the form on a page would send. */
const fieldsOf = (page: string) => {
  const form = /<form class="wb-jot-form"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, plain(value ?? '')])
  return { note: '', ...Object.fromEntries(hidden), text: plain(/<textarea[^>]*>([^<]*)/.exec(form)?.[1] ?? '') } as Record<string, string> & {
    readonly note: string
  }
}
const plain = (html: string) =>
  html
    .replace(/&#x27;/g, '’')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
const send = (fields: Record<string, string>, intent = 'save') => app.post(address, { ...fields, intent }, { cookie })
const begin = async (text: string, block = blockOf(FRIST)) => {
  const fields = { ...fieldsOf(await formAt(block)), text }
  expect((await send(fields)).status).toBe(303)
  return fields
}
/** The same page after an edit of the course. */
const edited = async (...texts: string[]) => {
  const other = await startApp({ catalogue: aCatalogue(courseWith(texts)), house: { db: app.db }, now: time })
  const page = await read(undefined, other, cookie)
  await other.close()
  return page
}
const below = (page: string, id: string) => page.split(`id="${id}"`)[1]?.split('id="b-')[0] ?? ''

test('a note is written at a paragraph without script, shown there from then on, changed and deleted', async () => {
  const quiet = await read()
  expect(quiet).toContain('?notes=on">Notizen machen</a>')
  expect(quiet).not.toContain('wb-jot-add')
  const on = await read(paths.moduleWithNotes('course-1', 'module-1'))
  expect(on.match(/wb-jot-add/g)).toHaveLength(3)
  expect(on).toContain(`note=${blockOf(FRIST)}#${blockOf(FRIST)}">Notiz<span class="kern-sr-only"> zu „Die Frist beginnt`)
  const fields = fieldsOf(await formAt(blockOf(FRIST)))
  expect(fields).toMatchObject({ block: blockOf(FRIST), quote: FRIST, language: 'de', seen: '', text: '' })
  const saved = await send({ ...fields, text: 'Nachfragen & warten.' })
  expect([saved.status, saved.headers.get('location')]).toEqual([303, paths.moduleWithNotes('course-1', 'module-1', undefined, blockOf(FRIST))])
  expect(below(await read(), blockOf(FRIST))).toContain('Nachfragen &amp; warten.')
  const open = fieldsOf(await formAt(fields.note))
  expect(open).toMatchObject({ text: 'Nachfragen & warten.', seen: time })
  time = '2026-11-20T09:10:00.000Z'
  await send({ ...open, text: 'Neu.' })
  expect(below(await read(), blockOf(FRIST))).toContain('Neu.')
  expect((await send({ ...open, seen: time }, 'delete')).status).toBe(303)
  expect(await read()).not.toContain('Neu.')
})

test('a double click is one note', async () => {
  const fields = await begin('Einmal.')
  expect((await send(fields)).status).toBe(303)
  expect(await app.db.selectFrom('note').select('id').where('authority_id', '=', person.authority_id).execute()).toHaveLength(1)
})

test('what cannot be kept comes back with a sentence and its text', async () => {
  const fields = fieldsOf(await formAt(blockOf(FRIST)))
  const long = await send({ ...fields, text: 'ü'.repeat(5321) })
  const page = await long.text()
  expect(long.status).toBe(422)
  expect(page).toContain('Die Notiz hat 5.321 Zeichen, 5.000 sind möglich.')
  expect(page).toContain('<title>Fehler:')
  expect(fieldsOf(page)).toEqual({ ...fields, text: 'ü'.repeat(5321) })
  expect((await send({ ...fields, text: '  ' })).status).toBe(422)
  expect((await send({ ...fields, note: '<x>' })).status).toBe(400)
  expect((await send(fields, 'steal')).status).toBe(400)
  expect(await read(paths.notes())).toContain('Noch keine Notizen')
})

test('of two windows the older loses nothing and overwrites nothing', async () => {
  const first = await begin('Eins.')
  const [left, right] = [fieldsOf(await formAt(first.note)), fieldsOf(await formAt(first.note))]
  time = '2026-11-20T09:10:00.000Z'
  await send({ ...left, text: 'Aus dem linken Fenster.' })
  const refused = await send({ ...right, text: 'Aus dem rechten Fenster.' })
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page.split('wb-jot-form')[0]).toContain('Aus dem linken Fenster.')
  expect(fieldsOf(page)).toMatchObject({ text: 'Aus dem rechten Fenster.', seen: time })
  expect(await (await send({ ...right }, 'delete')).text()).toContain('Sie ist nicht gelöscht.')
  expect(await read()).toContain('Aus dem linken Fenster.')
  expect((await send({ ...fieldsOf(page), text: 'Beides.' })).status).toBe(303)
  const now = await read()
  expect([now.includes('Beides.'), now.includes('linken')]).toEqual([true, false])
})

test('a note deleted in another window is offered again, not revived silently', async () => {
  const first = await begin('Eins.')
  const open = fieldsOf(await formAt(first.note))
  await send(open, 'delete')
  const refused = await (await send({ ...open, text: 'Doch.' })).text()
  expect(refused).toContain('in einem anderen Fenster gelöscht')
  expect(await read()).not.toContain('Doch.')
  expect((await send(fieldsOf(refused))).status).toBe(303)
  expect(await read()).toContain('Doch.')
})

test('notes survive edits of the module: moved, changed and gone paragraphs', async () => {
  await begin('Meine Notiz zur Frist.')
  const moved = await edited('Fristen', GRUND, 'Ein neuer Absatz steht hier.', FRIST)
  expect(below(moved, blockOf(FRIST))).toContain('Meine Notiz zur Frist.')
  expect(moved).not.toContain('seit Ihrer Notiz geändert')
  const changed = await edited('Fristen', GRUND, FRIST.replace('Briefkasten', 'Postfach'))
  expect(changed.split('Postfach')[1]).toContain('Meine Notiz zur Frist.')
  expect(changed).toContain('Der Absatz wurde seit Ihrer Notiz geändert.')
  expect(changed).toContain(FRIST)
  const gone = await edited('Fristen', GRUND)
  expect(below(gone, 'notes--earlier')).toMatch(/Notizen zu früheren Fassungen[\s\S]*Briefkasten[\s\S]*Meine Notiz zur Frist/)
})

test('a form that was open while its paragraph was taken out is kept all the same', async () => {
  const fields = { ...fieldsOf(await formAt(blockOf(FRIST))), block: 'b-00000000', text: 'Noch geschafft.' }
  expect((await send(fields)).status).toBe(303)
  expect(below(await read(), blockOf(FRIST))).toContain('Noch geschafft.')
})

test('a note stands at its paragraph in the other language too', async () => {
  await begin('Merken.')
  const english = await aPerson(app.db, { authority_id: person.authority_id, language: 'en' })
  await app.db.updateTable('note').set({ text: 'Merken.' }).where('authority_id', '=', person.authority_id).execute()
  await app.db.updateTable('person').set({ language: 'en' }).where('authority_id', '=', person.authority_id).where('id', '=', person.person_id).execute()
  const page = await read()
  expect(page.split('The period begins on the day of delivery.')[1]?.split('Name the reason')[0]).toContain('Merken.')
  expect(page).toContain('Your note')
  expect(await read(undefined, app, await app.signIn(english))).not.toContain('Merken.')
})

test('nobody else reads, changes or deletes a note: colleague, trainer’s preview, another authority with the same ids', async () => {
  const fields = await begin('Streng privat.')
  const colleague = await aPerson(app.db, { authority_id: person.authority_id, roles: ['trainer', 'hr', 'admin', 'lead', 'council', 'coordinator'] })
  const abroad = await aPerson(app.db, { authority_id: (await anAuthority(app.db)).id, id: person.person_id })
  for (const other of [colleague, abroad]) {
    const theirs = await app.signIn(other)
    const note = fields.note
    const pages = [
      paths.module('course-1', 'module-1'),
      paths.moduleWithNotes('course-1', 'module-1', note),
      address,
      paths.notes(),
      paths.preview('course-1', 'module-1'),
    ]
    for (const path of pages) expect(await read(path, app, theirs), path).not.toContain('Streng privat')
    const stolen = { ...fields, seen: time, text: 'Überschrieben' }
    expect(await (await app.post(address, { ...stolen, intent: 'save' }, { cookie: theirs })).text()).not.toContain('Streng privat')
    await app.post(address, { ...stolen, intent: 'delete' }, { cookie: theirs })
    await app.post(paths.notes(), { note, seen: time }, { cookie: theirs })
  }
  expect(await read()).toContain('Streng privat.')
  expect(await read(paths.preview('course-1', 'module-1'), app, await app.signIn(colleague))).not.toContain('wb-jot')
})

test('all notes stand on one page with the way to their block, also those of courses that are gone', async () => {
  await begin('Zum Grund.', blockOf(GRUND))
  await begin('Zur Frist.')
  const page = await read(paths.notes())
  expect(page).toMatch(/Fristen|Kurs 1/)
  expect(page.indexOf('Zur Frist.')).toBeLessThan(page.indexOf('Zum Grund.'))
  expect(page).toContain(`href="${paths.module('course-1', 'module-1', blockOf(GRUND))}"`)
  expect(await read(address)).toContain('Zum Grund.')
  const empty = await startApp({ house: { db: app.db }, now: time })
  const gone = await read(paths.notes(), empty)
  expect(gone).toMatch(/die es nicht mehr gibt[\s\S]*Nennen Sie den Grund[\s\S]*Zum Grund\./)
  const [note] = await app.db
    .selectFrom('note')
    .select(['id', 'saved_at'])
    .where('authority_id', '=', person.authority_id)
    .where('text', '=', 'Zum Grund.')
    .execute()
  expect((await empty.post(paths.notes(), { note: note?.id ?? '', seen: note?.saved_at ?? '' }, { cookie })).status).toBe(303)
  const rest = await read(paths.notes(), empty)
  expect([rest.includes('Zum Grund.'), rest.includes('Zur Frist.')]).toEqual([false, true])
  await empty.close()
})
