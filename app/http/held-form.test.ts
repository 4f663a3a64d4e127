import { expect, test } from 'vitest'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { aPerson, freshDb } from '#tests/support/database.ts'
import { aClock, aContext, aGet, aHouse, aPost, sentBody } from '#tests/support/request-context.ts'
import { readForm } from './form.server.ts'
import { heldFormOf, holdForm } from './held-form.server.ts'

const MINUTE = 60_000
const FORM = { text: 'Ich würde noch einmal nachfragen', event_id: 'event-1', current_password: 'geheim' }

const setUp = async () => {
  const db = await freshDb()
  const time = aClock('2026-11-20T09:00:00.000Z')
  const house = aHouse(db, time.clock)
  const person = await aPerson(db)
  const secret = await db.transaction().execute((tx) => startSession(tx, person, { device: '', replaces: undefined, now: time.instant() }))
  const send = async (path: string, cookie = `session=${secret}`, form: Readonly<Record<string, string>> = FORM) => {
    const headers = await holdForm(aPost(path, form, cookie), aContext(house), await readForm(await sentBody(aPost(path, form))))
    return headers.get('set-cookie')?.split(';', 1)[0]
  }
  const find = (cookie: string | undefined, actor: Actor<'learner'>) => heldFormOf(aGet('/held-form', cookie ?? ''), aContext(house), actor)
  return { db, person, secret, send, find, ...time }
}

test('a form sent after the session expired waits for the same person, without its password, and only for a day', async () => {
  const { db, person, send, find, pass } = await setUp()
  pass(31 * MINUTE)
  const cookie = await send('/courses/a/b/items/c/reflection')
  const { current_password: _, ...rest } = FORM
  expect(await find(cookie, person.actor)).toMatchObject({ path: '/courses/a/b/items/c/reflection', body: rest })
  expect(JSON.stringify(await db.selectFrom('held_form').selectAll().where('authority_id', '=', person.authority_id).execute())).not.toContain(
    FORM.current_password,
  )
  pass(24 * 60 * MINUTE + 1)
  expect(await find(cookie, person.actor)).toBeUndefined()
})

test('nobody else sees it: not a colleague, not another authority, not another browser', async () => {
  const { db, person, send, find, pass } = await setUp()
  pass(31 * MINUTE)
  const cookie = await send('/courses/a/b/items/c')
  const colleague = await aPerson(db, { authority_id: person.authority_id, org_unit_id: person.org_unit_id })
  expect(await find(cookie, colleague.actor)).toBeUndefined()
  expect(await find(cookie, (await aPerson(db)).actor)).toBeUndefined()
  expect(await find(`held=${'x'.repeat(43)}`, person.actor)).toBeUndefined()
  expect(await find(undefined, person.actor)).toBeUndefined()
})

test('nothing is kept for a stranger, for a running or an ended session, and of forms with passwords', async () => {
  const { db, person, send, pass } = await setUp()
  expect(await send('/courses/a/b/items/c')).toBeUndefined()
  pass(31 * MINUTE)
  for (const path of ['/sign-in', '/account/password', '/invitation/token', '/sign-out']) expect(await send(path)).toBeUndefined()
  expect(await send('/courses/a/b/items/c', '')).toBeUndefined()
  expect(await send('/courses/a/b/items/c', `session=${'x'.repeat(43)}`)).toBeUndefined()
  await db.deleteFrom('session').where('authority_id', '=', person.authority_id).execute()
  expect(await send('/courses/a/b/items/c')).toBeUndefined()
  expect(await db.selectFrom('held_form').selectAll().where('authority_id', '=', person.authority_id).execute()).toHaveLength(0)
})

test('a person has at most five forms waiting, the newest', async () => {
  const { db, person, send, pass, find } = await setUp()
  pass(31 * MINUTE)
  let cookie: string | undefined
  for (let form = 0; form < 7; form += 1) {
    pass(1000)
    cookie = await send(`/courses/a/b/items/${form}`)
  }
  expect(await db.selectFrom('held_form').selectAll().where('authority_id', '=', person.authority_id).execute()).toHaveLength(5)
  expect((await find(cookie, person.actor))?.path).toBe('/courses/a/b/items/6')
})
