import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aPerson, anOrgUnit, freshDb, freshDatabase, LONG_AGO } from '#tests/support/database.ts'
import { openDb } from './client.server.ts'
import { migrate, type Migration, migrations } from './migrate.server.ts'
import type { Tx } from './types.ts'

const aFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'wegbereiter-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'data', 'wegbereiter.db')
}

test('a database file is opened safely: WAL, full sync, references checked, readable by its owner alone', async () => {
  const file = aFile()
  const { raw, close } = openDb(file)
  const pragma = (name: string) => raw.pragma(name, { simple: true })
  expect([
    pragma('journal_mode'),
    pragma('synchronous'),
    pragma('foreign_keys'),
    pragma('trusted_schema'),
    pragma('busy_timeout'),
    pragma('cell_size_check'),
  ]).toEqual(['wal', 2, 1, 0, 5000, 1])
  expect(statSync(file).mode & 0o077).toBe(0)
  await close()
  await close()
})

test('a transaction takes the write lock when it begins, so a read before the write cannot fail', async () => {
  const file = aFile()
  const one = openDb(file)
  const two = openDb(file)
  migrate(one.raw, { now: LONG_AGO })
  two.raw.pragma('busy_timeout = 0')
  await one.db.transaction().execute(async (tx) => {
    await tx.selectFrom('authority').select('id').execute()
    expect(() => two.raw.exec('begin immediate')).toThrow(/locked/)
  })
  await one.close()
  await two.close()
})

test('a query after the end of its transaction throws', async () => {
  const db = await freshDb()
  let escaped: Tx | undefined
  await db.transaction().execute(async (tx) => {
    escaped = tx
  })
  await expect(async () => escaped?.selectFrom('authority').select('id').execute()).rejects.toThrow(/already committed/)
})

test('a row of one authority cannot refer to a row of another', async () => {
  const db = await freshDb()
  const here = await aPerson(db)
  const there = await anOrgUnit(db, { authority_id: (await aPerson(db)).authority_id })
  await expect(aPerson(db, { authority_id: here.authority_id, org_unit_id: there.id })).rejects.toThrow(/FOREIGN KEY/)
  await expect(
    db.insertInto('person_role').values({ authority_id: there.authority_id, person_id: here.person_id, role: 'hr', granted_at: LONG_AGO }).execute(),
  ).rejects.toThrow(/FOREIGN KEY/)
})

test('every reference between tables of authorities carries the authority', async () => {
  const { raw } = await freshDatabase()
  const tables = raw.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'").all()
  const columnsOf = (table: string) =>
    raw
      .prepare<[string], { name: string }>('select name from pragma_table_info(?)')
      .all(table)
      .map((column) => column.name)
  for (const { name } of tables.filter((table) => columnsOf(table.name).includes('authority_id'))) {
    const keys = raw.prepare<[string], { id: number; table: string; from: string }>('select id, "table", "from" from pragma_foreign_key_list(?)').all(name)
    const scoped = keys.filter((key) => columnsOf(key.table).includes('authority_id')).map((key) => key.id)
    for (const id of new Set(scoped))
      expect(
        keys.filter((key) => key.id === id).map((key) => key.from),
        name,
      ).toContain('authority_id')
    expect(
      keys.some((key) => key.from === 'authority_id'),
      `${name} does not refer to an authority`,
    ).toBe(true)
  }
})

test('migrating again changes nothing; a newer schema and a changed migration are refused', async () => {
  const { raw } = await freshDatabase()
  expect(migrate(raw, { now: LONG_AGO })).toEqual({ applied: [], copy: null })
  expect(() => migrate(raw, { now: LONG_AGO, list: [] })).toThrow(/schema_newer: 0001-foundation/)
  expect(() => migrate(raw, { now: LONG_AGO, list: migrations.map((one) => ({ ...one, sql: `${one.sql} ` })) })).toThrow(/migration_changed: 0001-foundation/)
})

test('what is append-only cannot be replaced either', async () => {
  const { raw } = await freshDatabase()
  raw.exec('create table kept (id integer primary key, text text) strict')
  raw.exec("create trigger kept_is_never_deleted before delete on kept begin select raise(abort, 'append-only'); end")
  raw.exec("insert into kept values (1, 'before')")
  expect(() => raw.exec("insert or replace into kept values (1, 'after')")).toThrow(/append-only/)
})

const later = (sql: string): readonly Migration[] => [...migrations, { name: '9999-later', sql }]

test('a database with data is copied before it is migrated', async () => {
  const file = aFile()
  const { db, raw, close } = openDb(file)
  expect(migrate(raw, { now: LONG_AGO })).toEqual({ applied: migrations.map(({ name }) => name), copy: null })
  await aPerson(db, { email: 'mirjam@auental.example' })
  const { copy } = migrate(raw, { now: LONG_AGO, list: later('alter table authority add column motto text') })
  const before = openDb(copy ?? '')
  expect(before.raw.prepare('select email from person').all()).toEqual([{ email: 'mirjam@auental.example' }])
  expect(before.raw.prepare("select name from pragma_table_info('authority') where name = 'motto'").all()).toEqual([])
  await before.close()
  await close()
})

test('a migration that fails leaves nothing behind', async () => {
  const { db, raw } = await freshDatabase()
  await aPerson(db)
  expect(() => migrate(raw, { now: LONG_AGO, list: later('create table half (id text) strict; delete from org_unit;') })).toThrow(/references without a target/)
  expect(raw.prepare("select 1 from sqlite_schema where name = 'half'").get()).toBeUndefined()
  expect(raw.prepare('select count(*) as n from org_unit').get()).toEqual({ n: 1 })
  expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
})
