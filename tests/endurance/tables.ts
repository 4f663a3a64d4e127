/** What stands in a database, as one text a table: equal texts, equal rows. */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** Table → number of rows and a hash over all of them, in an order that does not depend on where they are stored. */
export const hashOfTables = (raw: Database): Readonly<Record<string, string>> => {
  const tables = raw.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name").all()
  return Object.fromEntries(
    tables.map(({ name }) => {
      const columns = raw.prepare<[string], { name: string }>('select name from pragma_table_info(?) order by name').all(name)
      const list = columns.map((column) => `"${column.name}"`).join(', ')
      const rows = raw.prepare(`select ${list} from "${name}" order by ${list}`).raw().all()
      return [name, `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`]
    }),
  )
}
