import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'

/** What is wrong with a database file; empty when it is whole. */
export const integrityFaults = (raw: Database): readonly string[] => {
  const report = raw.prepare<[], { integrity_check: string }>('pragma integrity_check').all()
  const references = raw.prepare<[], { table: string }>('pragma foreign_key_check').all()
  return [...report.map((row) => row.integrity_check).filter((line) => line !== 'ok'), ...references.map((row) => `${row.table}: reference without a target`)]
}

/**
 * Writes a whole, checked copy of a database in use into `folder` and returns its path. Under its final name a copy is always
 * complete. Never copy the file by other means: a copy without its write-ahead log misses the last answers.
 */
export const backup = (raw: Database, folder: string, now: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const target = join(folder, `${basename(raw.name, '.db')}-${now.replaceAll(/[-:.]/g, '')}.db`)
  copyChecked(raw, target)
  return target
}

/** Copies into `target` by way of a file beside it that is checked and written through to the disk first. Throws on damage. */
export const copyChecked = (raw: Database, target: string): void => {
  const half = `${target}.part`
  rmSync(half, { force: true })
  try {
    closeSync(openSync(half, 'wx', 0o600))
    raw.prepare('vacuum into ?').run(half)
    const copy = new SqliteDatabase(half, { readonly: true })
    const faults = integrityFaults(copy)
    copy.close()
    if (faults.length > 0) throw new DamagedDatabase(faults)
    writeThrough(half)
    renameSync(half, target)
    writeThrough(dirname(target))
  } catch (failure) {
    rmSync(half, { force: true })
    throw failure
  }
}

/** The database (or the copy just made of it) fails SQLite's own checks. */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase'
  readonly code = 'SQLITE_CORRUPT'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults[0] ?? 'damaged')
    this.faults = faults
  }
}

const writeThrough = (path: string) => {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
