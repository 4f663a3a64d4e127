import { beforeEach, expect, test } from 'vitest'
import { NotFound } from '#app/domain/refusals.ts'
import { aCourse, aModule, aReference } from '#tests/support/course.ts'
import { aPerson, actorOf, freshDb, published } from '#tests/support/database.ts'
import { acrossAuthorities } from '#db/scope-plugin.ts'
import type { Db } from '#db/types.ts'
import { issueCertificate } from './issue-certificate.server.ts'
import { getOwnCertificate, listCertificatesOf, listOwnCertificates } from './queries.server.ts'
import { reissueCertificate } from './reissue-certificate.server.ts'
import { revokeCertificate } from './revoke-certificate.server.ts'

const ON = { completed_on: '2026-11-20', now: '2026-11-20T10:00:00.000Z' }
const LATER = '2026-12-01T08:00:00.000Z'
const course = aCourse([aModule('m1', [aReference('i1')])], { valid_months: 36 })

let db: Db
let mirjam: Awaited<ReturnType<typeof aPerson>>
let hr: Awaited<ReturnType<typeof aPerson>>

beforeEach(async () => {
  db = await freshDb()
  await published(db, course)
  mirjam = await aPerson(db, { given_name: 'Mirjam', family_name: 'Kessler' })
  hr = await aPerson(db, { authority_id: mirjam.authority_id, roles: ['hr'] })
})

const issue = (actor = mirjam.actor, of = course) => db.transaction().execute((tx) => issueCertificate(tx, actor, of, ON))
const reissue = (id: string, actor = mirjam.actor) => db.transaction().execute((tx) => reissueCertificate(tx, actor, id, { now: LATER }))
const revoke = (id: string, actor = actorOf(hr, 'hr'), reason = 'Doppelt gebucht') =>
  db.transaction().execute((tx) => revokeCertificate(tx, actor, id, { reason, now: LATER }))
const rename = (family_name: string) =>
  db.updateTable('person').set({ family_name }).where('person.authority_id', '=', mirjam.authority_id).where('person.id', '=', mirjam.person_id).execute()
const trail = () => acrossAuthorities(db, 'audit check').selectFrom('audit_entry').selectAll().orderBy('number').execute()

test('a certificate says who, what and until when, as it was on that day', async () => {
  const { certificate, outcome } = await issue()
  expect(outcome).toBe('issued')
  await rename('Weber')
  expect(await getOwnCertificate(db, mirjam.actor, certificate)).toMatchObject({
    holder_name: 'Mirjam Kessler',
    completed_on: '2026-11-20',
    valid_until: '2029-11-20',
    issued_at: ON.now,
    replaced: false,
  })
})

test('a course without a time of validity never expires', async () => {
  const unlimited = aCourse([], { id: 'course-2' })
  await published(db, unlimited)
  const { certificate } = await issue(mirjam.actor, unlimited)
  expect((await getOwnCertificate(db, mirjam.actor, certificate)).valid_until).toBeNull()
})

test('there is one certificate for a person and a course, however often it is asked for', async () => {
  const first = await issue()
  expect(await issue()).toEqual({ certificate: first.certificate, outcome: 'issued_before' })
  const newer = aCourse(course.modules, { revision: 'course-1-revision-2' })
  await published(db, newer)
  expect(await issue(mirjam.actor, newer)).toEqual({ certificate: first.certificate, outcome: 'issued_before' })
  expect(await listOwnCertificates(db, mirjam.actor)).toHaveLength(1)
})

test('after a change of name a new paper stands for the old, which stays and says so', async () => {
  const { certificate: old } = await issue()
  expect(await reissue(old)).toBe('name_unchanged')
  await rename('Weber')
  const made = await reissue(old)
  if (typeof made === 'string') throw new Error(made)
  expect(await getOwnCertificate(db, mirjam.actor, made.certificate)).toMatchObject({
    holder_name: 'Mirjam Weber',
    completed_on: '2026-11-20',
    valid_until: '2029-11-20',
    issued_at: LATER,
    replaces_id: old,
    replaced: false,
  })
  const before = await getOwnCertificate(db, mirjam.actor, old)
  expect(before).toMatchObject({ holder_name: 'Mirjam Kessler', replaced: true, replaced_by: made.certificate })
  expect((await getOwnCertificate(db, mirjam.actor, made.certificate)).code).not.toBe(before.code)
  expect(await issue()).toEqual({ certificate: made.certificate, outcome: 'issued_before' })
})

test('a double click makes one new paper', async () => {
  const { certificate: old } = await issue()
  await rename('Weber')
  const [one, other] = await Promise.all([reissue(old), reissue(old)])
  expect(one).toEqual(other)
  expect(await listOwnCertificates(db, mirjam.actor)).toHaveLength(2)
})

test('after a second change of name the newest paper is to be replaced, not the oldest', async () => {
  const { certificate: old } = await issue()
  await rename('Weber')
  const second = await reissue(old)
  await rename('Kessler')
  expect(await reissue(old)).toBe('replaced')
  if (typeof second === 'string') throw new Error(second)
  const third = await reissue(second.certificate)
  expect(typeof third).toBe('object')
  expect((await listOwnCertificates(db, mirjam.actor)).map(({ holder_name }) => holder_name)).toContain('Mirjam Weber')
})

test('revoking holds for every paper of the same completion, keeps the reason, and stands in the trail once', async () => {
  const { certificate: old } = await issue()
  await rename('Weber')
  const made = await reissue(old)
  if (typeof made === 'string') throw new Error(made)
  expect(await revoke(made.certificate)).toEqual({ person_id: mirjam.person_id, outcome: 'revoked' })
  expect(await revoke(made.certificate, actorOf(hr, 'hr'), 'Ein anderer Grund')).toEqual({ person_id: mirjam.person_id, outcome: 'revoked_before' })
  for (const one of await listOwnCertificates(db, mirjam.actor)) expect(one).toMatchObject({ revoked_at: LATER, revoked_reason: 'Doppelt gebucht' })
  expect(await trail()).toMatchObject([
    { verb: 'certificate_revoked', subject_id: made.certificate, person_id: mirjam.person_id, actor_id: hr.person_id, reason: 'Doppelt gebucht' },
  ])
  await rename('Kessler-Weber')
  expect(await reissue(made.certificate)).toBe('revoked')
  expect(await issue()).toMatchObject({ outcome: 'issued_before' })
})

test("nobody sees, replaces or revokes another authority's certificate, and learners only their own", async () => {
  const { certificate } = await issue()
  const neighbour = await aPerson(db, { authority_id: mirjam.authority_id })
  const stranger = await aPerson(db, { roles: ['hr'] })
  await expect(getOwnCertificate(db, neighbour.actor, certificate)).rejects.toThrow(NotFound)
  await expect(reissue(certificate, neighbour.actor)).rejects.toThrow(NotFound)
  await expect(revoke(certificate, actorOf(stranger, 'hr'))).rejects.toThrow(NotFound)
  expect(await listCertificatesOf(db, actorOf(stranger, 'hr'), mirjam.person_id)).toEqual([])
  expect(await listOwnCertificates(db, neighbour.actor)).toEqual([])
  expect(await trail()).toEqual([])
})

test('HR sees dates and state of the paper in force, and no code', async () => {
  const { certificate: old } = await issue()
  await rename('Weber')
  await reissue(old)
  const seen = await listCertificatesOf(db, actorOf(hr, 'hr'), mirjam.person_id)
  expect(seen).toMatchObject([{ course_id: course.id, completed_on: '2026-11-20', valid_until: '2029-11-20', revoked_at: null, replaced: false }])
  const codes = (await listOwnCertificates(db, mirjam.actor)).map(({ code }) => code)
  for (const code of codes) expect(JSON.stringify(seen)).not.toContain(code)
})
