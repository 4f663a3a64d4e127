import { expect, test } from 'vitest'
import type { Course, Module, ModuleText } from '#app/content/course.ts'
import type { Item } from '#app/content/items/item.ts'
import { itemVersion, toLearner } from '#app/content/items/to-learner.ts'
import { type Answer, parseAnswer } from '#app/domain/assessment/answer.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { answerItem } from '#app/domain/progress/answer-item.server.ts'
import { raiseFlag } from '#app/domain/progress/raise-flag.server.ts'
import { Forbidden } from '#app/domain/refusals.ts'
import type { Db } from '#db/types.ts'
import { answerFields } from '#tests/support/answer-fields.ts'
import { aCourse, aModule, aReference } from '#tests/support/course.ts'
import { actorOf, aPerson, freshDb, published } from '#tests/support/database.ts'
import { anItem, oneOfEachKind } from '#tests/support/items.ts'
import { listItemStatistics } from './item-statistics.server.ts'

const NOW = '2026-11-20T09:00:00.000Z'
const trainer = actorOf({ authority_id: 'a', person_id: 't' }, 'trainer')

/** A published course with these items in its one module. */
const open = async (items: readonly Item[], { db = undefined as Db | undefined, revision = 'r1' } = {}) => {
  const house = db ?? (await freshDb())
  const text = { title: 'Modul', summary: '', sources: [], contents: [], body: [], items: Object.fromEntries(items.map((item) => [item.id, toLearner(item)])) }
  const module: Module = aModule(
    'm1',
    items.map((item) => aReference(item.id, { kind: item.kind })),
    { text: { de: text as unknown as ModuleText } },
  )
  const course: Course = aCourse([module], { revision })
  await published(house, course)
  const keys = { [course.id]: { de: { m1: Object.fromEntries(items.map((item) => [item.id, item])) } } }
  const catalogue: Catalogue = { courses: [course], glossary: {}, findings: [], keys } as unknown as Catalogue
  const statistics = async () => (await listItemStatistics(house, trainer, { catalogue, course, language: 'de' }))[0]?.items ?? []
  return { db: house, course, module, statistics }
}
type Opened = Awaited<ReturnType<typeof open>>

const wrong = (item: Item): Answer => answerOf(item, 'wrong')
const answerOf = (item: Item, how: 'right' | 'wrong'): Answer => {
  const parsed = parseAnswer(item, answerFields(item, how) ?? {}, null)
  if ('problem' in parsed) throw new Error(parsed.problem.code)
  return parsed.answer
}

let sent = 0
/** So many new people answer; returns the last of them. */
const answered = async ({ db, course, module }: Opened, item: Item, answers: readonly Answer[]) => {
  let person = await aPerson(db)
  for (const [at, answer] of answers.entries()) {
    if (at > 0) person = await aPerson(db)
    const facts = { event_id: `event-${++sent}-of-test`, answer, now: NOW }
    await db.transaction().execute((tx) => answerItem(tx, person.actor, { course, module, item, version: itemVersion(item) }, facts))
  }
  return person
}
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

test('a question is hard, too easy or has a dead answer only where the figures are sure of it', async () => {
  const item = anItem('single')
  const choose = (option: string): Answer => ({ kind: 'single', option })
  const [right, ...others] = [item.options.find(({ correct }) => correct), ...item.options.filter(({ correct }) => !correct)].map((option) => option?.id ?? '')
  const cases: readonly (readonly [readonly Answer[], readonly string[]])[] = [
    [times(5, choose(others[0] ?? '')), []],
    [times(10, choose(others[0] ?? '')), ['hard', 'wrong_preferred']],
    [times(15, choose(right ?? '')), []],
    [times(20, choose(right ?? '')), ['almost_all_right']],
    [[...times(20, choose(right ?? '')), ...times(20, choose(others[0] ?? ''))], ['dead_distractor']],
  ]
  for (const [answers, codes] of cases) {
    const opened = await open([item])
    await answered(opened, item, answers)
    const [one] = await opened.statistics()
    expect([...new Set(one?.hints.map(({ code }) => code))], `${answers.length}`).toEqual(codes)
  }
})

test('an earlier wording keeps its own count, and the new one begins at nothing', async () => {
  const item = anItem('single')
  const before = await open([item])
  await answered(before, item, [...times(5, answerOf(item, 'right')), ...times(2, wrong(item))])
  const reworded: Item = { ...item, prompt: `${item.prompt} Und warum?` }
  const after = await open([reworded], { db: before.db, revision: 'r2' })
  expect(await after.statistics()).toMatchObject([
    { people: 0, right: null, spreads: [], earlier: [{ since: '2026-01-02', people: 5, right: { about: 5, low: 3, high: 5, of: 5 } }] },
  ])
  await answered(after, reworded, times(5, wrong(reworded)))
  expect(await after.statistics()).toMatchObject([{ people: 5, right: { about: 0 }, earlier: [{ people: 5 }] }])
})

test('an item that changed and changed back goes on counting where it was', async () => {
  const item = anItem('single')
  const opened = await open([item])
  await answered(opened, item, times(5, wrong(item)))
  const other = await open([{ ...item, prompt: 'Anders?' }], { db: opened.db, revision: 'r2' })
  await answered(other, { ...item, prompt: 'Anders?' }, times(1, wrong(item)))
  const again = await open([item], { db: opened.db, revision: 'r3' })
  await answered(again, item, times(5, wrong(item)))
  expect(await again.statistics()).toMatchObject([{ people: 10, earlier: [] }])
})

test('parts of an answer come in tens, everything else in fives; every spread adds up', async () => {
  for (const item of oneOfEachKind()) {
    if (item.kind === 'reflection' || item.kind === 'dialogue') continue
    const opened = await open([item])
    await answered(opened, item, times(5, wrong(item)))
    const hasParts = ['multiple', 'order', 'match', 'gap'].includes(item.kind)
    expect(await opened.statistics(), item.kind).toMatchObject([{ people: 5, part_people: 0 }])
    await answered(opened, item, times(10, answerOf(item, 'right')))
    const [one] = await opened.statistics()
    expect([one?.people, one?.part_people], item.kind).toEqual([15, hasParts ? 10 : 0])
    expect(one?.spreads.some(({ kind }) => kind === 'parts')).toBe(hasParts)
    for (const spread of one?.spreads ?? []) {
      if (spread.kind === 'nodes' || spread.kind === 'parts') continue
      const sums = spread.kind === 'ratings' ? spread.rows.map((row) => row.figures) : [spread.rows.map((row) => row.figure)]
      for (const figures of sums)
        expect(
          figures.reduce((sum, { about }) => sum + about, 0),
          `${item.kind} ${spread.kind}`,
        ).toBe(15)
    }
  }
})

test('closeness to the provisional rating is computed from what is shown, by formula 4', async () => {
  const item = anItem('sjt')
  const opened = await open([item])
  const rate = (rating: number): Answer => ({ kind: 'sjt', ratings: Object.fromEntries(item.options.map(({ id }) => [id, rating])) })
  await answered(opened, item, [...times(10, rate(5)), ...times(10, rate(1))])
  const [one] = await opened.statistics()
  const spread = one?.spreads[0]
  if (spread?.kind !== 'ratings') throw new Error('no ratings')
  for (const row of spread.rows) {
    expect(row.figures.map(({ about }) => about)).toEqual([10, 0, 0, 0, 10])
    const formula = (x: number) => 1 - Math.abs(x - row.authors) / Math.max(row.authors - 1, 5 - row.authors)
    expect(Math.abs(row.closeness - 500 * (formula(1) + formula(5)))).toBeLessThan(1)
  }
  expect(one?.hints.map(({ code }) => code)).toEqual(item.options.map(() => 'far_from_authors'))
})

test('hints about a reflection, which nobody counts, wait for five people who answered something in the course', async () => {
  const [reflection, single] = [anItem('reflection'), anItem('single')]
  const opened = await open([reflection, single])
  const person = await answered(opened, single, times(4, wrong(single)))
  const raise = { reason: 'unclear', comment: '', version: itemVersion(reflection), now: NOW }
  await opened.db.transaction().execute((tx) => raiseFlag(tx, person.actor, { course: opened.course, module: opened.module, item_id: reflection.id }, raise))
  expect(await opened.statistics()).toMatchObject([{ people: null, flags: null }, { people: 0 }])
  await answered(opened, single, times(1, wrong(single)))
  expect(await opened.statistics()).toMatchObject([{ people: null, flags: { counts: [{ reason: 'unclear', people: 1 }], comments: [] } }, { people: 5 }])
})

test('only a trainer gets them, whoever asks', async () => {
  const { db, course } = await open([anItem('single')])
  const catalogue: Catalogue = { courses: [course], glossary: {}, findings: [], keys: {} } as unknown as Catalogue
  for (const role of ['lead', 'hr', 'admin', 'council', 'coordinator'] as const) {
    const other = actorOf({ authority_id: 'a', person_id: 't' }, role) as unknown as typeof trainer
    await expect(listItemStatistics(db, other, { catalogue, course, language: 'de' })).rejects.toThrow(Forbidden)
  }
})
