/** A clock that jumps: sessions end and go on as they should, the ledger keeps its order, and nobody waits for an hour that was already over. */
import { expect, test } from 'vitest'
import { compareWithLedger } from '#app/domain/progress/rebuild.server.ts'
import { paths } from '#app/paths.ts'
import { createLimits, type Limit, memoryStore } from '#app/platform/limits.server.ts'
import { answerFields } from '#tests/support/answer-fields.ts'
import { appOnFile } from '#tests/support/app-on-file.ts'
import { aPerson } from '#tests/support/database.ts'
import { aClock } from '#tests/support/request-context.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const here = appOnFile()

/** Answers as somebody new, who must be able to read all their pages afterwards. */
const answerAsSomebody = async () => {
  const person = await aPerson(here.open.db)
  const cookie = await here.signIn(person)
  const question = here.first('single')
  expect((await here.send(question, answerFields(question.item, 'right') ?? {}, cookie)).status).toBe(303)
  for (const path of here.readable(question)) expect((await here.app.get(path, { cookie })).status, path).toBe(200)
  return { person, cookie, question }
}

const isSound = async () => {
  expect((await compareWithLedger(here.open.db)).differences).toEqual([])
  const seqs = here.open.raw.prepare<[], { seq: number }>('select seq from learning_event order by rowid').all()
  expect(seqs).toEqual([...seqs].sort((a, b) => a.seq - b.seq))
}

test('a day ahead, the session is over, the answer that was typed is kept, and after a new sign-in all goes on', async () => {
  const { cookie, question } = await answerAsSomebody()
  here.time.pass(24 * HOUR)
  expect((await here.app.get(paths.home(), { cookie })).headers.get('location')).toMatch(/^\/sign-in/)
  const late = await here.send(question, answerFields(question.item, 'wrong') ?? {}, cookie)
  expect(late.status).toBe(302)
  expect(late.headers.get('location')).toContain('held-form')
  await answerAsSomebody()
  await isSound()
})

test('an hour back, the session goes on, answers are kept in the order in which they came, and no page counts backwards', async () => {
  const { person, cookie, question } = await answerAsSomebody()
  here.time.pass(-HOUR)
  expect((await here.send(question, answerFields(question.item, 'wrong') ?? {}, cookie)).status).toBe(303)
  const events = here.open.raw
    .prepare<[string], { seq: number; occurred_at: string }>(
      "select seq, occurred_at from learning_event where person_id = ? and type = 'item_answered' order by seq",
    )
    .all(person.person_id)
  expect(events).toHaveLength(2)
  for (const path of [...here.readable(question), paths.sessions()]) {
    const answer = await here.app.get(path, { cookie })
    expect(answer.status, path).toBe(200)
    expect((await answer.text()).replace(/<[^>]*>/g, ' '), path).not.toMatch(/[-−]\d+\s*(?:Sekunde|Minute|Stunde|Tag|Min\.|Std\.)/)
  }
  await isSound()
  here.time.pass(HOUR)
})

test.each([
  ['the hour that is not there in spring', '2027-03-28T00:59:59.900Z'],
  ['the hour that is there twice in autumn', '2027-10-31T00:59:59.900Z'],
  ['the leap day', '2028-02-28T22:59:59.900Z'],
  ['the day after the leap day', '2028-02-29T22:59:59.900Z'],
  ['the turn of the year in Berlin', '2028-12-31T22:59:59.900Z'],
  ['the turn of the year in UTC', '2028-12-31T23:59:59.900Z'],
])('%s is a moment like others', async (_, instant) => {
  here.time.pass(Date.parse(instant) - here.time.clock().getTime())
  const { cookie, question } = await answerAsSomebody()
  here.time.pass(200)
  expect((await here.send(question, answerFields(question.item, 'right') ?? {}, cookie)).status).toBe(303)
  here.time.pass(HOUR / 3)
  for (const path of here.readable(question)) expect((await here.app.get(path, { cookie })).status, path).toBe(200)
  await isSound()
})

const LIMIT: Limit = { name: 'guess', free: 2, window: 15 * MINUTE, first_wait: 2_000, longest_wait: 2 * MINUTE }

test.each([
  ['an hour back', -HOUR],
  ['a day back', -24 * HOUR],
])('%s, nobody waits longer than the limit says, and waiting is enough', async (_, jump) => {
  const time = aClock('2026-11-20T09:00:00.000Z')
  const limits = createLimits(memoryStore(), time.clock, (text) => text)
  for (let attempt = 0; attempt < 3; attempt += 1) {
    time.pass(await limits.attempt(LIMIT, 'mirjam'))
    await limits.attempt(LIMIT, 'mirjam')
  }
  time.pass(jump)
  const wait = await limits.attempt(LIMIT, 'mirjam')
  expect(wait).toBeLessThanOrEqual(LIMIT.longest_wait)
  time.pass(wait)
  expect(await limits.attempt(LIMIT, 'mirjam')).toBe(0)
})

test('a clock that runs ahead and comes back leaves no counter behind that outlives its window', async () => {
  const time = aClock('2026-11-20T09:00:00.000Z')
  const limits = createLimits(memoryStore(), time.clock, (text) => text)
  time.pass(24 * HOUR)
  for (let attempt = 0; attempt < 8; attempt += 1) time.pass(await limits.attempt(LIMIT, 'mirjam'))
  time.pass(-24 * HOUR)
  const wait = await limits.attempt(LIMIT, 'mirjam')
  expect(wait).toBeLessThanOrEqual(LIMIT.longest_wait)
  time.pass(wait)
  expect(await limits.attempt(LIMIT, 'mirjam')).toBe(0)
  time.pass(LIMIT.window + 1)
  expect(await limits.attempt(LIMIT, 'mirjam')).toBe(0)
  expect(await limits.attempt(LIMIT, 'mirjam')).toBe(0)
})
