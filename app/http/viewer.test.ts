import { expect, test } from 'vitest'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { aPerson, freshDb } from '#tests/support/database.ts'
import { aClock, aContext, aGet, aHouse } from '#tests/support/request-context.ts'
import { findViewer, languageOf, themeOf } from './viewer.server.ts'

const MINUTE = 60_000

const setUp = async (facts: { secure?: boolean } = {}) => {
  const db = await freshDb()
  const time = aClock('2026-11-20T09:00:00.000Z')
  const house = aHouse(db, time.clock, facts)
  const person = await aPerson(db, { roles: ['hr'], language: 'en' })
  const secret = await db.transaction().execute((tx) => startSession(tx, person, { device: '', replaces: undefined, now: time.instant() }))
  const look = (cookie = `session=${secret}`) => findViewer(aContext(house), aGet('/', cookie))
  return { db, person, house, secret, look, ...time }
}

test('a session becomes a person with roles, and being used keeps it alive until eight hours are over', async () => {
  const { person, look, pass } = await setUp()
  expect((await look())?.actor).toMatchObject({ authority_id: person.authority_id, person_id: person.person_id, roles: new Set(['learner', 'hr']) })
  for (let minutes = 0; minutes < 8 * 60 - 29; minutes += 29) {
    pass(29 * MINUTE)
    expect(await look(), `after ${minutes + 29} minutes`).toBeDefined()
  }
  pass(29 * MINUTE)
  expect(await look()).toBeUndefined()
})

test('after 30 idle minutes nobody is signed in', async () => {
  const { look, pass } = await setUp()
  pass(30 * MINUTE)
  expect(await look()).toBeUndefined()
})

test('using a session is written at most once a minute', async () => {
  const { db, person, look, pass, instant } = await setUp()
  const seen = async () =>
    (await db.selectFrom('session').select('last_seen_at').where('authority_id', '=', person.authority_id).executeTakeFirstOrThrow()).last_seen_at
  const start = instant()
  pass(59_999)
  await look()
  expect(await seen()).toBe(start)
  pass(1)
  await look()
  expect(await seen()).toBe(instant())
})

test('the person is looked up once a request', async () => {
  const { house, secret } = await setUp()
  const context = aContext(house)
  const request = aGet('/', `session=${secret}`)
  expect(findViewer(context, request)).toBe(findViewer(context, request))
})

test('a role taken away is gone with the next request', async () => {
  const { db, person, look } = await setUp()
  await db.deleteFrom('person_role').where('authority_id', '=', person.authority_id).execute()
  expect((await look())?.actor.roles).toEqual(new Set(['learner']))
})

test('over https only the cookie that sibling hosts cannot set is believed', async () => {
  const { secret, look } = await setUp({ secure: true })
  expect(await look()).toBeUndefined()
  expect(await look(`__Host-session=${secret}`)).toBeDefined()
})

test('what was not given out by us is nobody', async () => {
  const { look } = await setUp()
  for (const cookie of ['', 'session=', 'session=x', `session=${'x'.repeat(43)}`, `session=${'x'.repeat(5000)}`, "session=' or 1=1 --"])
    expect(await look(cookie)).toBeUndefined()
})

test('the language is the person’s, else the device’s, else the browser’s, else German', async () => {
  const { look } = await setUp()
  const asks = (cookie: string, accept: string) => new Request('http://localhost/', { headers: { cookie, 'accept-language': accept } })
  expect(languageOf(await look(), asks('language=de', 'de'))).toBe('en')
  expect(languageOf(undefined, asks('language=en', 'de'))).toBe('en')
  expect(languageOf(undefined, asks('language=fr', 'fr;q=0.9, en-GB;q=0.8, de;q=0.7'))).toBe('en')
  expect(languageOf(undefined, asks('', 'en;q=0, de;q=0.1'))).toBe('de')
  expect(languageOf(undefined, asks('', 'tr, ar;q=nonsense'))).toBe('de')
})

test('the theme is the person’s alone once signed in, before that the device’s', async () => {
  const { look } = await setUp()
  const request = aGet('/', 'theme=dark')
  expect(themeOf(undefined, request)).toBe('dark')
  expect(themeOf(await look(), request)).toBeNull()
  expect(themeOf(undefined, aGet('/', 'theme=pink'))).toBeNull()
})
