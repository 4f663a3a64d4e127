/** Item statistics and learners' hints: what trainers see of answers, and that nobody is found in it. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/types.ts'
import { answerFields, choicesToEnding } from '#tests/support/answer-fields.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { anAuthority, anOrgUnit, aPerson, published } from '#tests/support/database.ts'
import { aClock } from '#tests/support/request-context.ts'
import { everyRow } from '#tests/support/rows.ts'
import { type Placed, placedItems, shippedCatalogue } from '#tests/support/shipped-courses.ts'

const MINUTE = 60_000
/** Pages of a whole course are drawn again and again. Milliseconds. */
const PATIENCE = 90_000

let app: RunningApp
let time: ReturnType<typeof aClock>
let all: readonly Placed[]
let question: Placed
let trainer: string
let learners: readonly { readonly person_id: string; readonly email: string; readonly authority_id: string; readonly cookie: string }[]

beforeEach(async () => {
  const catalogue = await shippedCatalogue()
  time = aClock('2026-11-20T09:00:00.000Z')
  app = await startApp({ catalogue, now: time.clock })
  await published(app.db, ...catalogue.courses)
  all = placedItems(catalogue).filter(({ course }) => course === catalogue.courses[0])
  question = first('single')
  trainer = await app.signIn(await aPerson(app.db, { roles: ['trainer'], given_name: 'Sinan', family_name: 'Okyay' }))
  learners = [...(await staffOf(app.db, 'Auental', 6)), ...(await staffOf(app.db, 'Bruchfeld', 6))]
})
afterEach(() => app.close())

test('below five answers nothing is said; from the fifth on it is, and the next four change nothing', { timeout: PATIENCE }, async () => {
  const states: string[] = []
  for (const [at, learner] of learners.slice(0, 10).entries()) {
    await answer(learner.cookie, at < 3 ? 'wrong' : 'right')
    states.push(rowOf(await statistics()))
  }
  for (const state of states.slice(0, 4)) expect(state).toContain('Zu wenige Antworten (unter 5)')
  expect(states[4]).toMatch(/>5<.*höchstens 2 von 5/s)
  expect(new Set(states.slice(4, 9)).size).toBe(1)
  expect(states[9]).toMatch(/>10<.*3 bis 7 von 10/s)
})

test('only a person’s first answer counts, however often and however well they try again', async () => {
  for (const learner of learners.slice(0, 5)) await answer(learner.cookie, 'wrong')
  const before = await statistics()
  for (const learner of learners.slice(0, 5)) await answer(learner.cookie, 'right')
  expect(await statistics()).toBe(before)
  expect(rowOf(before)).toContain('höchstens 2 von 5')
})

test('the page names nobody: no name, address, id, authority, and nothing about a part of the installation', async () => {
  for (const learner of learners) await answer(learner.cookie, 'right')
  await flag(learners[0]?.cookie ?? '', { reason: 'unclear', comment: 'Zwei Antworten passen.' })
  const path = paths.itemStatistics(question.course.slug)
  for (const page of [path, paths.authorCourse(question.course.slug)]) {
    const text = await read(page, trainer)
    for (const { email, person_id, authority_id } of learners)
      for (const mark of [email, `"${person_id}"`, `>${person_id}<`, authority_id]) expect(text).not.toContain(mark)
    for (const mark of ['Vorname', 'Nachname', 'Auental', 'Bruchfeld', 'person_id', 'authority_id', 'raised_at', 'complete_at', 'waiting'])
      expect(text, `${page}: ${mark}`).not.toContain(mark)
  }
  for (const learner of learners.slice(0, 2)) expect((await app.get(path, { cookie: learner.cookie })).status).toBe(403)
  expect((await app.get(paths.itemStatistics('gibt-es-nicht'), { cookie: trainer })).status).toBe(404)
})

test('reading the statistics writes nothing', async () => {
  for (const learner of learners.slice(0, 6)) await answer(learner.cookie, 'right')
  const before = await everyRow(app.db)
  await statistics()
  await read(paths.authorCourse(question.course.slug), trainer)
  expect(await everyRow(app.db)).toEqual(before)
})

test('what has been counted stays when the answers themselves are deleted', async () => {
  for (const learner of learners.slice(0, 5)) await answer(learner.cookie, 'right')
  const before = await statistics()
  for (const { authority_id } of learners) await app.db.deleteFrom('response').where('authority_id', '=', authority_id).execute()
  expect(await statistics()).toBe(before)
})

test('text typed into gaps and letters is never shown, whatever it is', async () => {
  const word = 'Xylofonkonzertabend'
  for (const kind of ['gap', 'rewrite'] as const) {
    const placed = all.find(({ item }) => item.kind === kind)
    if (placed === undefined) continue
    const fields = Object.fromEntries(Object.keys(answerFields(placed.item, 'right') ?? {}).map((name) => [name, word]))
    for (const [at, learner] of learners.entries())
      expect((await app.post(pageOf(placed), { item: placed.item.id, event_id: `event-${kind}-${at}`, ...fields }, { cookie: learner.cookie })).status).toBe(
        303,
      )
  }
  const path = paths.itemStatistics(question.course.slug)
  expect(await read(path, trainer)).not.toContain(word)
})

test('a hint shows only with the fifth who answered, with its words and month but not its day', async () => {
  const [one, ...others] = learners
  await flag(one?.cookie ?? '', { reason: 'stereotype', comment: 'Herr K. ist immer das Problem.\nWarum?' })
  await answer(one?.cookie ?? '', 'right')
  for (const learner of others.slice(0, 3)) await answer(learner.cookie, 'right')
  expect(await statistics()).not.toContain('Herr K.')
  expect(await read(paths.authorCourse(question.course.slug), trainer)).not.toContain('1\u00a0Hinweis: stereotyp')
  await answer(others[3]?.cookie ?? '', 'right')
  const page = await statistics()
  expect(page).toContain('Herr K. ist immer das Problem.')
  expect(page).toContain('stereotyp, November\u00a02026')
  expect(page).toContain('1\u00a0Hinweis: stereotyp')
  expect(await read(paths.authorCourse(question.course.slug), trainer)).toContain('1\u00a0Hinweis: stereotyp')
  // Somebody of the next, unfinished group waits.
  await answer(others[4]?.cookie ?? '', 'right')
  await flag(others[4]?.cookie ?? '', { reason: 'outdated', comment: 'Gilt nicht mehr.' })
  expect(await statistics()).not.toContain('Gilt nicht mehr.')
})

test('the link to the hint stands at every answered item, and its page shows the question and who reads it', async () => {
  const cookie = learners[0]?.cookie ?? ''
  const place = [question.course.slug, question.module.slug, question.item.id] as const
  expect(await read(pageOf(question), cookie)).not.toContain(`href="${paths.flag(...place)}"`)
  await answer(cookie, 'wrong')
  expect(await read(pageOf(question), cookie)).toContain(`href="${paths.flag(...place)}"`)
  const dialogue = first('dialogue')
  if (dialogue.item.kind !== 'dialogue') throw new Error('no conversation')
  const [choice] = choicesToEnding(dialogue.item, 'right')
  await app.post(pageOf(dialogue), { event_id: 'event-of-a-dialogue', step: '0', choice: choice ?? '' }, { cookie })
  for (const { course, module, item } of [dialogue, first('reflection')])
    expect(await read(pageOf({ course, module, item }), cookie), item.kind).toContain(`href="${paths.flag(course.slug, module.slug, item.id)}"`)
  for (const { course, module, item } of all) {
    const page = await read(paths.flag(course.slug, module.slug, item.id), cookie)
    expect(page, item.id).toContain('Das lesen alle, die in dieser Installation Kurse bearbeiten')
    expect(page, item.id).toContain('name="version"')
  }
})

test('a hint is sent, read again, replaced, taken back: each with a sentence, and a double click is one', async () => {
  const cookie = learners[0]?.cookie ?? ''
  const [sent] = await Promise.all([flag(cookie, { reason: 'unclear', comment: 'الجواب 😀' }), flag(cookie, { reason: 'unclear', comment: 'الجواب 😀' })])
  expect(sent.status).toBe(303)
  const page = await read(sent.headers.get('location') ?? '', cookie)
  expect(page).toContain('Danke für Ihren Hinweis. Er ist gespeichert.')
  expect(page.split('الجواب 😀')).toHaveLength(2)
  const back = await flag(cookie, { withdraw: 'unclear' })
  expect(await read(back.headers.get('location') ?? '', cookie)).toContain('zurückgezogen und gelöscht')
  expect(await flagRows()).toEqual([])
})

test('what is wrong with a hint is said, and nothing typed is lost', async () => {
  const cookie = learners[0]?.cookie ?? ''
  const long = 'ä'.repeat(100_000)
  const refusals = [
    [{ comment: 'Nur Worte' }, 'Wählen Sie aus, was nicht stimmt.', 'Nur Worte'],
    [{ reason: 'other', comment: 'Fremder Grund' }, 'Wählen Sie aus, was nicht stimmt.', 'Fremder Grund'],
    [{ reason: ['unclear', 'outdated'], comment: 'Doppelt' }, 'Wählen Sie aus, was nicht stimmt.', 'Doppelt'],
    [{ reason: 'unclear', comment: long }, 'höchstens 1.000\u00a0Zeichen', long],
    [{ reason: 'unclear', comment: 'Zur alten', version: 'f'.repeat(16) }, 'wurde gerade überarbeitet', 'Zur alten'],
  ] as const
  for (const [form, sentence, kept] of refusals) {
    const answer = await flag(cookie, form)
    const page = await answer.text()
    expect([answer.status, page.includes(sentence), page.includes(kept)], sentence).toEqual([422, true, true])
    expect(page).toContain('<title>Fehler: ')
  }
  expect(await flagRows()).toEqual([])
  const { course, module } = question
  expect((await app.get(paths.flag(course.slug, module.slug, 'gibt-es-nicht'), { cookie })).status).toBe(404)
  expect((await app.post(paths.flag(course.slug, module.slug, 'gibt-es-nicht'), { reason: 'unclear' }, { cookie })).status).toBe(404)
  expect((await app.get(paths.flag(course.slug, module.slug, 'constructor'), { cookie })).status).toBe(404)
})

const first = (kind: Placed['item']['kind']): Placed => {
  const found = all.find(({ item }) => item.kind === kind)
  if (found === undefined) throw new Error(`no ${kind} in the first course`)
  return found
}

const staffOf = async (db: Db, place: string, count: number) => {
  const authority_id = (await anAuthority(db, { name: `Ausländerbehörde ${place}` })).id
  const org_unit_id = (await anOrgUnit(db, { authority_id })).id
  return Promise.all(
    Array.from({ length: count }, async () => {
      const person = await aPerson(db, { authority_id, org_unit_id, given_name: 'Vorname', family_name: 'Nachname' })
      return { ...person, cookie: await app.signIn(person) }
    }),
  )
}

const pageOf = ({ course, module, item }: Placed) =>
  OWN_PAGE_KINDS.has(item.kind) ? paths.item(course.slug, module.slug, item.id) : paths.module(course.slug, module.slug)

let events = 0
const answer = async (cookie: string, how: 'right' | 'wrong') => {
  time.pass(MINUTE / 60)
  const fields = { item: question.item.id, event_id: `event-of-answer-${++events}`, ...answerFields(question.item, how) }
  expect((await app.post(pageOf(question), fields, { cookie })).status).toBe(303)
}

const flag = (cookie: string, form: Readonly<Record<string, string | readonly string[]>>) => {
  const { course, module, item } = question
  const version = module.text.de?.items[item.id]?.version ?? ''
  return app.post(paths.flag(course.slug, module.slug, item.id), { version, ...form }, { cookie })
}
const flagRows = () => app.db.withoutPlugins().selectFrom('item_flag').selectAll().execute()

const read = async (path: string, cookie: string): Promise<string> => {
  const answer = await app.get(path, { cookie })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

/** What the statistics page of the course says, without the time at which it was asked. */
const statistics = async (): Promise<string> => {
  const page = await read(paths.itemStatistics(question.course.slug), trainer)
  return page.slice(page.indexOf('<main'), page.indexOf('</main>')).replace(/Stand [^<]*Uhr/g, '')
}

/** The line of the question in the table of its module. */
const rowOf = (page: string): string => {
  const id = `${question.module.slug}-${question.item.id}`
  return page.match(/<tr[\s>].*?<\/tr>/gs)?.find((row) => row.includes(`href="#${id}"`)) ?? ''
}
