import { expect, test } from 'vitest'
import type { Db } from '#db/types.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDb } from '#tests/support/database.ts'
import { findSession } from '../identity/queries.server.ts'
import { startSession } from '../identity/start-session.server.ts'
import { NotFound } from '../refusals.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import { changePerson } from './change-person.server.ts'
import { createPerson } from './create-person.server.ts'
import { deactivatePerson } from './deactivate-person.server.ts'
import { getAccount, getPerson, listOrgUnits, listPeople } from './queries.server.ts'
import { reactivatePerson } from './reactivate-person.server.ts'

const NOW = '2026-11-20T09:00:00.000Z'
const FACTS = { given_name: 'Elif', family_name: 'Aydın', role_profile: 'trainee', roles: [] } as const

const setUp = async () => {
  const db = await freshDb()
  const authority_id = (await anAuthority(db)).id
  const unit = await anOrgUnit(db, { authority_id, name: 'Aufenthalt A–K' })
  const admin = await aPerson(db, { authority_id, org_unit_id: unit.id, roles: ['admin'], password_hash: 'set', family_name: 'Zander' })
  return { db, authority_id, unit, admin: { ...admin, actor: actorOf(admin, 'admin') } }
}
const write = <T>(db: Db, work: Parameters<ReturnType<Db['transaction']>['execute']>[0]) => db.transaction().execute(work) as Promise<T>

test('a new person belongs to the authority of the administrator and has no password yet', async () => {
  const { db, authority_id, unit, admin } = await setUp()
  const made = await write<{ person_id: string }>(db, (tx) =>
    createPerson(tx, admin.actor, { ...FACTS, roles: ['hr', 'hr'], org_unit_id: unit.id, email: ' Elif.Aydin@auental.example ', now: NOW }),
  )
  expect(await getAccount(db, admin.actor, made.person_id, { now: NOW })).toMatchObject({
    email: 'Elif.Aydin@auental.example',
    org_unit: 'Aufenthalt A–K',
    roles: ['hr'],
    status: 'new',
  })
  const row = await db.selectFrom('person').select('email_norm').where('authority_id', '=', authority_id).where('id', '=', made.person_id).executeTakeFirst()
  expect(row?.email_norm).toBe('elif.aydin@auental.example')
})

test('an address that is used anywhere cannot be used again', async () => {
  const { db, unit, admin } = await setUp()
  await aPerson(db, { email: 'elif.aydin@auental.example' })
  expect(await write(db, (tx) => createPerson(tx, admin.actor, { ...FACTS, org_unit_id: unit.id, email: 'ELIF.aydin@auental.example', now: NOW }))).toBe(
    'email_taken',
  )
})

test('the last person who can administer keeps the role and the account', async () => {
  const { db, authority_id, unit, admin } = await setUp()
  const without = { ...FACTS, org_unit_id: unit.id, now: NOW }
  const invited = await aPerson(db, { authority_id, org_unit_id: unit.id, roles: ['admin'], password_hash: null })
  expect(await write(db, (tx) => changePerson(tx, admin.actor, admin, without))).toBe('last_admin')
  expect(await write(db, (tx) => deactivatePerson(tx, admin.actor, admin, { now: NOW }))).toBe('last_admin')
  expect((await getPerson(db, admin.actor, admin.person_id)).roles).toEqual(['admin'])
  const second = await aPerson(db, { authority_id, org_unit_id: unit.id, roles: ['admin'], password_hash: 'set' })
  expect(await write(db, (tx) => deactivatePerson(tx, admin.actor, admin, { now: NOW }))).toBe('self')
  expect(await write(db, (tx) => deactivatePerson(tx, admin.actor, invited, { now: NOW }))).toBe('done')
  expect(await write(db, (tx) => changePerson(tx, actorOf(second, 'admin'), admin, without))).toBe('done')
  expect((await getPerson(db, admin.actor, admin.person_id)).roles).toEqual([])
})

test('a changed person has exactly the roles given, and keeps those that are not given out here', async () => {
  const { db, authority_id, unit, admin } = await setUp()
  const person = await aPerson(db, { authority_id, org_unit_id: unit.id, roles: ['trainer', 'coordinator'] })
  await write(db, (tx) => changePerson(tx, admin.actor, person, { ...FACTS, roles: ['hr', 'council'], org_unit_id: unit.id, now: NOW }))
  const changed = await getPerson(db, admin.actor, person.person_id)
  expect([...changed.roles].sort()).toEqual(['coordinator', 'council', 'hr'])
  expect(changed).toMatchObject({ given_name: 'Elif', family_name: 'Aydın', role_profile: 'trainee' })
})

test('a closed account is signed out at once, and opens again with its data', async () => {
  const { db, authority_id, unit, admin } = await setUp()
  const person = await aPerson(db, { authority_id, org_unit_id: unit.id, password_hash: 'set' })
  const secret = await write<string>(db, (tx) => startSession(tx, person, { device: '', replaces: undefined, now: NOW }))
  expect(await write(db, (tx) => deactivatePerson(tx, admin.actor, person, { now: NOW }))).toBe('done')
  expect((await getAccount(db, admin.actor, person.person_id, { now: NOW })).status).toBe('deactivated')
  await write(db, (tx) => reactivatePerson(tx, admin.actor, person, { now: NOW }))
  expect((await getAccount(db, admin.actor, person.person_id, { now: NOW })).status).toBe('active')
  expect(await findSession(db, fingerprint(secret))).toBeUndefined()
})

test('people are found by parts of their names without regard to accents, in German order, page by page', async () => {
  const { db, authority_id, unit, admin } = await setUp()
  for (const family_name of ['Ötztal', 'Özdemir', 'Oberst', 'Weiß', 'Müller']) await aPerson(db, { authority_id, org_unit_id: unit.id, family_name })
  await aPerson(db, { family_name: 'Müllerin' })
  const names = async (name: string) => (await listPeople(db, admin.actor, { name }, { now: NOW })).people.map((person) => person.family_name)
  expect(await names('')).toEqual(['Müller', 'Oberst', 'Ötztal', 'Özdemir', 'Weiß', 'Zander'])
  expect(await names('MULLER')).toEqual(['Müller'])
  expect(await names('weiss alma')).toEqual(['Weiß'])
  expect(await names('(a+)+$')).toEqual([])
  for (let index = 0; index < 25; index += 1) await aPerson(db, { authority_id, org_unit_id: unit.id, family_name: 'Aal' })
  expect(await listPeople(db, admin.actor, { page: 99 }, { now: NOW })).toMatchObject({ total: 31, page: 2, pages: 2 })
})

test('ids of another authority are not found by any verb or read', async () => {
  const { db, unit, admin } = await setUp()
  const stranger = await aPerson(db)
  const mine = { ...FACTS, org_unit_id: unit.id, now: NOW }
  const theirs = { ...FACTS, org_unit_id: stranger.org_unit_id, now: NOW }
  const attempts = [
    () => getPerson(db, admin.actor, stranger.person_id),
    () => getAccount(db, admin.actor, stranger.person_id, { now: NOW }),
    () => write(db, (tx) => createPerson(tx, admin.actor, { ...theirs, email: 'x@y.example' })),
    () => write(db, (tx) => changePerson(tx, admin.actor, stranger, mine)),
    () => write(db, (tx) => changePerson(tx, admin.actor, admin, theirs)),
    () => write(db, (tx) => deactivatePerson(tx, admin.actor, stranger, { now: NOW })),
    () => write(db, (tx) => reactivatePerson(tx, admin.actor, stranger, { now: NOW })),
  ]
  for (const [position, attempt] of attempts.entries()) await expect(attempt(), `attempt ${position}`).rejects.toThrow(NotFound)
  expect((await listOrgUnits(db, admin.actor)).map(({ id }) => id)).toEqual([unit.id])
  expect((await listPeople(db, admin.actor, { unit: stranger.org_unit_id }, { now: NOW })).total).toBe(0)
})
