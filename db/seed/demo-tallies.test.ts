import { expect, test } from 'vitest'
import { aCatalogue, aCourse, aModule, aReference } from '#tests/support/course.ts'
import { freshDb, published } from '#tests/support/database.ts'
import { acrossAuthorities } from '../scope-plugin.ts'
import { seedDemo } from './seed-demo.server.ts'

test('the demo counts every person once for each item, in groups, and carries a few hints', async () => {
  const db = await freshDb()
  const catalogue = aCatalogue(
    aCourse([aModule('m1', [aReference('a'), aReference('b')])], { core_for: ['front_desk', 'case_work', 'team_lead', 'head', 'trainee'] }),
  )
  await published(db, ...catalogue.courses)
  await seedDemo(db, catalogue, { now: '2026-11-22T20:00:00.000Z' })
  const all = acrossAuthorities(db, 'seed')
  const tallies = await db.selectFrom('item_tally').selectAll().orderBy('item_id').execute()
  expect(tallies.map(({ item_id, part }) => [item_id, part])).toEqual([
    ['a', 'whole'],
    ['b', 'whole'],
  ])
  for (const { item_id, people, waiting, cells } of tallies) {
    const answered = await all.selectFrom('item_state').select('person_id').where('item_id', '=', item_id).execute()
    expect(people + waiting).toBe(answered.length)
    expect(people).toBeGreaterThan(20)
    const counts = JSON.parse(cells) as Record<string, number>
    expect((counts['right'] ?? 0) + (counts['wrong'] ?? 0)).toBe(people)
    expect(counts['#right']).toBe(counts['right'])
  }
  expect(await all.selectFrom('item_flag').select('reason').orderBy('id').execute()).toEqual([
    { reason: 'unclear' },
    { reason: 'unclear' },
    { reason: 'outdated' },
  ])
})
