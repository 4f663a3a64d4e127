/** Whether the product can take work: the database can be written to, and the disk has room. */
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { databaseProblem } from '#db/errors.server.ts'
import type { Db } from '#db/types.ts'

/** Below this SQLite may soon fail in the middle of a working day. Bytes. */
const ENOUGH = 200 * 1024 * 1024

/** What stands in the way, or 'ready'. Writes and removes one row that says nothing. */
export const readiness = async (db: Db): Promise<'ready' | 'disk_low' | `database_${string}`> => {
  try {
    await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('rate_limit').where('key', '=', PROBE).execute()
      await tx.insertInto('rate_limit').values({ key: PROBE, points: 0, expires_at_ms: 0 }).execute()
      await tx.deleteFrom('rate_limit').where('key', '=', PROBE).execute()
    })
    return (await roomLeft(db)) < ENOUGH ? 'disk_low' : 'ready'
  } catch (error) {
    return `database_${databaseProblem(error) ?? 'unknown'}`
  }
}

const PROBE = 'readiness'

/** Free bytes beside the database file; a database in memory has no such limit. */
const roomLeft = async (db: Db): Promise<number> => {
  const files = await sql<{ name: string; file: string }>`pragma database_list`.execute(db)
  const file = files.rows.find(({ name }) => name === 'main')?.file ?? ''
  if (file === '') return Number.POSITIVE_INFINITY
  const disk = await statfs(dirname(file))
  return disk.bavail * disk.bsize
}
