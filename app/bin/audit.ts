/** `npm run audit -- verify [Datei] | head`: whether the trail of acts on personal data is whole. */
import { existsSync, readFileSync } from 'node:fs'
import { type AuditFault, type Head, verifyAudit } from '#app/domain/privacy/verify-audit.server.ts'
import { databaseFile } from '#app/platform/data-folder.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { openDb } from '#db/client.server.ts'
import { missingMigrations } from '#db/migrate.server.ts'
import { PlainFailure, runPlainly } from './plain-failure.ts'

const USAGE = `npm run audit -- <Befehl>
  verify             prüft, ob im Zugriffsprotokoll etwas verändert, gelöscht, eingefügt oder umgestellt wurde (Ende mit 1)
  verify <Datei>     vergleicht zusätzlich mit früher notierten Endständen
  head               nennt die Endstände, je Behörde eine Zeile: zum Aufbewahren außerhalb dieses Rechners

Ein gekürztes Ende und ein von Grund auf neu geschriebenes Protokoll zeigen sich nur im Vergleich mit einem notierten Endstand.
Notieren Sie ihn deshalb regelmäßig: npm run -s audit -- head > Endstand.txt`

/** Faults named one by one; the rest is counted. */
const SHOWN = 30

const main = async () => {
  const [command, argument, more] = process.argv.slice(2)
  if (more !== undefined || (command !== 'verify' && command !== 'head') || (command === 'head' && argument !== undefined)) throw new PlainFailure(USAGE)
  const noted = argument === undefined ? [] : readHeads(argument)
  const file = databaseFile(readEnv().dataDir)
  if (!existsSync(file)) throw new PlainFailure(`Es gibt noch keine Datenbank (${file}). Sie entsteht mit: npm start`)
  const { db, raw, close } = openDb(file)
  try {
    if (missingMigrations(raw).length > 0) throw new PlainFailure('Diese Datenbank hat noch kein Zugriffsprotokoll. Führen Sie aus: npm run db -- migrate')
    const { entries, heads, faults } = await verifyAudit(db, noted)
    if (command === 'head') return console.log(heads.map(lineOf).join('\n'))
    const names = new Map(heads.map(({ authority_id, authority }) => [authority_id, authority]))
    for (const fault of faults.slice(0, SHOWN)) console.log(`  ${names.get(fault.authority_id) ?? fault.authority_id}: ${inWords(fault)}`)
    if (faults.length > SHOWN) console.log(`  … und ${faults.length - SHOWN} weitere`)
    console.log('Endstände (notieren Sie sie an anderer Stelle, zum Beispiel in der Akte):')
    for (const head of heads) console.log(`  ${lineOf(head)}`)
    if (faults.length > 0)
      throw new PlainFailure(
        `Das Zugriffsprotokoll ist nicht unversehrt: ${faults.length === 1 ? 'eine Abweichung' : `${faults.length} Abweichungen`} bei ${entries} Einträgen.`,
      )
    console.log(
      noted.length === 0
        ? `In Ordnung: ${entries} Einträge, lückenlos und unverändert. Ob am Ende etwas fehlt, zeigt nur der Vergleich mit einem notierten Endstand.`
        : `In Ordnung: ${entries} Einträge, lückenlos, unverändert und im Einklang mit ${noted.length === 1 ? 'dem notierten Endstand' : `${noted.length} notierten Endständen`}.`,
    )
  } finally {
    await close()
  }
}

/** Authority, number and seal, as `readHeads` reads them. */
const lineOf = ({ authority_id, number, hash }: Head) => `${authority_id} ${number} ${hash}`

const readHeads = (file: string): readonly Head[] => {
  if (!existsSync(file)) throw new PlainFailure(`Die Datei ${file} gibt es nicht.`)
  const lines = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const heads = lines.flatMap((line) => {
    const [, authority_id = '', number = '', hash = ''] = /^(\S+) (\d+) ([0-9a-f]{64})$/.exec(line) ?? []
    return authority_id === '' ? [] : [{ authority_id, number: Number(number), hash }]
  })
  if (heads.length === 0 || heads.length < lines.length)
    throw new PlainFailure(`In ${file} stehen keine notierten Endstände, wie "npm run -s audit -- head" sie nennt.`)
  return heads
}

const inWords = ({ kind, number, until }: AuditFault): string => {
  switch (kind) {
    case 'altered':
      return `Eintrag ${number} wurde verändert oder umgestellt.`
    case 'missing':
      return until === number ? `Eintrag ${number} fehlt.` : `Die Einträge ${number} bis ${until} fehlen.`
    case 'unlinked':
      return `Eintrag ${number} schließt nicht an den vorigen an: Der vorige wurde ersetzt oder dieser eingefügt.`
    case 'head_gone':
      return `Der notierte Eintrag ${number} ist nicht mehr da: Das Ende wurde abgeschnitten.`
    case 'head_differs':
      return `Eintrag ${number} hat ein anderes Siegel als notiert: Das Protokoll wurde neu geschrieben.`
  }
}

await runPlainly(main)
