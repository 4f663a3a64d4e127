import type { Tx } from '#db/types.ts'
import type { States } from './fold.ts'

/** Rows in one statement: well below SQLite's limit of parameters. */
const CHUNK = 500

/** Inserts folded states where there are none: for the rebuild and the seed. Commands write theirs with the event. */
export const insertStates = async (tx: Tx, states: States): Promise<void> => {
  for (const rows of chunks(states.items)) await tx.insertInto('item_state').values(rows).execute()
  for (const rows of chunks(states.modules)) await tx.insertInto('module_state').values(rows).execute()
  for (const rows of chunks(states.courses)) await tx.insertInto('course_state').values(rows).execute()
}

/** Slices of at most 500 rows. */
export const chunks = <R>(rows: readonly R[]): R[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) => rows.slice(index * CHUNK, (index + 1) * CHUNK))
