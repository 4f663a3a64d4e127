import { expect, test } from 'vitest'
import type { ModuleText } from '#app/content/course.ts'
import type { LearnerItem } from '#app/content/items/item.ts'
import { NotFound } from '#app/domain/refusals.ts'
import type { Db } from '#db/types.ts'
import { aCourse, aModule, aReference } from '#tests/support/course.ts'
import { aPerson, freshDb, published } from '#tests/support/database.ts'
import { listOwnFlags } from './queries.server.ts'
import { raiseFlag } from './raise-flag.server.ts'
import { withdrawFlag } from './withdraw-flag.server.ts'

const NOW = '2026-11-20T09:00:00.000Z'
const LATER = '2026-11-21T09:00:00.000Z'

const worded = (version: string): ModuleText => {
  const item: LearnerItem = { kind: 'single', id: 'a', version, minutes: 1, competences: ['K1'], prompt: 'Was gilt?', options: [] }
  return { title: 'Modul', summary: '', sources: [], contents: [], body: [], items: { a: item }, job_aid: null } as unknown as ModuleText
}
const module = aModule('m1', [aReference('a')], { text: { de: worded('de-1'), en: worded('en-1') } })
const course = aCourse([module])
const subject = { course, module, item_id: 'a' }
const place = { course_id: course.id, module_id: module.id, item_id: 'a' }

const start = async () => {
  const db = await freshDb()
  await published(db, course)
  return { db, person: await aPerson(db) }
}
const write = <T>(db: Db, work: (tx: Parameters<Parameters<ReturnType<Db['transaction']>['execute']>[0]>[0]) => Promise<T>) => db.transaction().execute(work)
const facts = (more: Partial<Parameters<typeof raiseFlag>[3]> = {}) => ({ reason: 'unclear', comment: '', version: 'de-1', now: NOW, ...more })

test('a hint is kept once for each reason; sent again, its words are replaced', async () => {
  const { db, person } = await start()
  const raise = (more?: Parameters<typeof facts>[0]) => write(db, (tx) => raiseFlag(tx, person.actor, subject, facts(more)))
  expect(await raise({ comment: ' Zwei passen.\r\n' })).toBe('raised')
  expect(await raise({ comment: 'Drei passen.', now: LATER })).toBe('replaced')
  expect(await raise({ reason: 'outdated' })).toBe('raised')
  expect(await raise({ version: 'en-1' })).toBe('raised')
  expect(await listOwnFlags(db, person.actor, place)).toEqual([
    { ...place, item_version: 'de-1', reason: 'unclear', comment: 'Drei passen.', raised_at: LATER },
    { ...place, item_version: 'de-1', reason: 'outdated', comment: '', raised_at: NOW },
    { ...place, item_version: 'en-1', reason: 'unclear', comment: '', raised_at: NOW },
  ])
})

test('what cannot be a hint is refused by name, and nothing is kept', async () => {
  const { db, person } = await start()
  const raise = (more: Parameters<typeof facts>[0]) => write(db, (tx) => raiseFlag(tx, person.actor, subject, facts(more)))
  expect(await raise({ reason: '' })).toBe('choose_reason')
  expect(await raise({ reason: 'constructor' })).toBe('choose_reason')
  expect(await raise({ comment: 'x'.repeat(1001) })).toBe('comment_too_long')
  expect(await raise({ comment: '😀'.repeat(60_000) })).toBe('comment_too_long')
  expect(await raise({ version: 'de-0' })).toBe('item_changed')
  expect(await raise({ version: '' })).toBe('item_changed')
  await expect(write(db, (tx) => raiseFlag(tx, person.actor, { ...subject, item_id: 'b' }, facts()))).rejects.toThrow(NotFound)
  expect(await listOwnFlags(db, person.actor)).toEqual([])
})

test('thousand emoji and right-to-left words are kept as they are', async () => {
  const { db, person } = await start()
  for (const comment of ['😀'.repeat(1000), 'هذا السؤال غير واضح']) {
    await write(db, (tx) => raiseFlag(tx, person.actor, subject, facts({ comment })))
    expect(await listOwnFlags(db, person.actor)).toMatchObject([{ comment }])
  }
})

test('one takes back only one’s own hint', async () => {
  const { db, person } = await start()
  const colleague = await aPerson(db, { authority_id: person.authority_id, org_unit_id: person.org_unit_id })
  const stranger = await aPerson(db)
  await write(db, (tx) => raiseFlag(tx, person.actor, subject, facts()))
  const take = (who: typeof person, reason = 'unclear', version = 'de-1') => write(db, (tx) => withdrawFlag(tx, who.actor, place, { reason, version }))
  for (const other of [colleague, stranger]) {
    expect(await take(other)).toBe('nothing_there')
    expect(await listOwnFlags(db, other.actor)).toEqual([])
  }
  expect(await take(person, 'outdated')).toBe('nothing_there')
  expect(await take(person, 'unclear', 'en-1')).toBe('nothing_there')
  expect(await listOwnFlags(db, person.actor)).toHaveLength(1)
  expect(await take(person)).toBe('withdrawn')
  expect(await take(person)).toBe('nothing_there')
  expect(await listOwnFlags(db, person.actor)).toEqual([])
})
