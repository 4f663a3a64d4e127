import { expect, test } from 'vitest'
import { LONG_AGO, actorOf, anAuthority, anOrgUnit, aPerson, freshDatabase, freshDb } from '#tests/support/database.ts'
import type { Db } from '#db/types.ts'
import { appendAudit } from './append-audit.server.ts'
import type { AuditAct, Look } from './audit.ts'
import { isLookKnown, listOwnTrail } from './queries.server.ts'
import { recordLook } from './record-look.server.ts'

const NOW = '2026-11-22T09:30:00.000Z'
const minutesLater = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

const opened = (person_id: string): Look => ({ verb: 'person_status_viewed', subject_kind: 'person', subject_id: person_id, person_id })
const listed = (unit: string | null, course = 'course-1'): Look => ({
  verb: 'course_list_viewed',
  subject_kind: 'course',
  subject_id: course,
  detail: { unit },
})
const append = (db: Db, actor: { authority_id: string; person_id: string | null }, act: AuditAct, now = NOW) =>
  db.transaction().execute((tx) => appendAudit(tx, actor, act, { now }))

/** An authority with HR and two colleagues in one unit each. */
const anOffice = async (db: Db) => {
  const authority_id = (await anAuthority(db)).id
  const [one, other] = [(await anOrgUnit(db, { authority_id })).id, (await anOrgUnit(db, { authority_id })).id]
  const hr = await aPerson(db, { authority_id, org_unit_id: one, roles: ['hr'], given_name: 'Beate', family_name: 'Tillmann' })
  const mirjam = await aPerson(db, { authority_id, org_unit_id: one })
  const olaf = await aPerson(db, { authority_id, org_unit_id: other })
  return {
    authority_id,
    one,
    other,
    hr,
    mirjam,
    olaf,
    look: (look: Look, now = NOW) => db.transaction().execute((tx) => recordLook(tx, hr.actor, look, { now })),
  }
}

test('numbers count 1, 2, 3 in each authority, also when many write at once', async () => {
  const db = await freshDb()
  const [ours, theirs] = [await anOffice(db), await anOffice(db)]
  const acts = Array.from({ length: 20 }, (_, index) => append(db, index % 2 === 0 ? ours.hr : theirs.hr, listed(null, `course-${index}`)))
  expect((await Promise.all(acts)).sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, index) => [index + 1, index + 1]).flat())
})

test('an act that is rolled back leaves no entry and no gap', async () => {
  const db = await freshDb()
  const { hr, mirjam } = await anOffice(db)
  await append(db, hr, listed(null))
  const failing = db.transaction().execute(async (tx) => {
    await appendAudit(tx, hr, opened(mirjam.person_id), { now: NOW })
    throw new Error('the act itself failed')
  })
  await expect(failing).rejects.toThrow('the act itself failed')
  expect(await append(db, hr, opened(mirjam.person_id))).toBe(2)
})

test('what does not fit its verb, names nobody of the authority or gives no reason is refused', async () => {
  const db = await freshDb()
  const { hr, mirjam } = await anOffice(db)
  const stranger = await aPerson(db)
  const revoked = {
    verb: 'certificate_revoked',
    subject_kind: 'certificate',
    subject_id: 'c',
    person_id: mirjam.person_id,
    detail: { course: 'course-1' },
  } as const
  await expect(append(db, hr, { ...revoked, reason: '  ' })).rejects.toThrow()
  await expect(append(db, hr, { ...revoked } as unknown as AuditAct)).rejects.toThrow()
  await expect(append(db, hr, { ...listed(null), detail: { unit: null, name: 'Kessler' } } as unknown as AuditAct)).rejects.toThrow()
  await expect(append(db, hr, { ...listed(null), verb: 'looked' } as unknown as AuditAct)).rejects.toThrow()
  await expect(append(db, hr, opened(stranger.person_id))).rejects.toThrow(/FOREIGN KEY/)
  expect(await append(db, hr, { ...revoked, reason: 'Doppelt ausgestellt' })).toBe(1)
})

test('no entry can be changed or deleted', async () => {
  const { db, raw } = await freshDatabase()
  const { hr } = await anOffice(db)
  await append(db, hr, listed(null))
  for (const sql of [
    "update audit_entry set verb = 'x'",
    'delete from audit_entry',
    'insert or replace into audit_entry select * from audit_entry',
    'insert into audit_entry select authority_id, number + 2, actor_id, verb, subject_kind, subject_id, person_id, detail, reason, occurred_at, previous_hash, hash from audit_entry',
  ])
    expect(() => raw.exec(sql), sql).toThrow('append-only')
})

test('the same look within an hour is one entry; another unit, course, file or person is another look', async () => {
  const db = await freshDb()
  const { look, one, mirjam, olaf } = await anOffice(db)
  expect(await look(listed(null))).toBe('recorded')
  expect(await look(listed(null), minutesLater(59))).toBe('known')
  expect(await look(listed(null), minutesLater(60))).toBe('recorded')
  expect(await look(listed(one))).toBe('recorded')
  expect(await look(listed(null, 'course-2'))).toBe('recorded')
  expect(await look({ ...listed(null), verb: 'course_list_exported' } as Look)).toBe('recorded')
  expect(await look(opened(mirjam.person_id))).toBe('recorded')
  expect(await look(opened(olaf.person_id))).toBe('recorded')
  expect(await look(opened(olaf.person_id))).toBe('known')
})

test('a clock that was set back hides no look, and one’s own page leaves no trace', async () => {
  const db = await freshDb()
  const { look, hr, mirjam } = await anOffice(db)
  await look(opened(mirjam.person_id), minutesLater(600))
  expect(await look(opened(mirjam.person_id), NOW)).toBe('recorded')
  expect(await look(opened(hr.person_id))).toBe('own')
  expect(await isLookKnown(db, hr.actor, opened(hr.person_id), { now: NOW })).toBe(true)
})

test('another person’s look does not stand for one’s own', async () => {
  const db = await freshDb()
  const { authority_id, look, mirjam } = await anOffice(db)
  await look(opened(mirjam.person_id))
  const colleague = await aPerson(db, { authority_id, roles: ['hr'] })
  expect(await isLookKnown(db, colleague.actor, opened(mirjam.person_id), { now: NOW })).toBe(false)
})

test('a person sees who opened their page and the lists of all units or of their own, the latest first, and nobody else’s', async () => {
  const db = await freshDb()
  const { look, one, other, hr, mirjam, olaf } = await anOffice(db)
  const stranger = await anOffice(db)
  await stranger.look(listed(null))
  await look(opened(mirjam.person_id))
  await look(opened(olaf.person_id), minutesLater(1))
  await look(listed(null), minutesLater(2))
  await look(listed(one), minutesLater(3))
  await look(listed(other), minutesLater(4))
  await append(
    db,
    { authority_id: hr.authority_id, person_id: null },
    {
      verb: 'certificate_revoked',
      subject_kind: 'certificate',
      subject_id: 'c',
      person_id: mirjam.person_id,
      detail: { course: 'course-1' },
      reason: 'Versehen',
    },
    minutesLater(5),
  )
  const trail = await listOwnTrail(db, mirjam.actor, { now: minutesLater(10), page: 1 })
  expect(
    trail.entries.map(({ number, actor, act }) => [number, actor?.family_name, act?.verb, act?.verb === 'course_list_viewed' ? act.detail.unit : undefined]),
  ).toEqual([
    [6, undefined, 'certificate_revoked', undefined],
    [4, 'Tillmann', 'course_list_viewed', one],
    [3, 'Tillmann', 'course_list_viewed', null],
    [1, 'Tillmann', 'person_status_viewed', undefined],
  ])
  expect(trail).toMatchObject({ total: 4, page: 1, pages: 1 })
  expect((await listOwnTrail(db, olaf.actor, { now: minutesLater(10), page: 1 })).entries.map(({ number }) => number)).toEqual([5, 3, 2])
  expect((await listOwnTrail(db, hr.actor, { now: minutesLater(10), page: 1 })).total, 'one’s own looks are not "others"').toBe(0)
})

test('the page goes back twelve months and no further, page by page', async () => {
  const db = await freshDb()
  const { look, mirjam } = await anOffice(db)
  await look(opened(mirjam.person_id), '2025-11-21T23:59:59.999Z')
  for (let index = 0; index < 41; index++)
    await look(opened(mirjam.person_id), new Date(Date.parse('2026-01-03T08:00:00.000Z') + index * 7_200_000).toISOString())
  const [first, second, beyond] = [1, 2, 99].map((page) => listOwnTrail(db, mirjam.actor, { now: NOW, page }))
  expect(await first).toMatchObject({ total: 41, page: 1, pages: 3 })
  expect((await first)?.entries).toHaveLength(20)
  expect((await second)?.entries[0]?.number).toBe(22)
  expect(await beyond).toMatchObject({ page: 3 })
  expect((await beyond)?.entries.map(({ number }) => number)).toEqual([2])
})

test('a list that was looked at before the account existed does not concern the person', async () => {
  const db = await freshDb()
  const { look, mirjam } = await anOffice(db)
  await look(listed(null), '2026-01-01T08:00:00.000Z')
  expect(LONG_AGO > '2026-01-01T08:00:00.000Z').toBe(true)
  expect((await listOwnTrail(db, mirjam.actor, { now: NOW, page: 1 })).total).toBe(0)
})

test('an act that this program does not know is shown all the same', async () => {
  const { db, raw } = await freshDatabase()
  const { look, mirjam } = await anOffice(db)
  await look(opened(mirjam.person_id))
  raw.exec('drop trigger audit_entry_is_never_changed')
  raw.exec("update audit_entry set verb = 'something_later'")
  expect((await listOwnTrail(db, actorOf(mirjam), { now: NOW, page: 1 })).entries).toMatchObject([{ act: null, actor: { family_name: 'Tillmann' } }])
})
