import { beforeEach, expect, test } from 'vitest'
import { fingerprint } from '#app/platform/ids.server.ts'
import { createLimits, type Limits, memoryStore } from '#app/platform/limits.server.ts'
import { newCode } from '#app/platform/ids.server.ts'
import { aCourse } from '#tests/support/course.ts'
import { aPerson, freshDatabase, published } from '#tests/support/database.ts'
import { aClock } from '#tests/support/request-context.ts'
import type { Db } from '#db/types.ts'
import { issueCertificate } from './issue-certificate.server.ts'
import { getOwnCertificate } from './queries.server.ts'
import { verifyCode } from './verify-code.server.ts'

const NOW = '2026-11-20T10:00:00.000Z'

let db: Db
let statements: () => readonly string[]
let limits: Limits
let time: ReturnType<typeof aClock>
let code: string

beforeEach(async () => {
  const open = await freshDatabase()
  db = open.db
  const seen: string[] = []
  const prepare = open.raw.prepare.bind(open.raw)
  open.raw.prepare = ((sql: string) => {
    const statement = prepare(sql)
    const all = statement.all.bind(statement)
    statement.all = (...parameters: unknown[]) => {
      seen.push(sql)
      return all(...parameters)
    }
    return statement
  }) as typeof open.raw.prepare
  statements = () => seen
  time = aClock(NOW)
  limits = createLimits(memoryStore(), time.clock, fingerprint)
  const course = aCourse([])
  await published(db, course)
  const { actor } = await aPerson(db)
  const { certificate } = await db.transaction().execute((tx) => issueCertificate(tx, actor, course, { completed_on: '2026-11-20', now: NOW }))
  code = (await getOwnCertificate(db, actor, certificate)).code
})

const ask = (typed: string, address = 'one') => verifyCode(db, limits, { typed, address })

test('a code leads to its paper, however it is typed', async () => {
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'O')])
    expect(await ask(typed)).toMatchObject({ paper: { code } })
})

test('the answer says nothing that does not stand on the paper', async () => {
  const answer = await ask(code)
  if (typeof answer === 'string' || 'wait' in answer) throw new Error('not found')
  expect(Object.keys(answer.paper).sort()).toEqual([
    'authority_name',
    'code',
    'completed_on',
    'holder_name',
    'minutes',
    'replaced',
    'revoked_at',
    'titles',
    'valid_until',
  ])
})

test.each([['0000-0000-0000'], [''], ["7KQ4' or '1'='1"], ['🙂'.repeat(12)], ['7'.repeat(10_000)], ['%00'], ['__proto__'], ['*']])(
  '%j leads nowhere',
  async (typed) => {
    expect(await ask(typed)).toBe('unknown')
  },
)

test('found, not found and not even a code are the same work: one statement, the same', async () => {
  const near = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
  const work: (readonly string[])[] = []
  for (const typed of [code, near, '0000-0000-0000', 'nothing of the kind', '', '7'.repeat(10_000)]) {
    const before = statements().length
    await ask(typed)
    work.push(statements().slice(before))
  }
  expect(work[0]).toHaveLength(1)
  expect(work[0]?.[0]).toContain('"c"."code_hash" = ?')
  for (const one of work) expect(one).toEqual(work[0])
})

test('ten thousand guesses from one address find nothing, end in refusals, and keep nobody else from an answer', async () => {
  let refused = 0
  for (let guess = 0; guess < 10_000; guess += 1) {
    const answer = await ask(newCode())
    expect(answer === 'unknown' || (typeof answer === 'object' && 'wait' in answer)).toBe(true)
    if (answer !== 'unknown') refused += 1
  }
  expect(refused).toBe(10_000 - 30)
  expect(await ask(code)).toHaveProperty('wait')
  expect(await ask(code, 'another')).toMatchObject({ paper: { code } })
  time.pass(60_000)
  expect(await ask(code)).toMatchObject({ paper: { code } })
})

test('guesses from many addresses are slowed down all together, and a second later an answer is to be had', async () => {
  const answers = await Promise.all(Array.from({ length: 2000 }, (_, index) => ask(newCode(), `address ${index}`)))
  expect(answers.filter((answer) => answer === 'unknown')).toHaveLength(300)
  expect(await ask(code, 'somebody')).toHaveProperty('wait')
  time.pass(1000)
  expect(await ask(code, 'somebody')).toMatchObject({ paper: { code } })
})

test('whoever checks many papers is not slowed down', async () => {
  for (let paper = 0; paper < 400; paper += 1) expect(await ask(code)).toHaveProperty('paper')
})
