/** `npm run db -- migrate | backup [folder] | restore <file> | check | seed | dump`: the database from the command line. */
import { existsSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { compareWithLedger } from '#app/domain/progress/rebuild.server.ts'
import { compareSums } from '#app/domain/progress/sums.server.ts'
import { systemClock, toInstant } from '#app/platform/clock.ts'
import { databaseFile, takeDataFolder } from '#app/platform/data-folder.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { backup, integrityFaults } from '#db/backup.server.ts'
import { openDb } from '#db/client.server.ts'
import { dumpSchema } from '#db/dump-schema.server.ts'
import { migrate, missingMigrations } from '#db/migrate.server.ts'
import { restore } from '#db/restore.server.ts'
import { PlainFailure, runPlainly } from './plain-failure.ts'
import { seedCatalogue } from './seed.ts'

const USAGE = `npm run db -- <Befehl>
  migrate            bringt die Datenbank auf den Stand dieses Programms (vorher entsteht eine Sicherung)
  backup [Ordner]    schreibt eine geprüfte Sicherung, auch während Wegbereiter läuft
  restore <Datei>    setzt eine Sicherung ein; der bisherige Stand bleibt daneben liegen
  check              prüft Datei, Verweise und Lernstände
  seed               füllt eine leere Datenbank mit den erfundenen Behörden der Demo
  dump               schreibt db/schema.sql (für die Entwicklung)`

const main = async () => {
  const [command, argument] = process.argv.slice(2)
  const { dataDir } = readEnv()
  const now = toInstant(systemClock())
  switch (command) {
    case 'migrate':
      return alone(dataDir, () => runMigrate(dataDir, now))
    case 'backup':
      return runBackup(dataDir, argument ?? join(dataDir, 'backups'), now)
    case 'restore':
      return alone(dataDir, async () => runRestore(dataDir, argument, now))
    case 'check':
      return runCheck(dataDir)
    case 'seed':
      return alone(dataDir, () => runSeed(dataDir, now))
    case 'dump':
      return runDump(now)
    default:
      throw new PlainFailure(USAGE)
  }
}

/** For commands during which the program may not serve from the same folder. */
const alone = async (dataDir: string, work: () => Promise<void>) => {
  const { release } = takeDataFolder(dataDir)
  try {
    await work()
  } finally {
    release()
  }
}

const runMigrate = async (dataDir: string, now: string) => {
  const { raw, close } = openDb(databaseFile(dataDir))
  try {
    const { applied, copy } = migrate(raw, { now })
    if (copy !== null) console.log(`Sicherung vorher: ${shown(copy)}`)
    console.log(applied.length === 0 ? 'Die Datenbank ist auf dem neuesten Stand.' : `Angewendet: ${applied.join(', ')}`)
  } finally {
    await close()
  }
}

const runBackup = async (dataDir: string, folder: string, now: string) => {
  const { raw, close } = openExisting(dataDir)
  try {
    console.log(`Gesichert und geprüft: ${shown(backup(raw, folder, now))}`)
  } finally {
    await close()
  }
}

const runRestore = (dataDir: string, file: string | undefined, now: string) => {
  if (file === undefined) throw new PlainFailure(`Nennen Sie die Sicherung, die eingesetzt werden soll.\n\n${USAGE}`)
  const restored = restore(file, databaseFile(dataDir), now)
  if (restored.outcome !== 'restored')
    throw new PlainFailure(
      restored.outcome === 'not_ours' ? `Die Datei ${file} ist keine Datenbank von Wegbereiter. Nichts wurde verändert.` : `Die Datei ${file} gibt es nicht.`,
    )
  console.log(`Eingesetzt: ${file}`)
  if (restored.kept !== null) console.log(`Der bisherige Stand liegt in: ${shown(restored.kept)}`)
}

const runCheck = async (dataDir: string) => {
  const { db, raw, close } = openExisting(dataDir)
  try {
    const faults = integrityFaults(raw)
    if (faults.length > 0)
      throw new PlainFailure(
        `Die Datenbank ist beschädigt:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nNehmen Sie eine Sicherung: npm run db -- restore <Datei>`,
      )
    const missing = missingMigrations(raw)
    if (missing.length > 0)
      throw new PlainFailure(`Es fehlen Umstellungen: ${missing.map((one) => one.name).join(', ')}. Führen Sie aus: npm run db -- migrate`)
    const { events, states, differences } = await db.transaction().execute((tx) => compareWithLedger(tx))
    if (differences.length > 0) throw new PlainFailure(`${differences.length} Lernstände weichen vom Verlauf ab. Führen Sie aus: npm run progress -- rebuild`)
    const sums = await db.transaction().execute((tx) => compareSums(tx))
    if (sums.length > 0) throw new PlainFailure(`${sums.length} Summen der Auswertungen stimmen nicht. Führen Sie aus: npm run progress -- rebuild`)
    console.log(`In Ordnung: Datei und Verweise sind unversehrt, ${states} Lernstände entsprechen ${events} Ereignissen.`)
  } finally {
    await close()
  }
}

const runSeed = async (dataDir: string, now: string) => {
  const { db, raw, close } = openDb(databaseFile(dataDir))
  try {
    migrate(raw, { now })
    const outcome = await seedCatalogue(db, now)
    if (outcome === 'not_empty')
      throw new PlainFailure('In dieser Datenbank gibt es schon Behörden oder Personen. Die Demo wird nur in eine leere Datenbank geschrieben.')
    console.log('Die erfundenen Behörden sind angelegt.')
  } finally {
    await close()
  }
}

const runDump = async (now: string) => {
  const { raw, close } = openDb(':memory:')
  migrate(raw, { now })
  writeFileSync('db/schema.sql', dumpSchema(raw))
  await close()
}

const openExisting = (dataDir: string) => {
  const file = databaseFile(dataDir)
  if (!existsSync(file)) throw new PlainFailure(`In ${dataDir} gibt es noch keine Datenbank. Sie entsteht mit: npm start`)
  return openDb(file)
}

const shown = (path: string) => relative(process.cwd(), path) || path

await runPlainly(main)
