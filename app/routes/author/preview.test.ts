import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Course } from '#app/content/course.ts'
import { COUNTING_KINDS, type Item } from '#app/content/items/item.ts'
import { toLearner } from '#app/content/items/to-learner.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/types.ts'
import { startApp } from '#tests/support/app.ts'
import { aCourse, aModule, aReference } from '#tests/support/course.ts'
import { aPerson, published } from '#tests/support/database.ts'
import { oneOfEachKind } from '#tests/support/items.ts'

const items = oneOfEachKind()
const title = 'Situationen am Schalter'
const text = {
  title,
  summary: 'Alle Arten von Fragen.',
  sources: [],
  contents: [{ id: 'fragen', title: 'Fragen' }],
  body: [['h2', { id: 'fragen' }, 'Fragen'], ...items.map((item) => ['Item', { id: item.id }] as const)] as const,
  blocks: [{ id: 'fragen', text: 'Fragen' }],
  items: Object.fromEntries(items.map((item) => [item.id, toLearner(item)])),
}
const module = aModule(
  'module-1',
  items.map((item) => aReference(item.id, { kind: item.kind, counts: COUNTING_KINDS.has(item.kind) })),
  { text: { de: text } },
)
const course: Course = aCourse([module], { text: { de: { title: 'Ein Kurs', summary: 'Kurz.', objectives: [], body: [] } } })
const catalogue: Catalogue = {
  courses: [course],
  glossary: {},
  bibliography: [],
  findings: [],
  keys: { [course.id]: { de: { [module.id]: Object.fromEntries(items.map((item) => [item.id, item])) } } },
}
const here = paths.preview(course.slug, module.slug)
const find = <K extends Item['kind']>(kind: K) => items.find((item): item is Extract<Item, { kind: K }> => item.kind === kind) as Extract<Item, { kind: K }>

const open = async () => {
  const app = await startApp({ catalogue })
  await published(app.db, course)
  const trainer = await aPerson(app.db, { roles: ['trainer'] })
  const colleague = await aPerson(app.db, { authority_id: trainer.authority_id })
  return { app, cookie: await app.signIn(trainer), learner: await app.signIn(colleague) }
}

/** Every row that was ever written over this connection. */
const changes = async (db: Db) => Number((await sql<{ count: number }>`select total_changes() as count`.execute(db)).rows[0]?.count)

test('a trainer sees the module as learners do, under a band that leads out', async () => {
  const { app, cookie } = await open()
  const page = await (await app.get(here, { cookie })).text()
  expect(page).toContain('wb-preview')
  expect(page).toContain(`href="${paths.authorCourse(course.slug)}"`)
  expect(page).toContain(title)
  for (const item of items) expect(page, item.id).toContain(`id="item-${item.id}"`)
  expect(page).toContain(paths.previewItem(course.slug, module.slug, find('dialogue').id))
  await app.close()
})

test('answers of every kind get their feedback and nothing is written', async () => {
  const { app, cookie } = await open()
  await app.get(here, { cookie })
  const before = await changes(app.db)
  const single = find('single')
  const right = single.options.find((option) => option.correct)
  const answered = await app.post(here, { item: single.id, option: right?.id ?? '', answer: right?.id ?? '', event_id: '' }, { cookie })
  const page = await answered.text()
  expect(answered.status).toBe(200)
  expect(page).toContain(right?.feedback)
  expect(page).toContain('100\u00a0% der Punkte')
  for (const item of items) expect((await app.post(here, { item: item.id }, { cookie })).status, item.kind).toBe(422)
  expect(await changes(app.db)).toBe(before)
  await app.close()
})

test('a refused answer says what is missing and keeps the page', async () => {
  const { app, cookie } = await open()
  const page = await (await app.post(here, { item: find('single').id }, { cookie })).text()
  expect(page).toContain(`id="item-${find('single').id}-problem"`)
  expect(page).toContain('<title>Fehler: ')
  await app.close()
})

test('a conversation goes on from the state that its form carries, to the end, without a row', async () => {
  const { app, cookie } = await open()
  const dialogue = find('dialogue')
  const there = paths.previewItem(course.slug, module.slug, dialogue.id)
  let page = await (await app.get(there, { cookie })).text()
  const before = await changes(app.db)
  let node = dialogue.nodes.find((known) => known.id === dialogue.start)
  for (let step = 0; node !== undefined; step++) {
    const [choice] = node.choices
    if (choice === undefined) throw new Error('a node without choices')
    expect(page).toContain(`name="step" value="${step}"`)
    const previous = JSON.stringify({ kind: 'dialogue', path: pathTo(page) })
    const response = await app.post(there, { item: dialogue.id, event_id: '', step: String(step), choice: choice.id, previous }, { cookie })
    expect(response.status).toBe(200)
    page = await response.text()
    node = dialogue.nodes.find((known) => known.id === choice.next)
  }
  expect(page).toContain(`id="result-${dialogue.id}"`)
  expect(await changes(app.db)).toBe(before)
  await app.close()
})

test('a situation can be rated again with the first rating kept, without a row', async () => {
  const { app, cookie } = await open()
  const incident = find('critical-incident')
  const there = paths.previewItem(course.slug, module.slug, incident.id)
  const ratings = (rating: number) => Object.fromEntries(incident.options.map((option) => [`rating.${option.id}`, String(rating)]))
  const before = await changes(app.db)
  const first = await (await app.post(there, { item: incident.id, event_id: '', ...ratings(3) }, { cookie })).text()
  expect(first).toContain(`id="result-${incident.id}"`)
  const link = /href="([^"]*previous=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const form = await (await app.get(link, { cookie })).text()
  expect(form).toContain('name="phase" value="again"')
  const previous = (/name="previous" value="([^"]*)"/.exec(form)?.[1] ?? '').replaceAll('&quot;', '"')
  const again = await (await app.post(there, { item: incident.id, event_id: '', phase: 'again', previous, ...ratings(5) }, { cookie })).text()
  const kept = JSON.parse(new URLSearchParams(/\?(previous=[^"#]*)/.exec(again)?.[1]).get('previous') ?? '{}')
  expect(Object.values(kept.first)).toEqual(incident.options.map(() => 3))
  expect(Object.values(kept.again)).toEqual(incident.options.map(() => 5))
  expect(await changes(app.db)).toBe(before)
  await app.close()
})

test('a state that was tampered with counts as none', async () => {
  const { app, cookie } = await open()
  const there = paths.previewItem(course.slug, module.slug, find('dialogue').id)
  for (const previous of [
    '{',
    'null',
    '[]',
    '{"kind":"dialogue","path":["nowhere"]}',
    '{"kind":"single","option":"x"}',
    `{"kind":"dialogue","path":[${'"a",'.repeat(5000)}"a"]}`,
  ]) {
    const { status } = await app.post(there, { item: find('dialogue').id, step: '0', choice: 'nowhere', previous }, { cookie })
    expect(status, previous.slice(0, 40)).toBe(422)
  }
  expect((await app.get(`${there}?previous=${encodeURIComponent('{"kind":"dialogue","path":["nowhere"]}')}`, { cookie })).status).toBe(200)
  await app.close()
})

test('only trainers may look, and only at what exists', async () => {
  const { app, cookie, learner } = await open()
  for (const path of [paths.authorCourses(), paths.authorCourse(course.slug), here, paths.previewItem(course.slug, module.slug, find('dialogue').id)]) {
    expect((await app.get(path, { cookie: learner })).status, path).toBe(403)
    expect((await app.get(path)).status, path).toBe(302)
    expect((await app.get(path, { cookie })).status, path).toBe(200)
  }
  expect((await app.post(here, { item: find('single').id }, { cookie: learner })).status).toBe(403)
  for (const path of [paths.authorCourse('nowhere'), paths.preview(course.slug, 'nowhere'), paths.previewItem(course.slug, module.slug, 'nowhere')])
    expect((await app.get(path, { cookie })).status, path).toBe(404)
  expect((await app.post(here, { item: 'nowhere' }, { cookie })).status).toBe(404)
  await app.close()
})

/** The choices so far, from the hidden field of the page. */
const pathTo = (page: string): readonly string[] => {
  const [, json = '{"path":[]}'] = /name="previous" value="([^"]*)"/.exec(page) ?? []
  return JSON.parse(json.replaceAll('&quot;', '"')).path
}
