import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { freshDatabase } from '#tests/support/database.ts'
import type { ColumnFacts } from './data-facts.ts'
import { dataMap } from './data-map.ts'
import { dumpSchema } from './dump-schema.server.ts'

interface Column {
  name: string
  type: string
  notnull: boolean
}

/** Bookkeeping of `migrate`, which no query of the product sees. */
const NOT_IN_SCHEMA = 'schema_migration'

const migratedTables = async (): Promise<Record<string, Column[]>> => {
  const { raw } = await freshDatabase()
  const tables = raw.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name").all()
  return Object.fromEntries(
    tables
      .filter(({ name }) => name !== NOT_IN_SCHEMA)
      .map(({ name }) => [
        name,
        raw
          .prepare<[string], { name: string; type: string; notnull: number; pk: number }>('select name, type, "notnull", pk from pragma_table_info(?)')
          .all(name)
          .map((column) => ({ name: column.name, type: column.type, notnull: column.notnull === 1 || (column.type === 'INTEGER' && column.pk === 1) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      ]),
  )
}

/** The interfaces of schema.ts and the tables it puts together, read as syntax. */
const declaredTables = (): Record<string, Column[]> => {
  const files = ['./schema.ts', ...readdirSync(new URL('./tables/', import.meta.url)).map((file) => `./tables/${file}`)]
  const text = files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const source = ts.createSourceFile('schema.ts', text, ts.ScriptTarget.ES2022, true)
  const membersOf = (name: string) =>
    source.statements
      .filter(ts.isInterfaceDeclaration)
      .filter((one) => one.name.text === name)
      .flatMap((one) => one.members.filter(ts.isPropertySignature))
  const columnOf = (member: ts.PropertySignature): Column => {
    const text = (member.type?.getText(source) ?? '').replace(/^Stamped<(.*)>$/, '$1').replace(/^ColumnType<([^,]*),.*>$/, '$1')
    const parts = text.split('|').map((part) => part.trim())
    const isNumber = parts.every((part) => part === 'number' || part === 'null' || /^\d+$/.test(part))
    const type = isNumber ? 'INTEGER' : parts.includes('Buffer') ? 'BLOB' : 'TEXT'
    return { name: member.name.getText(source), type, notnull: !parts.includes('null') }
  }
  return Object.fromEntries(
    membersOf('Schema').map((table) => [
      table.name.getText(source),
      membersOf(table.type?.getText(source) ?? '')
        .map(columnOf)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    ]),
  )
}

test('schema.ts declares exactly the columns of the migrated database', async () => {
  expect(declaredTables()).toEqual(await migratedTables())
})

test('schema.sql shows the migrated database (npm run db -- dump writes it)', async () => {
  const { raw } = await freshDatabase()
  expect(readFileSync(new URL('./schema.sql', import.meta.url), 'utf8')).toBe(dumpSchema(raw))
})

test('every column of the database is classified in the data map', async () => {
  const classified = Object.fromEntries(Object.entries(dataMap).map(([table, columns]) => [table, Object.keys(columns).sort()]))
  const there = Object.fromEntries(Object.entries(await migratedTables()).map(([table, columns]) => [table, columns.map((column) => column.name).sort()]))
  expect(classified).toEqual(there)
})

test('every personal value is exported to its person or is internal: a secret, or a key that only joins rows', () => {
  const columns = Object.values(dataMap).flatMap((table): readonly ColumnFacts[] => Object.values(table))
  for (const column of columns.filter((one) => one.personal)) expect(column.exported_as === null, column.purpose).toBe(column.kind === 'internal')
})

test('all personal columns of a table are kept for the same time', () => {
  for (const [table, columns] of Object.entries(dataMap)) {
    const personal = Object.values<ColumnFacts>(columns).filter((column) => column.personal)
    expect(new Set(personal.map(({ retention }) => retention)).size, table).toBeLessThanOrEqual(1)
  }
})

test('every table is strict', async () => {
  const { raw } = await freshDatabase()
  expect(raw.prepare("select name from pragma_table_list where schema = 'main' and name not like 'sqlite_%' and strict = 0").all()).toEqual([])
})
