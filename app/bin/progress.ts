/** `npm run progress -- rebuild [--check]`: folds every learning state anew from the ledger, and adds up the sums of the reports anew. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Comparison, compareWithLedger, rebuildStates } from '#app/domain/progress/rebuild.server.ts'
import { compareSums, rebuildSums, type SumDifference } from '#app/domain/progress/sums.server.ts'
import { databaseFile } from '#app/platform/data-folder.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { openDb } from '#db/client.server.ts'
import { PlainFailure, runPlainly } from './plain-failure.ts'

const USAGE = `npm run progress -- rebuild [--check]
  rebuild            berechnet alle Lernstände neu aus dem Verlauf und zählt die Summen der Auswertungen nach
  rebuild --check    vergleicht nur und meldet Abweichungen (Ende mit 1)`

/** Differences named one by one; the rest is counted. */
const SHOWN = 20

const main = async () => {
  const file = databaseFile(readEnv().dataDir)
  const { check } = readArguments()
  if (!existsSync(file)) throw new PlainFailure(`Es gibt noch keine Datenbank (${file}). Sie entsteht mit: npm start`)
  const { db, close } = openDb(file)
  try {
    const [states, sums] = await db
      .transaction()
      .execute(async (tx) => [check ? await compareWithLedger(tx) : await rebuildStates(tx), check ? await compareSums(tx) : await rebuildSums(tx)])
    report(states)
    reportSums(sums)
    if (check && states.differences.length + sums.length > 0) throw new PlainFailure('Nichts wurde verändert. Neu berechnen: npm run progress -- rebuild')
  } finally {
    await close()
  }
}

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({ options: { check: { type: 'boolean', default: false } }, allowPositionals: true })
    if (positionals.length === 1 && positionals[0] === 'rebuild') return values
  } catch {
    // An unknown option: the usage below says which there are.
  }
  throw new PlainFailure(USAGE)
}

const report = ({ events, states, differences }: Comparison) => {
  for (const { table, key, column } of differences.slice(0, SHOWN)) console.log(`  ${table} ${column ?? '(ganze Zeile)'}: ${key}`)
  if (differences.length > SHOWN) console.log(`  … und ${differences.length - SHOWN} weitere`)
  console.log(`${events} Ereignisse, ${states} Lernstände, ${differences.length === 0 ? 'keine Abweichung' : `${differences.length} Abweichungen`}.`)
}

const reportSums = (differences: readonly SumDifference[]) => {
  for (const { table, key, is, should } of differences.slice(0, SHOWN)) console.log(`  ${table} ${is} statt ${should}: ${key}`)
  if (differences.length > SHOWN) console.log(`  … und ${differences.length - SHOWN} weitere`)
  if (differences.length > 0) console.log(`Summen der Auswertungen: ${differences.length} Abweichungen.`)
}

await runPlainly(main)
