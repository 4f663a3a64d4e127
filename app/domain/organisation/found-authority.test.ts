import { expect, test } from 'vitest'
import { anAuthority, freshDb } from '#tests/support/database.ts'
import { foundAuthority } from './found-authority.server.ts'

const NOW = '2026-11-20T09:00:00.000Z'
const foundation = {
  name: 'Ausländerbehörde Musterkreis',
  short_name: 'Musterkreis',
  region: 'Darmstadt',
  contact_email: 'personal@musterkreis.example',
  org_units: ['Infopunkt', 'Aufenthalt'],
  admin: { given_name: 'Ada', family_name: 'Vogt', email: 'Ada.Vogt@musterkreis.example' },
}

test('a new authority has its units and one administrator who can come in', async () => {
  const db = await freshDb()
  const invitation = await db.transaction().execute((tx) => foundAuthority(tx, foundation, NOW))
  if (invitation === 'email_taken') throw new Error('taken')
  expect(invitation.expires_at).toBe('2026-11-21T09:00:00.000Z')
  const { id } = await db.selectFrom('authority').select('id').where('name', '=', foundation.name).executeTakeFirstOrThrow()
  const units = await db.selectFrom('org_unit').select('name').where('authority_id', '=', id).orderBy('position').execute()
  expect(units.map((unit) => unit.name)).toEqual(['Infopunkt', 'Aufenthalt'])
  const roles = await db.selectFrom('person_role').select('role').where('authority_id', '=', id).execute()
  expect(roles).toEqual([{ role: 'admin' }])
})

test('an address that somebody signs in with already is refused', async () => {
  const db = await freshDb()
  await db.transaction().execute((tx) => foundAuthority(tx, foundation, NOW))
  const again = await db.transaction().execute((tx) => foundAuthority(tx, { ...foundation, name: 'Andere' }, NOW))
  expect(again).toBe('email_taken')
})

test('the first authority operates the installation, the next ones do not', async () => {
  const db = await freshDb()
  await db.transaction().execute((tx) => foundAuthority(tx, foundation, NOW))
  const second = { ...foundation, name: 'Zweite', admin: { ...foundation.admin, email: 'zweite@musterkreis.example' } }
  await db.transaction().execute((tx) => foundAuthority(tx, second, '2026-12-01T09:00:00.000Z'))
  const { id } = await db.selectFrom('authority').select('id').where('name', '=', foundation.name).executeTakeFirstOrThrow()
  expect(await db.selectFrom('installation').selectAll().execute()).toEqual([{ id: 1, operator_id: id, details: '{}', changed_at: NOW }])
})

test('a real authority takes over from the demo, and nothing invented stays in its imprint', async () => {
  const db = await freshDb()
  const demo = await anAuthority(db, { is_demo: 1 })
  const invented = { id: 1, operator_id: demo.id, details: '{"provider_name":"Erfunden"}', changed_at: NOW }
  await db.insertInto('installation').values(invented).execute()
  await db.transaction().execute((tx) => foundAuthority(tx, foundation, '2026-12-01T09:00:00.000Z'))
  const { id } = await db.selectFrom('authority').select('id').where('name', '=', foundation.name).executeTakeFirstOrThrow()
  expect(await db.selectFrom('installation').selectAll().execute()).toEqual([{ id: 1, operator_id: id, details: '{}', changed_at: '2026-12-01T09:00:00.000Z' }])
})
