/** Brings a database to the schema of this program. Forward only: what went wrong is undone from the copy that is taken first. */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { copyChecked } from './backup.server.ts'
import { foundation } from './migrations/0001-foundation.ts'
import { proofAndRights } from './migrations/0002-proof-and-rights.ts'
import { planning } from './migrations/0003-planning.ts'
import { sums } from './migrations/0004-sums.ts'

/** Frozen once released: a changed text is refused. A wrong migration is corrected by a later one. */
export interface Migration {
  /** `NNNN-what`, as the file is called. */
  readonly name: string
  readonly sql: string
}

/** In order. The last one is the schema that this program needs. */
export const migrations: readonly Migration[] = [foundation, proofAndRights, planning, sums]

/** Why a database is not migrated: it belongs to a newer program, or an applied migration was changed since. */
export class SchemaRefusal extends Error {
  override readonly name = 'SchemaRefusal'
  readonly reason: 'schema_newer' | 'migration_changed'
  readonly migration: string
  constructor(reason: SchemaRefusal['reason'], migration: string) {
    super(`${reason}: ${migration}`)
    this.reason = reason
    this.migration = migration
  }
}

export interface Migrated {
  readonly applied: readonly string[]
  /** The copy taken before, or null where the file was empty, in memory or up to date. */
  readonly copy: string | null
}

/**
 * Applies what is missing, each migration in a transaction of its own, and checks all references before its commit.
 * A file with data is copied first, to `backups/` beside it. Throws SchemaRefusal, and what SQLite throws.
 */
export const migrate = (raw: Database, { now, list = migrations }: { now: string; list?: readonly Migration[] }): Migrated => {
  const missing = missingMigrations(raw, list)
  const first = missing[0]
  if (first === undefined) return { applied: [], copy: null }
  const copy = raw.memory || isEmpty(raw) ? null : copyBefore(raw, first, now)
  raw.exec('create table if not exists schema_migration (name text not null primary key, checksum text not null, applied_at text not null) strict')
  raw.pragma('foreign_keys = off')
  try {
    for (const migration of missing) apply(raw, migration, now)
  } finally {
    raw.pragma('foreign_keys = on')
  }
  return { applied: missing.map((migration) => migration.name), copy }
}

/** What `migrate` would apply. Throws SchemaRefusal where the database does not fit this program. */
export const missingMigrations = (raw: Database, list: readonly Migration[] = migrations): readonly Migration[] => {
  const applied = appliedMigrations(raw)
  for (const [position, done] of applied.entries()) {
    const known = list[position]
    if (known === undefined || known.name !== done.name) throw new SchemaRefusal('schema_newer', done.name)
    if (checksum(known) !== done.checksum) throw new SchemaRefusal('migration_changed', done.name)
  }
  return list.slice(applied.length)
}

const appliedMigrations = (raw: Database): readonly { name: string; checksum: string }[] => {
  const known = raw.prepare("select 1 from sqlite_schema where type = 'table' and name = 'schema_migration'").get()
  if (known === undefined) return []
  return raw.prepare<[], { name: string; checksum: string }>('select name, checksum from schema_migration order by name').all()
}

const apply = (raw: Database, migration: Migration, now: string) =>
  raw
    .transaction(() => {
      raw.exec(migration.sql)
      const broken = raw.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0) throw new Error(`${migration.name} leaves ${broken.length} references without a target`)
      raw.prepare('insert into schema_migration (name, checksum, applied_at) values (?, ?, ?)').run(migration.name, checksum(migration), now)
    })
    .immediate()

const isEmpty = (raw: Database) => raw.prepare("select 1 from sqlite_schema where type = 'table' limit 1").get() === undefined

const copyBefore = (raw: Database, migration: Migration, now: string): string => {
  const folder = join(dirname(raw.name), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const copy = join(folder, `${basename(raw.name, '.db')}-before-${migration.name}-${now.replaceAll(/[-:.]/g, '')}.db`)
  // Checked, and whole under its final name: a start that is killed here must leave nothing that looks like a backup and is none.
  copyChecked(raw, copy)
  return copy
}

const checksum = (migration: Migration) => createHash('sha256').update(migration.sql).digest('hex')
