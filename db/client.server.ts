/** The one connection. Only http, bin, db and the tests' support open it; everybody else is handed a `db` or `tx`. */
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, type SqliteDialectConfig, SqliteDriver } from 'kysely'
import { databaseProblem } from './errors.server.ts'
import type { Schema } from './schema.ts'
import { authorityScope } from './scope-plugin.ts'
import type { Db } from './types.ts'

/** How long a statement waits for another process's write before it fails with SQLITE_BUSY. */
const BUSY_TIMEOUT_MS = 5000
const JOURNAL_LIMIT_BYTES = 64 * 1024 * 1024

export interface OpenDatabase {
  readonly db: Db
  /** The connection below Kysely: for migrations, backup and checks. */
  readonly raw: Database
  /** Tidies up and closes. Idempotent. */
  close(): Promise<void>
}

/**
 * Opens (and creates, readable by the own user alone) the database file, or a copy of a serialized image in memory.
 * Throws what SQLite throws, and a plain Error where the file system cannot hold a write-ahead log (network shares).
 */
export const openDb = (file: string | Buffer): OpenDatabase => {
  if (typeof file === 'string' && file !== ':memory:') prepareFile(file)
  const raw = new SqliteDatabase(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    setPragmas(raw)
  } catch (failure) {
    raw.close()
    throw failure
  }
  const db = new Kysely<Schema>({ dialect: new ImmediateDialect(raw), plugins: [authorityScope] })
  const close = async () => {
    if (!raw.open) return
    optimize(raw)
    await db.destroy()
    if (raw.open) raw.close()
  }
  return { db, raw, close }
}

/** Tidying up is welcome, but no reason to fail: the file may be locked or read-only by now. */
const optimize = (raw: Database) => {
  try {
    raw.pragma('optimize')
  } catch (failure) {
    if (databaseProblem(failure) === null) throw failure
  }
}

/** The order matters: the time to wait comes first, because switching to WAL can itself meet a lock. */
const setPragmas = (raw: Database) => {
  raw.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  const journal = raw.pragma('journal_mode = wal', { simple: true })
  if (!raw.memory && journal !== 'wal') throw new Error(`the database cannot use a write-ahead log here (journal_mode is ${String(journal)})`)
  raw.pragma('synchronous = full')
  raw.pragma('foreign_keys = on')
  raw.pragma('trusted_schema = off')
  // Without it, `insert or replace` would delete a row of the ledger past the trigger that forbids it.
  raw.pragma('recursive_triggers = on')
  raw.pragma('cell_size_check = on')
  raw.pragma(`journal_size_limit = ${JOURNAL_LIMIT_BYTES}`)
}

const prepareFile = (file: string) => {
  mkdirSync(dirname(file), { recursive: true })
  try {
    closeSync(openSync(file, 'ax', 0o600))
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure && failure.code === 'EEXIST')) throw failure
  }
}

/**
 * A transaction takes the write lock at its beginning. With a plain `begin`, a read followed by a write fails at once with
 * SQLITE_BUSY_SNAPSHOT when another process wrote in between, and the busy timeout does not help.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #raw: Database
  constructor(config: SqliteDialectConfig, raw: Database) {
    super(config)
    this.#raw = raw
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  /** A full or failing disk makes SQLite roll back by itself; asking again would fail and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection)
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  readonly #raw: Database
  constructor(raw: Database) {
    const config = { database: withStatementCache(raw) }
    super(config)
    this.#config = config
    this.#raw = raw
  }
  override createDriver() {
    return new ImmediateDriver(this.#config, this.#raw)
  }
}

const CACHED_STATEMENTS = 300

/** Preparing costs more than most of our statements take to run, so the last few hundred are kept. */
const withStatementCache = (raw: Database) => {
  const cache = new Map<string, ReturnType<Database['prepare']>>()
  const prepare = (sql: string) => {
    const known = cache.get(sql)
    if (known !== undefined && !known.busy) return known
    const statement = raw.prepare(sql)
    const oldest = cache.size < CACHED_STATEMENTS ? undefined : cache.keys().next().value
    if (oldest !== undefined) cache.delete(oldest)
    cache.set(sql, statement)
    return statement
  }
  return { prepare, close: () => void raw.close() }
}
