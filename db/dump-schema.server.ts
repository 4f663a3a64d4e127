import type { Database } from 'better-sqlite3'

/** The schema of a database as SQL, tables first, each followed by nothing but itself: what stands in `db/schema.sql`. */
export const dumpSchema = (raw: Database): string => {
  const parts = raw
    .prepare<[], { sql: string }>(
      "select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by case type when 'table' then 1 when 'index' then 2 else 3 end, name",
    )
    .all()
  return `-- Written by \`npm run db -- dump\`. Migrations change the schema; this file shows it.\n\n${parts.map(({ sql }) => `${sql};`).join('\n\n')}\n`
}
