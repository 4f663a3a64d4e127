/** Backups taken while eight people answer: each is whole, restores, and is exactly the beginning of what came to be. */
import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { compareWithLedger } from '#app/domain/progress/rebuild.server.ts'
import { systemClock, toInstant } from '#app/platform/clock.ts'
import { backup, integrityFaults } from '#db/backup.server.ts'
import { openDb } from '#db/client.server.ts'
import { restore } from '#db/restore.server.ts'
import { Client, newJournal } from './answering.ts'
import { faultsOf } from './kept.ts'
import { serve } from './served.ts'
import { pause, setStage } from './stage.ts'
import { hashOfTables } from './tables.ts'

export interface BackupFigures {
  backups: number
  /** Events in the first and the last copy, and in the end. */
  readonly events: number[]
  /** Longest time of a backup. Milliseconds. */
  slowest: number
  readonly faults: string[]
}

/** Takes `backups` copies under load and one while writing is held still, where copy and original must be the same in every table. */
export const backUp = async (root: string, work: string, { backups }: { readonly backups: number }): Promise<BackupFigures> => {
  const figures: BackupFigures = { backups: 0, events: [], slowest: 0, faults: [] }
  const stage = await setStage(root, join(work, 'backed-up'))
  const served = await serve(root, stage.dataDir)
  const journal = newJournal()
  let isEnough = false
  const working = stage.learners.map((learner, number) =>
    new Client(stage, learner, number, journal).answer(
      served,
      () => {},
      () => isEnough,
    ),
  )
  const { raw, close } = openDb(stage.file)
  const copies: { readonly file: string; readonly acknowledged: readonly string[] }[] = []
  try {
    for (; figures.backups < backups; figures.backups += 1) {
      await pause(300)
      const acknowledged = [...journal.acknowledged]
      const from = performance.now()
      const file = backup(raw, join(work, `copies-${figures.backups}`), toInstant(systemClock()))
      figures.slowest = Math.max(figures.slowest, performance.now() - from)
      copies.push({ file, acknowledged })
    }
    figures.faults.push(...(await heldStill(stage.file, work)))
  } finally {
    isEnough = true
    await Promise.all(working)
    await close()
    await served.stop()
  }
  figures.faults.push(...journal.faults, ...served.errors, ...(await faultsOf(stage.file, journal)))
  const last = new SqliteDatabase(stage.file, { readonly: true })
  for (const { file, acknowledged } of copies)
    figures.faults.push(...(await compare(last, file, acknowledged, figures)).map((fault) => `${basename(file)}: ${fault}`))
  figures.events.push(eventsUpTo(last, Number.MAX_SAFE_INTEGER).length)
  last.close()
  return figures
}

/** Others wait for the write lock meanwhile, so that the original stands still. */
const heldStill = async (file: string, work: string): Promise<readonly string[]> => {
  const holder = openDb(file)
  const reader = openDb(file)
  try {
    holder.raw.exec('begin immediate')
    const copy = backup(reader.raw, join(work, 'copies-held'), toInstant(systemClock()))
    const original = hashOfTables(holder.raw)
    holder.raw.exec('rollback')
    const taken = new SqliteDatabase(copy, { readonly: true })
    const copied = hashOfTables(taken)
    taken.close()
    return JSON.stringify(original) === JSON.stringify(copied) ? [] : ['held still, copy and original differ']
  } finally {
    await holder.close()
    await reader.close()
  }
}

/** Restores a copy and compares it with the backup itself, with its own ledger and with what the original became. */
const compare = async (last: Database, copy: string, acknowledged: readonly string[], figures: BackupFigures): Promise<readonly string[]> => {
  const target = join(`${copy}-restored`, 'wegbereiter.db')
  mkdirSync(`${copy}-restored`)
  const { outcome } = restore(copy, target, toInstant(systemClock()))
  if (outcome !== 'restored') return [`not restored: ${outcome}`]
  const source = new SqliteDatabase(copy, { readonly: true })
  const { raw, db, close } = openDb(target)
  try {
    const events = eventsUpTo(raw, Number.MAX_SAFE_INTEGER)
    const seq = events.at(-1)?.seq ?? 0
    figures.events.push(events.length)
    const there = new Set(events.map(({ id }) => id))
    const answers = (of: Database) =>
      JSON.stringify(of.prepare('select * from response where id in (select id from learning_event where seq <= ?) order by id').all(seq))
    return [
      ...integrityFaults(raw),
      ...(JSON.stringify(hashOfTables(source)) === JSON.stringify(hashOfTables(raw)) ? [] : ['restored and backup differ']),
      ...(JSON.stringify(events) === JSON.stringify(eventsUpTo(last, seq)) ? [] : ['the ledger is not the beginning of the later one']),
      ...(answers(raw) === answers(last) ? [] : ['answers differ from the later ones']),
      ...acknowledged.filter((id) => !there.has(id)).map((id) => `acknowledged before and not in the copy: ${id}`),
      ...(await compareWithLedger(db)).differences.map(({ table, key }) => `${table} ${key}`),
    ]
  } finally {
    source.close()
    await close()
  }
}

const eventsUpTo = (raw: Database, seq: number) =>
  raw.prepare<[number], { id: string; seq: number }>('select * from learning_event where seq <= ? order by seq').all(seq)
