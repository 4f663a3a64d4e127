import { beforeEach, expect, test } from 'vitest'
import { findOwnCertificate, listOwnCertificates } from '#app/domain/certificate/queries.server.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { aCourse, aModule } from '#tests/support/course.ts'
import { aPerson, freshDatabase, published } from '#tests/support/database.ts'
import type { OpenDatabase } from '#db/client.server.ts'
import type { Db } from '#db/types.ts'
import { certifyCompletion } from './certify-completion.server.ts'
import { completeModule } from './complete-module.server.ts'
import { listUncertified } from './uncertified.server.ts'

const NOW = '2026-10-24T22:30:00.000Z'
const module = aModule('m1', [])
const course = aCourse([module], { valid_months: 12 })

let db: Db
let raw: OpenDatabase['raw']
let actor: Awaited<ReturnType<typeof aPerson>>['actor']

beforeEach(async () => {
  const open = await freshDatabase()
  db = open.db
  raw = open.raw
  await published(db, course)
  actor = (await aPerson(db)).actor
})

const complete = (event_id = 'event-0001') => db.transaction().execute((tx) => completeModule(tx, actor, { course, module }, { event_id, now: NOW }))
const certify = (of = course.slug) => db.transaction().execute((tx) => certifyCompletion(tx, actor, of, { now: '2026-12-01T09:00:00.000Z' }))
/** As it was before completions brought their certificate. */
const withoutCertificate = () => db.deleteFrom('certificate').where('certificate.authority_id', '=', actor.authority_id).execute()

test('the completion of a course brings its certificate, dated on the day it was in Berlin', async () => {
  expect(await complete()).toEqual({ outcome: 'course_completed' })
  await complete('event-0002')
  expect(await listOwnCertificates(db, actor)).toMatchObject([{ course_id: course.id, completed_on: '2026-10-25', valid_until: '2027-10-25', issued_at: NOW }])
  expect(await listUncertified(db, actor)).toEqual([])
})

test('where the certificate cannot be issued the completion does not happen either', async () => {
  raw.exec("create trigger no_paper before insert on certificate begin select raise(abort, 'no paper'); end")
  await expect(complete()).rejects.toThrow('no paper')
  expect(await db.selectFrom('learning_event').selectAll().where('authority_id', '=', actor.authority_id).execute()).toEqual([])
  raw.exec('drop trigger no_paper')
  expect(await complete()).toEqual({ outcome: 'course_completed' })
})

test('an older completion is certified as it was: its day and its revision, even after a newer one and after the course has moved', async () => {
  await complete()
  await withoutCertificate()
  const newer = aCourse([module, aModule('m2', [])], { revision: 'course-1-revision-2', minutes: 99 })
  await published(db, newer)
  await db.updateTable('course').set({ slug: 'umgezogen' }).where('id', '=', course.id).execute()
  expect(await listUncertified(db, actor)).toMatchObject([{ course_id: course.id, completed_at: NOW }])
  const made = await certify('umgezogen')
  expect(made).toEqual(await certify(course.id))
  expect(await findOwnCertificate(db, actor, course.id)).toMatchObject({
    completed_on: '2026-10-25',
    valid_until: '2027-10-25',
    issued_at: '2026-12-01T09:00:00.000Z',
    content: { minutes: 10, revision: 'course-1' },
  })
})

test('there is no certificate without a completion, and none for a course that never was', async () => {
  expect(await certify()).toBe('not_completed')
  await expect(certify('gibt-es-nicht')).rejects.toThrow(NotFound)
  const other = await aPerson(db)
  await complete()
  expect(await db.transaction().execute((tx) => certifyCompletion(tx, other.actor, course.id, { now: NOW }))).toBe('not_completed')
})
