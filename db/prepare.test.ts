import { expect, test } from 'vitest'
import { anAuthority, anOrgUnit, freshDb } from '#tests/support/database.ts'
import { prepared } from './prepare.ts'
import { UnscopedStatement } from './scope-plugin.ts'

interface Place {
  readonly authority_id: string
  readonly position: number
}
const unitsFrom = prepared<Place>(
  'authority_id',
  'position',
)((db, of) =>
  db.selectFrom('org_unit').select('name').where('authority_id', '=', of.authority_id).where('position', '>=', of.position).orderBy('name').limit(2),
)

test('a statement that was put together once finds what the values of each call are about, in any database and transaction', async () => {
  for (const db of [await freshDb(), await freshDb()]) {
    const [auental, bruchfeld] = [await anAuthority(db), await anAuthority(db)]
    await anOrgUnit(db, { authority_id: auental.id, name: 'Infopunkt' })
    await anOrgUnit(db, { authority_id: bruchfeld.id, name: 'Aufenthalt' })
    expect(await unitsFrom(db, { authority_id: auental.id, position: 1 })).toEqual([{ name: 'Infopunkt' }])
    expect(await unitsFrom(db, { authority_id: bruchfeld.id, position: 0 })).toEqual([{ name: 'Aufenthalt' }])
    expect(await unitsFrom(db, { authority_id: auental.id, position: 2 })).toEqual([])
    await db.transaction().execute(async (tx) => {
      await tx.updateTable('org_unit').set({ name: 'Empfang' }).where('authority_id', '=', auental.id).execute()
      expect(await unitsFrom(tx, { authority_id: auental.id, position: 1 })).toEqual([{ name: 'Empfang' }])
    })
  }
})

test('what is put together once is checked like every statement: it names its authority, or throws', async () => {
  const all = prepared<{ readonly position: number }>('position')((db, of) => db.selectFrom('org_unit').select('name').where('position', '=', of.position))
  await expect(all(await freshDb(), { position: 1 })).rejects.toThrow(UnscopedStatement)
})

test('rows are written with every value they have, null among them', async () => {
  const db = await freshDb()
  const save = prepared<{ key: string; points: number; expires_at_ms: number }>(
    'key',
    'points',
    'expires_at_ms',
  )((at, row) =>
    at
      .insertInto('rate_limit')
      .values(row)
      .onConflict((on) => on.column('key').doUpdateSet({ points: row.points })),
  )
  await save(db, { key: 'a', points: 1, expires_at_ms: 5 })
  await save(db, { key: 'a', points: 2, expires_at_ms: 9 })
  expect(await db.selectFrom('rate_limit').selectAll().where('key', '=', 'a').execute()).toEqual([{ key: 'a', points: 2, expires_at_ms: 5 }])
})
