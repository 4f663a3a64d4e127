/** The one connection. Only http, bin, db and the tests' support open it; everybody else is handed a `db` or `tx`. */
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { type CompiledQuery, type DatabaseConnection, Kysely, type QueryResult, SqliteDialect, type SqliteDialectConfig, SqliteDriver } from 'kysely'
import { databaseProblem } from './errors.server.ts'
import type { Schema } from './schema.ts'
import { authorityScope } from './scope-plugin.ts'
import { type Turn, Turns } from './turns.ts'
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
  const db = new Kysely<Schema>({ dialect: new DialectInTurns(raw), plugins: [authorityScope] })
  const close = async () => {
    await db.destroy()
    if (!raw.open) return
    optimize(raw)
    raw.close()
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
 * Kysely's driver, but in turns of our own (`turns.ts`). A transaction takes the write lock at its beginning: with a plain `begin`, a read
 * followed by a write fails at once with SQLITE_BUSY_SNAPSHOT when another process wrote in between, and the busy timeout does not help.
 */
class DriverInTurns extends SqliteDriver {
  readonly #turns: Turns
  #one!: DatabaseConnection
  constructor(config: SqliteDialectConfig, raw: Database) {
    super(config)
    this.#turns = new Turns(raw)
  }
  override async init(): Promise<void> {
    await super.init()
    this.#one = await super.acquireConnection()
  }
  override async acquireConnection(): Promise<Seat> {
    return new Seat(this.#one, this.#turns)
  }
  override async beginTransaction(seat: Seat): Promise<void> {
    seat.turn = await this.#turns.begin()
  }
  override async commitTransaction(seat: Seat): Promise<void> {
    if (seat.turn !== undefined) await this.#turns.commit(seat.turn)
  }
  override async rollbackTransaction(seat: Seat): Promise<void> {
    if (seat.turn !== undefined) this.#turns.rollback(seat.turn)
  }
  override async releaseConnection(): Promise<void> {}
  override async destroy(): Promise<void> {
    await this.#turns.settled()
    await super.destroy()
  }
}

/** The one connection as one of those sees it who share it. */
class Seat implements DatabaseConnection {
  readonly #one: DatabaseConnection
  readonly #turns: Turns
  turn: Turn | undefined
  constructor(one: DatabaseConnection, turns: Turns) {
    this.#one = one
    this.#turns = turns
  }
  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const run = () => this.#one.executeQuery<R>(query)
    return this.turn === undefined ? this.#turns.statement(run) : this.#turns.within(this.turn, run)
  }
  /** Nothing is streamed: a statement that is not at its end would keep the connection for itself. */
  streamQuery(): never {
    throw new Error('statements are not streamed')
  }
}

class DialectInTurns extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  readonly #raw: Database
  constructor(raw: Database) {
    const config = { database: withStatementCache(raw) }
    super(config)
    this.#config = config
    this.#raw = raw
  }
  override createDriver() {
    return new DriverInTurns(this.#config, this.#raw)
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
  // Closed by `close`, when everything that was begun is at its end.
  return { prepare, close: () => {} }
}
