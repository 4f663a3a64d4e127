import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** A database to read from. */
export type Db = Kysely<Schema>
/** An open write transaction. Commands ask for this, so a write outside a transaction does not compile. */
export type Tx = Transaction<Schema>
