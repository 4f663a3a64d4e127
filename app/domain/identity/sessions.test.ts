import { expect, test } from 'vitest'
import { fingerprint, newSecret } from '#app/platform/ids.server.ts'
import { createLimits, memoryStore } from '#app/platform/limits.server.ts'
import { actorOf, aPerson, freshDb } from '#tests/support/database.ts'
import { NotFound } from '../refusals.ts'
import { acceptInvitation } from './accept-invitation.server.ts'
import { changePassword, checkNewPassword } from './change-password.server.ts'
import { createInvitation } from './create-invitation.server.ts'
import { endSession } from './end-session.server.ts'
import { hashPassword } from './password-hash.server.ts'
import { findCredentials, findInvitation, findSession, listSessions } from './queries.server.ts'
import { isOver, sessionExpiry, shifted } from './session.ts'
import { startSession } from './start-session.server.ts'

const NOW = '2026-11-20T09:00:00.000Z'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const setUp = async () => {
  const db = await freshDb()
  const person = await aPerson(db, { email: 'mirjam.kessler@auental.example', roles: ['admin'] })
  const start = (replaces?: string, now = NOW, whom: { authority_id: string; person_id: string } = person) =>
    db.transaction().execute((tx) => startSession(tx, whom, { device: 'Firefox, Linux', replaces, now }))
  return { db, person, start }
}

test('a session is over after 30 idle minutes and after 8 hours in any case', () => {
  const session = { created_at: NOW, last_seen_at: NOW }
  expect(isOver(session, shifted(NOW, 30 * MINUTE - 1))).toBe(false)
  expect(isOver(session, shifted(NOW, 30 * MINUTE))).toBe(true)
  const busy = { created_at: NOW, last_seen_at: shifted(NOW, 8 * HOUR - MINUTE) }
  expect(sessionExpiry(busy)).toBe(shifted(NOW, 8 * HOUR))
  expect(isOver(busy, shifted(NOW, 8 * HOUR))).toBe(true)
})

test('only the fingerprint of the secret is stored', async () => {
  const { db, person, start } = await setUp()
  const secret = await start()
  const rows = await db.selectFrom('session').selectAll().where('authority_id', '=', person.authority_id).execute()
  expect(JSON.stringify(rows)).not.toContain(secret)
  expect(await findSession(db, fingerprint(secret))).toMatchObject({ person_id: person.person_id, roles: ['admin'] })
  expect(await findSession(db, secret)).toBeUndefined()
})

test('signing in again ends the session the browser had, and gives a new secret', async () => {
  const { db, start } = await setUp()
  const first = await start()
  const second = await start(fingerprint(first))
  expect(second).not.toBe(first)
  expect(await findSession(db, fingerprint(first))).toBeUndefined()
  expect(await findSession(db, fingerprint(second))).toBeDefined()
})

test('an expired session is remembered for a day and then forgotten', async () => {
  const { db, start } = await setUp()
  const secret = await start()
  await start(undefined, shifted(NOW, 24 * HOUR))
  expect(await findSession(db, fingerprint(secret))).toBeDefined()
  await start(undefined, shifted(NOW, 24 * HOUR + 31 * MINUTE))
  expect(await findSession(db, fingerprint(secret))).toBeUndefined()
})

test('a session of a deactivated person is nobody', async () => {
  const { db, person, start } = await setUp()
  const secret = await start()
  await db.updateTable('person').set({ deactivated_at: NOW }).where('authority_id', '=', person.authority_id).execute()
  expect(await findSession(db, fingerprint(secret))).toBeUndefined()
})

test('the own sessions can be seen and ended; those of others are not found', async () => {
  const { db, person, start } = await setUp()
  const other = await aPerson(db, { authority_id: person.authority_id, org_unit_id: person.org_unit_id })
  const elsewhere = await aPerson(db)
  await start()
  await start(undefined, NOW, other)
  await start(undefined, NOW, elsewhere)
  await start(undefined, shifted(NOW, -HOUR))
  const own = await listSessions(db, person.actor, { now: NOW })
  expect(own).toHaveLength(1)
  for (const stranger of [other, elsewhere])
    for (const { id } of await listSessions(db, stranger.actor, { now: NOW }))
      await expect(db.transaction().execute((tx) => endSession(tx, person.actor, { id }))).rejects.toThrow(NotFound)
  for (const { id } of own) await db.transaction().execute((tx) => endSession(tx, person.actor, { id }))
  expect(await listSessions(db, person.actor, { now: NOW })).toHaveLength(0)
  expect(await listSessions(db, other.actor, { now: NOW })).toHaveLength(1)
})

test('an invitation sets the password once, within a day, and the newest alone counts', async () => {
  const { db, person } = await setUp()
  const invite = async () => {
    const made = await db.transaction().execute((tx) => createInvitation(tx, actorOf(person, 'admin'), person, { now: NOW }))
    if (made === 'deactivated') throw new Error('not expected')
    return made.token
  }
  const accept = (token: string, now: string) => db.transaction().execute((tx) => acceptInvitation(tx, { token, hash: 'hash' }, { now }))
  const first = await invite()
  const second = await invite()
  expect(JSON.stringify(await db.selectFrom('invitation').selectAll().where('authority_id', '=', person.authority_id).execute())).not.toContain(second)
  expect(await accept(first, NOW)).toBe('gone')
  expect(await accept(second, shifted(NOW, 24 * HOUR))).toBe('gone')
  expect(await findInvitation(db, second, { now: NOW })).toMatchObject({ email: person.email })
  expect(await accept(second, shifted(NOW, 24 * HOUR - 1))).toEqual({ authority_id: person.authority_id, person_id: person.person_id })
  expect(await accept(second, NOW)).toBe('gone')
  expect(await accept(newSecret(), NOW)).toBe('gone')
})

test('nobody invites a person of another authority', async () => {
  const { db, person } = await setUp()
  const elsewhere = await aPerson(db, { roles: ['admin'] })
  await expect(db.transaction().execute((tx) => createInvitation(tx, actorOf(elsewhere, 'admin'), person, { now: NOW }))).rejects.toThrow(NotFound)
})

test('a new password needs the current one, fits the rules, and ends the other sessions', async () => {
  const { db, person, start } = await setUp()
  const limits = createLimits(memoryStore(), () => new Date(NOW), fingerprint)
  await db
    .updateTable('person')
    .set({ password_hash: await hashPassword('regen dach treppe') })
    .where('authority_id', '=', person.authority_id)
    .execute()
  const check = (current: string, next: string) => checkNewPassword(db, limits, person.actor, { current, next })
  expect(await check('falsch', 'wolke haus leiter')).toEqual({ problem: 'wrong_current' })
  expect(await check('regen dach treppe', 'mirjam und der regen')).toEqual({ problem: 'contains_email' })
  const checked = await check('regen dach treppe', 'wolke haus leiter')
  if (!('hash' in checked)) throw new Error('not expected')
  const kept = await start()
  const other = await start()
  const here = await findSession(db, fingerprint(kept))
  await db.transaction().execute((tx) => changePassword(tx, person.actor, checked, { session: here?.id ?? '', now: NOW }))
  expect(await findSession(db, fingerprint(kept))).toBeDefined()
  expect(await findSession(db, fingerprint(other))).toBeUndefined()
  expect((await findCredentials(db, person.email))?.password_hash).toBe(checked.hash)
})
