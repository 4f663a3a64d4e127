import { expect, test } from 'vitest'
import { fingerprint } from '#app/platform/ids.server.ts'
import { createLimits, memoryStore } from '#app/platform/limits.server.ts'
import { aPerson, freshDb } from '#tests/support/database.ts'
import { aClock } from '#tests/support/request-context.ts'
import { hashPassword } from './password-hash.server.ts'
import { signIn } from './sign-in.server.ts'

const PASSWORD = 'regen dach treppe'
const ADDRESS = '192.0.2.1'

const setUp = async () => {
  const db = await freshDb()
  const time = aClock('2026-11-20T09:00:00.000Z')
  const password_hash = await hashPassword(PASSWORD)
  const person = await aPerson(db, { email: 'Mirjam.Kessler@auental.example', password_hash })
  const limits = createLimits(memoryStore(), time.clock, fingerprint)
  const attempt = (email: string, password: string, address = ADDRESS) => signIn(db, limits, { email, password, address })
  return { db, ...time, person, password_hash, attempt }
}

test('the right password leads to the person, however the address is written', async () => {
  const { person, attempt } = await setUp()
  const expected = { person: { authority_id: person.authority_id, person_id: person.person_id } }
  expect(await attempt('mirjam.kessler@auental.example', PASSWORD)).toEqual(expected)
  expect(await attempt(' MIRJAM.KESSLER@AUENTAL.EXAMPLE ', PASSWORD)).toEqual(expected)
})

test('unknown address, wrong password, unused invitation and closed account get the same answer', async () => {
  const { db, password_hash, attempt } = await setUp()
  await aPerson(db, { email: 'new@auental.example', password_hash: null })
  await aPerson(db, { email: 'closed@auental.example', password_hash, deactivated_at: '2026-11-01T09:00:00.000Z' })
  for (const email of ['mirjam.kessler@auental.example', 'nobody@auental.example', 'new@auental.example'])
    expect(await attempt(email, 'falsch geraten')).toBe('refused')
  expect(await attempt('closed@auental.example', PASSWORD)).toBe('refused')
  expect(await attempt('nobody@auental.example', PASSWORD.repeat(40))).toBe('refused')
})

test('known and unknown accounts are slowed down alike, and waiting lets the right person in', async () => {
  const { attempt, pass } = await setUp()
  for (const [email, address] of [
    ['mirjam.kessler@auental.example', '192.0.2.1'],
    ['nobody@auental.example', '192.0.2.2'],
  ] as const) {
    for (let guess = 0; guess < 5; guess += 1) expect(await attempt(email, 'falsch geraten', address)).toBe('refused')
    expect(await attempt(email, 'falsch geraten', address)).toEqual({ wait: 2000 })
  }
  expect(await attempt('mirjam.kessler@auental.example', PASSWORD)).toEqual({ wait: 2000 })
  pass(2000)
  expect(await attempt('mirjam.kessler@auental.example', PASSWORD)).toHaveProperty('person')
  expect(await attempt('mirjam.kessler@auental.example', 'falsch geraten')).toBe('refused')
})

test('one address trying many accounts is slowed down, other addresses are not', async () => {
  const { attempt } = await setUp()
  for (let guess = 0; guess < 30; guess += 1) await attempt(`nobody${guess}@auental.example`, '')
  expect(await attempt('mirjam.kessler@auental.example', PASSWORD)).toEqual({ wait: 2000 })
  expect(await attempt('mirjam.kessler@auental.example', PASSWORD, '192.0.2.9')).toHaveProperty('person')
}, 20_000)

test('thirty colleagues behind one address sign in without waiting', async () => {
  const { attempt } = await setUp()
  for (let colleague = 0; colleague < 40; colleague += 1) expect(await attempt('mirjam.kessler@auental.example', PASSWORD)).toHaveProperty('person')
}, 20_000)
