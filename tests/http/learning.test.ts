/** The learner's way through a course that ships with the product: what is answered stays, counts once, and leads to the end. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Item, OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import { hashPassword } from '#app/domain/identity/password-hash.server.ts'
import { paths } from '#app/paths.ts'
import { isKept } from '#app/ui/kept.ts'
import { answerFields, choicesToEnding } from '#tests/support/answer-fields.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { aPerson, published } from '#tests/support/database.ts'
import { aClock } from '#tests/support/request-context.ts'
import { everyRow } from '#tests/support/rows.ts'
import { type Placed, placedItems, shippedCatalogue } from '#tests/support/shipped-courses.ts'

const PASSWORD = 'regen dach treppe'
const MINUTE = 60_000
/** A whole course is answered here. Milliseconds. */
const PATIENCE = 90_000

let app: RunningApp
let time: ReturnType<typeof aClock>
let all: readonly Placed[]
let mirjam: Awaited<ReturnType<typeof aPerson>>
let cookie: string

beforeEach(async () => {
  const catalogue = await shippedCatalogue()
  time = aClock('2026-11-20T09:32:00.000Z')
  app = await startApp({ catalogue, now: time.clock })
  await published(app.db, ...catalogue.courses)
  all = placedItems(catalogue).filter(({ course }) => course === catalogue.courses[0])
  mirjam = await aPerson(app.db, { given_name: 'Mirjam', family_name: 'Kessler', email: 'mirjam.kessler@auental.example' })
  cookie = await app.signIn(mirjam)
})
afterEach(() => app.close())

test('an answer is saved with its time and stands there again on return, also days later', async () => {
  const question = first('single')
  const { page, fields } = await formOf(question)
  expect(page).not.toContain('Gespeichert')
  const answer = await app.post(addressOf(question), { ...fields, ...answerFields(question.item, 'wrong') }, { cookie })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toContain(`#result-${question.item.id}`)
  expect(sectionOf(await read(answer.headers.get('location') ?? ''), question.item)).toMatch(/Gespeichert[^<]*(?:<[^>]*>[^<]*)*10:32/)
  time.pass(3 * 24 * 60 * MINUTE)
  cookie = await app.signIn(mirjam)
  const section = sectionOf(await read(addressOf(question)), question.item)
  expect(section).toContain('10:32')
  expect(section).toContain('Nicht ganz')
  expect(await rows('response')).toHaveLength(1)
})

test('the same form sent twice counts once and says so', async () => {
  const question = first('single')
  const { fields } = await formOf(question)
  const form = { ...fields, ...answerFields(question.item, 'wrong') }
  const [one, other] = await Promise.all([app.post(addressOf(question), form, { cookie }), app.post(addressOf(question), form, { cookie })])
  expect([one.headers.get('location'), other.headers.get('location')].filter((to) => to?.includes('notice=already_recorded'))).toHaveLength(1)
  expect(await read(paths.module(question.course.slug, question.module.slug, undefined, { notice: 'already_recorded' }))).toContain('Sie zählt nur einmal')
  expect(await rows('response')).toHaveLength(1)
  expect(await rows('learning_event')).toHaveLength(1)
  expect(await rows('item_state')).toMatchObject([{ attempts: 1 }])
})

test('two windows answering the same question lose nothing: both answers are kept, the better one counts, and the second window says so', async () => {
  const question = first('single')
  const [left, right] = [await formOf(question), await formOf(question)]
  expect(left.fields['event_id']).not.toBe(right.fields['event_id'])
  await app.post(addressOf(question), { ...left.fields, ...answerFields(question.item, 'right') }, { cookie })
  time.pass(MINUTE)
  const second = await app.post(addressOf(question), { ...right.fields, ...answerFields(question.item, 'wrong') }, { cookie })
  expect(second.headers.get('location')).toContain('notice=elsewhere')
  expect(await read(second.headers.get('location') ?? '')).toContain('in einem anderen Fenster')
  expect(await rows('response')).toHaveLength(2)
  expect(await rows('item_state')).toMatchObject([{ attempts: 2, best_score: 1000, last_score: 0 }])
})

test('a question can be tried again, and then the new answer is shown', async () => {
  const question = first('single')
  const { fields } = await formOf(question)
  await app.post(addressOf(question), { ...fields, ...answerFields(question.item, 'wrong') }, { cookie })
  const again = await formOf(question, `?retry=${question.item.id}`)
  expect(again.fields['seen']).toBe(fields['event_id'])
  expect(sectionOf(again.page, question.item)).not.toContain(' disabled')
  const answer = await app.post(addressOf(question), { ...again.fields, ...answerFields(question.item, 'right') }, { cookie })
  expect(answer.headers.get('location')).not.toContain('notice')
  expect(sectionOf(await read(addressOf(question)), question.item)).toContain('Richtig')
  expect(await rows('item_state')).toMatchObject([{ attempts: 2, best_score: 1000 }])
})

test('a form without an answer comes back with a sentence, and nothing is written', async () => {
  const sentences = {
    single: 'Wählen Sie eine Antwort aus.',
    gap: 'Füllen Sie jede Lücke aus.',
    'critical-incident': 'Bewerten Sie jede Zeile mit 1\u00a0bis\u00a05.',
  } as const
  for (const [kind, sentence] of Object.entries(sentences)) {
    const question = first(kind as keyof typeof sentences)
    const { fields } = await formOf(question)
    const answer = await app.post(addressOf(question), fields, { cookie })
    expect(answer.status, kind).toBe(422)
    const page = await answer.text()
    expect(page).toContain('<title>Fehler: ')
    expect(sectionOf(page, question.item)).toContain(sentence)
  }
  expect(await rows('learning_event')).toEqual([])
})

test('a module is not completed while steps are missing, and the page names them', async () => {
  const [{ course, module }] = all as readonly [Placed, ...Placed[]]
  const refused = await finish(module.slug)
  expect(refused.headers.get('location')).toContain('notice=refused')
  const page = await read(refused.headers.get('location') ?? '')
  expect(page).toContain('Das Modul ist noch nicht abgeschlossen')
  const end = page.slice(page.indexOf('id="module-end"'))
  for (const { id } of module.items.filter(({ required }) => required)) expect(end, id).toContain(id)
  expect(await rows('learning_event')).toEqual([])
  expect(await read(paths.course(course.slug))).toContain('Kurs 1 beginnen')
})

test(
  'with wrong answers the course stays open and says what is missing; with right ones it is completed, once',
  async () => {
    const { course } = first('single')
    for (const placed of all) await answer(placed, 'wrong')
    for (const module of course.modules) expect((await finish(module.slug)).status).toBe(303)
    expect(await rows('course_state')).toMatchObject([{ completed_at: null }])
    expect(await read(paths.course(course.slug))).toMatch(/\d+\s?% richtig/)
    expect((await app.get(paths.courseCompletion(course.slug), { cookie })).status).toBe(302)
    time.pass(MINUTE)
    const led: string[] = []
    for (const placed of all)
      if (placed.module.items.some(({ id, counts }) => id === placed.item.id && counts)) led.push((await answer(placed, 'right')).headers.get('location') ?? '')
    expect(led.filter((to) => to === paths.courseCompletion(course.slug))).toHaveLength(1)
    expect(await rows('course_state')).toMatchObject([{ completed_at: time.instant() }])
    const page = await read(paths.courseCompletion(course.slug))
    expect(page).toContain('abgeschlossen')
    expect(page).toContain(`${course.pass_mark}\u00a0% waren nötig`)
    time.pass(24 * 60 * MINUTE)
    cookie = await app.signIn(mirjam)
    await answer(first('single'), 'wrong')
    expect((await rows('learning_event')).filter((event) => 'type' in event && event.type === 'course_completed')).toHaveLength(1)
    expect((await app.get(paths.courseCompletion(course.slug), { cookie })).status).toBe(200)
  },
  PATIENCE,
)

test('an answer sent after the session has ended waits for the same person alone, and is recorded once', async () => {
  const password_hash = await hashPassword(PASSWORD)
  await app.db.updateTable('person').set({ password_hash }).where('authority_id', '=', mirjam.authority_id).where('id', '=', mirjam.person_id).execute()
  const stranger = await aPerson(app.db, { authority_id: mirjam.authority_id, password_hash })
  const question = all.find(({ item }) => item.kind === 'rewrite') ?? first('gap')
  const { fields } = await formOf(question)
  const typed =
    question.item.kind === 'gap'
      ? Object.fromEntries(question.item.gaps.map(({ id }) => [`gap.${id}`, 'meine eigenen Worte']))
      : { text: 'meine eigenen Worte' }
  time.pass(31 * MINUTE)
  const late = await app.post(addressOf(question), { ...fields, ...typed }, { cookie })
  expect(late.headers.get('location')).toBe(paths.signIn(paths.heldForm()))
  const held = cookieOf(late)
  expect(await rows('response')).toEqual([])
  expect(await (await app.get(late.headers.get('location') ?? '', { cookie: held })).text()).not.toContain('meine eigenen Worte')

  const other = `${await app.signIn(stranger)}; ${held}`
  for (const path of [paths.heldForm(), paths.home(), addressOf(question)]) {
    expect(await (await app.get(path, { cookie: other })).text()).not.toContain('meine eigenen Worte')
  }

  const back = await app.post(paths.signIn(), { email: mirjam.email, password: PASSWORD, next: paths.heldForm() }, { cookie: held })
  expect(back.headers.get('location')).toBe(paths.heldForm())
  cookie = `${cookieOf(back)}; ${held}`
  const page = await read(paths.heldForm())
  expect(page).toContain('meine eigenen Worte')
  const form = page.match(/<form[^>]*action="([^"]*)"(?:(?!<\/form>).)*name="event_id".*?<\/form>/s)
  expect(form?.[1]).toBe(addressOf(question))
  const sent = { ...hiddenIn(form?.[0] ?? '') }
  expect(sent).toMatchObject({ event_id: fields['event_id'], item: question.item.id })
  const otherwise = { ...sent, ...Object.fromEntries(Object.keys(typed).map((name) => [name, 'etwas anderes'])), event_id: eventId() }
  expect((await app.post(addressOf(question), otherwise, { cookie })).status).toBe(303)
  const before = (await rows('response')).length
  expect(await read(paths.heldForm()), 'another form of the same page is no reason to forget this one').toContain('meine eigenen Worte')
  for (let time_ = 0; time_ < 2; time_ += 1) expect((await app.post(form?.[1] ?? '', sent, { cookie })).status).toBe(303)
  expect(await rows('response')).toHaveLength(before + 1)
  expect((await app.get(paths.heldForm(), { cookie })).headers.get('location'), 'what was sent does not wait any more').toBe('/')
  expect(await read(addressOf(question))).toContain('meine eigenen Worte')
})

test('a reflection is kept only when asked, read by nobody else, and deleted for good', async () => {
  const { course, module, item } = first('reflection')
  const address = paths.reflection(course.slug, module.slug, item.id)
  const text = 'Quitten und Kapern.\r\nMorgen frage ich nach.'
  expect((await app.post(address, { text }, { cookie })).status).toBe(303)
  expect(await read(address)).toContain('Quitten und Kapern.')
  const colleague = { authority_id: mirjam.authority_id, org_unit_id: mirjam.org_unit_id }
  const others = [await aPerson(app.db, { ...colleague, roles: ['hr', 'admin', 'lead', 'trainer', 'coordinator', 'council'] }), await aPerson(app.db)]
  for (const other of others) {
    const theirs = await app.signIn(other)
    for (const path of [address, paths.module(course.slug, module.slug), paths.home()])
      expect(await (await app.get(path, { cookie: theirs })).text(), path).not.toContain('Quitten')
    await app.post(address, { delete: 'yes' }, { cookie: theirs })
  }
  for (const path of [paths.hr(), paths.hrCourse(course.slug), paths.person(mirjam.person_id), paths.preview(course.slug, module.slug)])
    expect(await (await app.get(path, { cookie: await app.signIn(others[0] ?? mirjam) })).text(), path).not.toContain('Quitten')
  expect(await rows('reflection')).toHaveLength(1)
  expect((await app.post(address, { delete: 'yes' }, { cookie })).status).toBe(303)
  expect(await rows('reflection')).toEqual([])
  expect(JSON.stringify(await everyRow(app.db))).not.toContain('Quitten')
})

test('of what somebody wrote or who they are nothing stays in the markup that pages share', async () => {
  const thought = first('reflection')
  const written = placedItems(await shippedCatalogue()).find(({ item }) => item.kind === 'rewrite')
  if (written === undefined) throw new Error('no course has a text to be rewritten')
  const fields = Object.fromEntries(
    Object.entries(answerFields(written.item, 'right') ?? {}).map(([name, value]) => [name, name === 'text' ? `${String(value)} Quitten` : value]),
  )
  expect((await app.post(addressOf(written), { item: written.item.id, event_id: eventId(), ...fields }, { cookie })).status).toBe(303)
  const { course, module, item } = thought
  expect((await app.post(paths.reflection(course.slug, module.slug, item.id), { text: 'Kapern vergesse ich nie.' }, { cookie })).status).toBe(303)
  for (const path of [addressOf(written), paths.module(course.slug, module.slug), paths.course(course.slug), paths.home()]) await read(path)
  expect(await read(addressOf(written))).toContain('Quitten')
  expect(await read(paths.module(course.slug, module.slug))).toContain('Kapern')
  expect(isKept('Modul')).toBe(true)
  for (const own of ['Quitten', 'Kapern', 'Mirjam', 'Kessler', mirjam.person_id, mirjam.authority_id]) expect(isKept(own), own).toBe(false)
})

test('looking at pages changes nothing', async () => {
  await answer(first('single'), 'wrong')
  const before = await everyRow(app.db)
  const { course } = first('single')
  const pages = [
    ...[paths.home(), paths.courses(), paths.course(course.slug), paths.courseCompletion(course.slug), paths.help(), paths.account(), paths.sessions()],
    ...course.modules.flatMap((module) => [paths.module(course.slug, module.slug), paths.moduleCompletion(course.slug, module.slug)]),
    ...all.filter(({ item }) => OWN_PAGE_KINDS.has(item.kind)).map(addressOf),
    ...all.filter(({ item }) => item.kind === 'reflection').map(({ module, item }) => paths.reflection(course.slug, module.slug, item.id)),
  ]
  for (const path of pages) expect((await app.get(path, { cookie })).status, path).toBeLessThan(400)
  expect(await everyRow(app.db)).toEqual(before)
})

test('who chooses English gets an English page around the course, and answers count for the same course', async () => {
  await app.post(paths.preferences(), { language: 'en', next: '/' }, { cookie })
  const question = first('single')
  const page = await read(paths.module(question.course.slug, question.module.slug))
  expect(page).toContain('<html lang="en"')
  expect(page).toContain('Skip to')
  expect(page).not.toMatch(/Modul abschließen|Antwort prüfen|Abmelden/)
  await answer(question, 'right')
  expect(sectionOf(await read(addressOf(question)), question.item)).toContain('10:32')
  await app.post(paths.preferences(), { language: 'de', next: '/' }, { cookie })
  expect(sectionOf(await read(addressOf(question)), question.item)).toContain('Richtig')
})

/** The first item of a kind in the course. */
const first = (kind: Item['kind']): Placed => {
  const found = all.find(({ item }) => item.kind === kind)
  if (found === undefined) throw new Error(`the course has no ${kind}`)
  return found
}

const addressOf = ({ course, module, item }: Placed): string =>
  OWN_PAGE_KINDS.has(item.kind) ? paths.item(course.slug, module.slug, item.id) : paths.module(course.slug, module.slug)

const read = async (path: string): Promise<string> => {
  const page = await app.get(path.split('#', 1)[0] ?? '', { cookie })
  expect(page.status, path).toBe(200)
  return page.text()
}

/** The part of the page that belongs to the item. */
const sectionOf = (page: string, { id }: Item): string => {
  const start = page.indexOf(`id="item-${id}"`)
  expect(start, `no item ${id} on the page`).toBeGreaterThan(-1)
  const rest = page.slice(start)
  const next = rest.search(/<section[^>]* id="item-/)
  return next < 0 ? rest : rest.slice(0, next)
}

/** The hidden fields with which the page sends the item's form. */
const formOf = async (placed: Placed, query = '') => {
  const page = await read(`${addressOf(placed)}${query}`)
  const form = sectionOf(page, placed.item).match(/<form(?:(?!<\/form>).)*name="event_id".*?<\/form>/s)
  if (form === null) throw new Error(`no form for ${placed.item.id}`)
  return { page, fields: hiddenIn(form[0]) }
}

const hiddenIn = (form: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      input.match(/ name="([^"]*)"/)?.[1] ?? '',
      input.match(/ value="([^"]*)"/)?.[1] ?? '',
    ]),
  )

let count = 0
const eventId = () => `event-number-${++count}`

/** Answers the item from wherever it stands, a conversation up to its end. Returns the last answer of the server. */
const answer = async (placed: Placed, how: 'right' | 'wrong'): Promise<Response> => {
  const { item } = placed
  if (item.kind === 'dialogue') {
    let last: Response | undefined
    for (const [step, choice] of choicesToEnding(item, how).entries())
      last = await app.post(addressOf(placed), { event_id: eventId(), step: String(step), choice }, { cookie })
    if (last === undefined) throw new Error(`${item.id} has no way`)
    return last
  }
  const fields = answerFields(item, how)
  if (fields === undefined) return app.post(paths.reflection(placed.course.slug, placed.module.slug, item.id), { text: 'Ein Gedanke.' }, { cookie })
  return app.post(addressOf(placed), { item: item.id, event_id: eventId(), ...fields }, { cookie })
}

const finish = (module: string): Promise<Response> => app.post(paths.moduleCompletion(first('single').course.slug, module), { event_id: eventId() }, { cookie })

const rows = async (table: string): Promise<readonly object[]> => (await everyRow(app.db))[table] ?? []

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
