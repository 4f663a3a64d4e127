import { expect, test } from 'vitest'
import type { Db } from '#db/types.ts'
import { aCertificate } from '#tests/support/completions.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDb, published } from '#tests/support/database.ts'
import { certificateListQuery } from './certificate-list.ts'
import { countExpiring, listCertificatePage, listCertificates } from './certificate-list.server.ts'

const facts = { course: '', today: '2026-11-23' }
const ask = (query: Record<string, string> = {}) => certificateListQuery.parse(query)

/** One person for each last day, named after it. */
const anOffice = async (db: Db, days: readonly (string | null)[]) => {
  const authority_id = (await anAuthority(db)).id
  const unit = (await anOrgUnit(db, { authority_id })).id
  await published(db, aCourse([]), aCourse([], { id: 'course-2', number: 2 }))
  for (const day of days) {
    const person = await aPerson(db, { authority_id, org_unit_id: unit, family_name: day ?? 'unlimited' })
    await aCertificate(db, person, { course_id: 'course-1', valid_until: day })
  }
  return { authority_id, unit, actor: actorOf({ authority_id, person_id: 'hr' }, 'hr') }
}

const DAYS = ['2026-11-22', '2026-11-23', '2026-12-23', '2026-12-24', '2027-01-22', '2027-01-23', '2027-02-21', '2027-02-22', null]

test('windows begin today, include their last day and contain one another', async () => {
  const db = await freshDb()
  const { actor } = await anOffice(db, DAYS)
  expect(await countExpiring(db, actor, facts)).toEqual({ expired: 1, in_30: 2, in_60: 4, in_90: 6 })
  for (const [within, count] of [
    ['expired', 1],
    ['30', 2],
    ['60', 4],
    ['90', 6],
    ['', 9],
  ] as const) {
    expect((await listCertificatePage(db, actor, ask({ within }), facts)).certificates, within).toBe(count)
  }
})

test('the next to run out comes first; what never does stands last in both directions', async () => {
  const db = await freshDb()
  const { actor } = await anOffice(db, ['2027-02-22', null, '2026-11-22', '2026-11-23'])
  const found = async (sort: string) => (await listCertificates(db, actor, ask({ sort }), facts)).map(({ valid_until, days_left }) => [valid_until, days_left])
  expect(await found('valid')).toEqual([
    ['2026-11-22', -1],
    ['2026-11-23', 0],
    ['2027-02-22', 91],
    [null, null],
  ])
  expect((await found('-valid')).map(([day]) => day)).toEqual(['2027-02-22', '2026-11-23', '2026-11-22', null])
})

test('one certificate for each person and course: the latest that was not revoked', async () => {
  const db = await freshDb()
  const { actor, authority_id, unit } = await anOffice(db, [])
  const person = await aPerson(db, { authority_id, org_unit_id: unit })
  const first = await aCertificate(db, person, { course_id: 'course-1', valid_until: '2026-12-01' })
  const second = await aCertificate(db, person, { course_id: 'course-1', valid_until: '2026-12-01', replaces_id: first })
  expect((await listCertificates(db, actor, ask(), facts)).map(({ id }) => id)).toEqual([second])
  const renewed = await aCertificate(db, person, { course_id: 'course-1', cycle: 2, valid_until: '2029-12-01' })
  expect((await listCertificates(db, actor, ask(), facts)).map(({ id }) => id)).toEqual([renewed])
  expect(await countExpiring(db, actor, facts)).toMatchObject({ in_30: 0 })
  await db
    .updateTable('certificate')
    .set({ revoked_at: '2026-11-20T10:00:00.000Z', revoked_reason: 'Irrtum' })
    .where('authority_id', '=', authority_id)
    .where('id', '=', renewed)
    .execute()
  expect((await listCertificates(db, actor, ask(), facts)).map(({ id }) => id)).toEqual([second])
})

test('who has left and who belongs to another authority is neither listed nor counted', async () => {
  const db = await freshDb()
  const { actor, authority_id, unit } = await anOffice(db, ['2026-12-01'])
  const gone = await aPerson(db, { authority_id, org_unit_id: unit, deactivated_at: '2026-10-01T08:00:00.000Z' })
  await aCertificate(db, gone, { course_id: 'course-1', valid_until: '2026-12-01' })
  const stranger = await aPerson(db)
  await aCertificate(db, stranger, { course_id: 'course-1', valid_until: '2026-12-01' })
  expect((await listCertificatePage(db, actor, ask(), facts)).certificates).toBe(1)
  expect((await countExpiring(db, actor, facts)).in_30).toBe(1)
  expect(await listCertificates(db, actor, ask({ unit: stranger.org_unit_id }), facts)).toEqual([])
})

test('pages of fifty make up the whole list, in every order', async () => {
  const db = await freshDb()
  const { actor } = await anOffice(
    db,
    Array.from({ length: 60 }, (_, index) => (index % 7 === 0 ? null : `2027-01-${String(1 + (index % 9)).padStart(2, '0')}`)),
  )
  for (const sort of ['valid', '-valid', 'name', '-name', 'unit', 'course', '-course']) {
    const pages = []
    for (const page of ['1', '2']) pages.push(...(await listCertificatePage(db, actor, ask({ sort, page }), facts)).rows)
    expect(pages, sort).toEqual(await listCertificates(db, actor, ask({ sort }), facts))
    expect(new Set(pages.map(({ id }) => id)).size).toBe(60)
  }
})
