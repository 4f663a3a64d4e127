import { expect, test } from 'vitest'
import { databaseStore } from './limit-store.server.ts'
import { aClock } from '#tests/support/request-context.ts'
import { freshDb } from '#tests/support/database.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import { createLimits, type Limit, memoryStore } from '#app/platform/limits.server.ts'

const LIMIT: Limit = { name: 'test', free: 3, window: 60_000, first_wait: 1000, longest_wait: 8000 }

const stores = { memory: async () => memoryStore(), database: async () => databaseStore(await freshDb()) }

for (const [kind, open] of Object.entries(stores)) {
  test(`after the free attempts waiting doubles up to the cap, and waiting is enough (${kind})`, async () => {
    const { clock, pass } = aClock('2026-11-20T09:00:00.000Z')
    const limits = createLimits(await open(), clock, fingerprint)
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await limits.attempt(LIMIT, 'a')).toBe(0)
    for (const wait of [1000, 2000, 4000, 8000, 8000]) {
      expect(await limits.attempt(LIMIT, 'a')).toBe(wait)
      pass(wait - 1)
      expect(await limits.attempt(LIMIT, 'a')).toBe(1)
      pass(1)
      expect(await limits.attempt(LIMIT, 'a')).toBe(0)
    }
    expect(await limits.attempt(LIMIT, 'b')).toBe(0)
  })

  test(`a counter is forgotten after the window, and can be forgiven (${kind})`, async () => {
    const { clock, pass } = aClock('2026-11-20T09:00:00.000Z')
    const limits = createLimits(await open(), clock, fingerprint)
    const exhaust = async () => {
      while ((await limits.attempt(LIMIT, 'a')) === 0);
    }
    await exhaust()
    pass(60_000)
    expect(await limits.attempt(LIMIT, 'a')).toBe(0)
    await exhaust()
    await limits.forgive(LIMIT, 'a', 'one')
    expect(await limits.attempt(LIMIT, 'a')).toBe(0)
    expect(await limits.attempt(LIMIT, 'a')).toBeGreaterThan(0)
    await limits.forgive(LIMIT, 'a', 'all')
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await limits.attempt(LIMIT, 'a')).toBe(0)
  })
}

test('a restart keeps the counters, nothing in them says who it is about, and old ones are cleared away', async () => {
  const db = await freshDb()
  const { clock, pass } = aClock('2026-11-20T09:00:00.000Z')
  for (let attempt = 0; attempt < 3; attempt += 1) await createLimits(databaseStore(db), clock, fingerprint).attempt(LIMIT, 'mirjam@auental.example')
  expect(await createLimits(databaseStore(db), clock, fingerprint).attempt(LIMIT, 'mirjam@auental.example')).toBe(1000)
  expect(JSON.stringify(await db.selectFrom('rate_limit').selectAll().execute())).not.toContain('mirjam')
  pass(60_001)
  await createLimits(databaseStore(db), clock, fingerprint).attempt(LIMIT, 'somebody else')
  expect(await db.selectFrom('rate_limit').selectAll().execute()).toHaveLength(1)
})

test('guesses that arrive together are counted one by one', async () => {
  const { clock } = aClock('2026-11-20T09:00:00.000Z')
  const limits = createLimits(databaseStore(await freshDb()), clock, fingerprint)
  const waits = await Promise.all(Array.from({ length: 20 }, () => limits.attempt(LIMIT, 'a')))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3)
})
