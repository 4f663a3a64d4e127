/** A migration that is killed at any moment: afterwards the schema is that of one migration or the next, never between, and nothing is missing. */
import { cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { integrityFaults } from '#db/backup.server.ts'
import { openDb } from '#db/client.server.ts'
import { dumpSchema } from '#db/dump-schema.server.ts'
import { migrate, migrations } from '#db/migrate.server.ts'
import { authorityId, populate } from '#tests/bench/population.ts'
import { aCourse, aModule, aReference } from '#tests/support/course.ts'
import { LONG_AGO, published } from '#tests/support/database.ts'
import { bundled, runUntilKilled } from './programs.ts'
import { dice } from './stage.ts'
import { hashOfTables } from './tables.ts'

export interface MigrationFigures {
  kills: number
  /** Schema found after a kill → how often. */
  readonly found: Record<string, number>
  /** Copies in `backups/` that were read and compared. */
  copies: number
  readonly faults: string[]
}

/** Kills `kills` migrations of a database with data that has only the first migration. */
export const killMigrations = async (work: string, { kills, seed = 1 }: { readonly kills: number; readonly seed?: number }): Promise<MigrationFigures> => {
  const chance = dice(seed)
  const { program, remove } = await bundled('tests/endurance/migrate-once.ts')
  const figures: MigrationFigures = { kills: 0, found: {}, copies: 0, faults: [] }
  try {
    const old = await oldDatabase(work)
    const before = withDatabase(old, hashOfTables)
    const stages = migrations.map((_, at) => schemaAfter(at + 1))
    const longest = await timeOfOne(program, work, old)
    for (; figures.kills < kills && figures.faults.length === 0; figures.kills += 1) {
      const file = copyOf(old, work)
      await runUntilKilled(program, [file], chance() * longest)
      const found = look(file, stages, before, figures)
      figures.found[found] = (figures.found[found] ?? 0) + 1
      const copies = join(dirname(file), 'backups')
      for (const name of existsSync(copies) ? readdirSync(copies).filter((one) => one.endsWith('.db')) : []) {
        figures.copies += 1
        if (faultsOfCopy(join(copies, name), before)) figures.faults.push(`the copy ${name} is no whole database`)
      }
      // The next start brings it to the end.
      const again = await runUntilKilled(program, [file], 60_000)
      if (again.lines.at(-1) !== 'done') figures.faults.push('the next start did not finish the migration')
      if (look(file, stages, before, figures) !== migrations.at(-1)?.name) figures.faults.push('the schema is not the newest after the next start')
    }
    return figures
  } finally {
    remove()
  }
}

/** Enough people that the copy and the migrations take a while. */
const oldDatabase = async (work: string): Promise<string> => {
  const file = join(mkdtempSync(join(work, 'old-')), 'wegbereiter.db')
  const { raw, db, close } = openDb(file)
  migrate(raw, { now: LONG_AGO, list: migrations.slice(0, 1) })
  const course = aCourse([aModule('m1', [aReference('a')])])
  await published(db, course)
  populate(raw, [course], 'old', { authorities: 40, people_each: 100 })
  raw.prepare('select 1 from authority where id = ?').get(authorityId('old', 0))
  await close()
  return file
}

const copyOf = (old: string, work: string): string => {
  const file = join(mkdtempSync(join(work, 'migrating-')), 'wegbereiter.db')
  cpSync(old, file)
  return file
}

/** Milliseconds from open to done, so that kills are spread over the whole of it. */
const timeOfOne = async (program: string, work: string, old: string): Promise<number> => {
  const file = copyOf(old, work)
  const from = performance.now()
  await runUntilKilled(program, [file], 60_000)
  return Math.max(20, (performance.now() - from) * 0.6)
}

const schemaAfter = (count: number): string => {
  const { raw } = openDb(':memory:')
  migrate(raw, { now: LONG_AGO, list: migrations.slice(0, count) })
  const text = dumpSchema(raw)
  raw.close()
  return text
}

/** Which migration the schema is that of. */
const look = (file: string, stages: readonly string[], before: Tables, figures: MigrationFigures): string =>
  withDatabase(file, (raw) => {
    figures.faults.push(...integrityFaults(raw))
    const at = stages.indexOf(dumpSchema(raw))
    if (at === -1) figures.faults.push('the schema is between two migrations')
    const applied = raw.prepare<[], { name: string }>('select name from schema_migration order by name').all()
    if (applied.length !== at + 1) figures.faults.push(`${applied.length} migrations are noted, the schema is number ${at + 1}`)
    figures.faults.push(...differences(before, hashOfTables(raw)))
    return migrations[at]?.name ?? 'between'
  })

type Tables = ReturnType<typeof hashOfTables>

/** Tables of the old schema whose rows are not what they were. */
const differences = (before: Tables, after: Tables): readonly string[] =>
  Object.entries(before).flatMap(([table, rows]) => (table === 'schema_migration' || after[table] === rows ? [] : [`the rows of ${table} have changed`]))

const faultsOfCopy = (file: string, before: Tables): boolean => {
  try {
    return withDatabase(file, (raw) => integrityFaults(raw).length > 0 || differences(before, hashOfTables(raw)).length > 0)
  } catch {
    return true
  }
}

const withDatabase = <T>(file: string, work: (raw: Database) => T): T => {
  const raw = new SqliteDatabase(file)
  try {
    return work(raw)
  } finally {
    raw.close()
  }
}
