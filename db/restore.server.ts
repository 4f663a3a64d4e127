import { existsSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { copyChecked, DamagedDatabase, integrityFaults } from './backup.server.ts'
import { missingMigrations } from './migrate.server.ts'

export type Restored =
  /** `kept` is the file that was in place before, under its new name; null where there was none. */
  { readonly outcome: 'restored'; readonly kept: string | null } | { readonly outcome: 'no_such_file' | 'not_ours' }

/**
 * Puts the backup `file` in place of `target`; what was there is kept beside it. The program must not be running. Throws where the
 * backup is damaged or belongs to a newer version; the database in place is then untouched. An older one is migrated at the next start.
 */
export const restore = (file: string, target: string, now: string): Restored => {
  if (!existsSync(file)) return { outcome: 'no_such_file' }
  const source = new SqliteDatabase(file, { readonly: true })
  const incoming = `${target}.incoming`
  try {
    if (source.prepare("select 1 from sqlite_schema where name = 'schema_migration'").get() === undefined) return { outcome: 'not_ours' }
    const faults = integrityFaults(source)
    if (faults.length > 0) throw new DamagedDatabase(faults)
    missingMigrations(source)
    copyChecked(source, incoming)
  } finally {
    source.close()
  }
  const kept = existsSync(target) ? setAside(target, now) : null
  renameSync(incoming, target)
  return { outcome: 'restored', kept }
}

/** The write-ahead log goes with its file: left behind, it would be taken for the restored one's. */
const setAside = (target: string, now: string): string => {
  const kept = join(dirname(target), `${basename(target, '.db')}-replaced-${now.replaceAll(/[-:.]/g, '')}.db`)
  for (const part of ['-wal', '-shm', '']) if (existsSync(`${target}${part}`)) renameSync(`${target}${part}`, `${kept}${part}`)
  return kept
}
