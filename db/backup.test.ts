import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aPerson, LONG_AGO } from '#tests/support/database.ts'
import { backup, integrityFaults } from './backup.server.ts'
import { openDb } from './client.server.ts'
import { databaseProblem } from './errors.server.ts'
import { migrate } from './migrate.server.ts'
import { restore } from './restore.server.ts'

const NOW = '2026-11-22T10:00:00.000Z'

const aDatabase = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wegbereiter-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'wegbereiter.db')
  const open = openDb(file)
  migrate(open.raw, { now: LONG_AGO })
  await aPerson(open.db, { email: 'mirjam@auental.example' })
  return { folder, file, ...open }
}

const emailsIn = async (file: string) => {
  const { raw, close } = openDb(file)
  const rows = raw.prepare<[], { email: string }>('select email from person order by email').all()
  await close()
  return rows.map((row) => row.email)
}

test('a backup of a database in use is whole, and only its owner may read it', async () => {
  const { db, file, folder, close } = await aDatabase()
  const other = openDb(file)
  const copy = await db.transaction().execute(async () => backup(other.raw, join(folder, 'backups'), NOW))
  await other.close()
  expect(await emailsIn(copy)).toEqual(['mirjam@auental.example'])
  expect(statSync(copy).mode & 0o077).toBe(0)
  expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([])
  await close()
})

test('the restore drill: what was in the backup is back, what was there before is kept beside', async () => {
  const { db, raw, folder, file, close } = await aDatabase()
  const copy = backup(raw, join(folder, 'backups'), NOW)
  await aPerson(db, { email: 'sinan@auental.example' })
  await close()
  const restored = restore(copy, file, NOW)
  expect(await emailsIn(file)).toEqual(['mirjam@auental.example'])
  expect(restored.outcome === 'restored' && restored.kept !== null && (await emailsIn(restored.kept))).toEqual([
    'mirjam@auental.example',
    'sinan@auental.example',
  ])
  const again = openDb(file)
  expect(integrityFaults(again.raw)).toEqual([])
  await again.close()
})

test('after a crash the log of the replaced database does not leak into the restored one', async () => {
  const { db, raw, folder, file } = await aDatabase()
  const copy = backup(raw, join(folder, 'backups'), NOW)
  await aPerson(db, { email: 'sinan@auental.example' })
  expect(existsSync(`${file}-wal`)).toBe(true)
  restore(copy, file, NOW)
  expect(existsSync(`${file}-wal`)).toBe(false)
  expect(await emailsIn(file)).toEqual(['mirjam@auental.example'])
})

test('a file that is no database, a foreign database, a damaged and a newer one are refused and change nothing', async () => {
  const { db, raw, folder, file, close } = await aDatabase()
  const text = join(folder, 'text.db')
  writeFileSync(text, 'Kein Datenbankinhalt. '.repeat(400))
  const foreign = openDb(join(folder, 'foreign.db'))
  foreign.raw.exec('create table note (id text) strict')
  await foreign.close()
  const newer = backup(raw, join(folder, 'newer'), NOW)
  const open = openDb(newer)
  open.raw.prepare('insert into schema_migration values (?, ?, ?)').run('0099-future', 'x', LONG_AGO)
  await open.close()
  await db.destroy()
  await close()
  const problemOf = (from: string) => {
    try {
      return restore(from, file, NOW).outcome
    } catch (failure) {
      return databaseProblem(failure)
    }
  }
  expect([problemOf(text), problemOf(join(folder, 'foreign.db')), problemOf(newer), problemOf(join(folder, 'absent.db'))]).toEqual([
    'corrupt',
    'not_ours',
    'schema',
    'no_such_file',
  ])
  expect(await emailsIn(file)).toEqual(['mirjam@auental.example'])
})

test('a locked, a read-only and a full database have names of their own', async () => {
  const { raw, file, close } = await aDatabase()
  const other = openDb(file)
  other.raw.pragma('busy_timeout = 0')
  raw.exec('begin immediate')
  expect(problemIn(() => other.raw.exec('begin immediate'))).toBe('busy')
  raw.exec('rollback')
  other.raw.pragma('query_only = on')
  expect(problemIn(() => other.raw.exec("delete from authority where id = 'x'"))).toBe('readonly')
  const pages = Number(raw.pragma('page_count', { simple: true }))
  raw.pragma(`max_page_count = ${pages}`)
  expect(problemIn(() => raw.exec('create table big (x text) strict; insert into big values (hex(zeroblob(100000)))'))).toBe('full')
  expect(problemIn(() => raw.exec("insert into org_unit values ('x', 'y', 'z', 1, '2026-01-01T00:00:00.000Z')"))).toBe('constraint')
  expect(databaseProblem(new Error('else'))).toBeNull()
  await other.close()
  await close()
})

const problemIn = (work: () => unknown) => {
  try {
    work()
    return 'no problem'
  } catch (failure) {
    return databaseProblem(failure)
  }
}
