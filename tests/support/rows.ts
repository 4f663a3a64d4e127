/** The whole database as a test compares it before and after. */
import { sql } from 'kysely'
import type { Db } from '#db/types.ts'

/** Sessions note when they were used and counters count attempts: both may change while nothing happens. */
const RESTLESS = new Set(['session', 'rate_limit'])

/** Every row of every table, of all authorities, but for `session` and `rate_limit`. Tables that a migration adds are there by themselves. */
export const everyRow = async (db: Db): Promise<Readonly<Record<string, readonly object[]>>> => {
  const across = db.withoutPlugins()
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name`.execute(across)
  const rows: [string, readonly object[]][] = []
  for (const { name } of tables.rows.filter((table) => !RESTLESS.has(table.name))) {
    rows.push([name, (await sql<object>`select * from ${sql.table(name)} order by 1, 2`.execute(across)).rows])
  }
  return Object.fromEntries(rows)
}

/** The ids of the sessions there are. */
export const sessionIds = async (db: Db): Promise<readonly string[]> =>
  (await sql<{ id: string }>`select id from session order by id`.execute(db.withoutPlugins())).rows.map(({ id }) => id)
