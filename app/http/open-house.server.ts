/** Opens everything a request may use: the data folder, the database, the courses, and on first run the demo. */
import { join, resolve } from 'node:path'
import { openCatalogue } from '#app/domain/catalogue/open-catalogue.server.ts'
import { CannotStart } from '#app/platform/cannot-start.server.ts'
import { systemClock, toInstant } from '#app/platform/clock.ts'
import { databaseFile, takeDataFolder } from '#app/platform/data-folder.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import { openDb } from '#db/client.server.ts'
import { type DatabaseProblem, databaseProblem } from '#db/errors.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { isDemo, seedDemo } from '#db/seed/seed-demo.server.ts'
import type { House } from './house.server.ts'
import { databaseStore } from './limit-store.server.ts'

export interface OpenHouse {
  readonly house: House
  /** Writes everything back to the one database file and lets go of the data folder. Idempotent. */
  close(): Promise<void>
}

/** Opens the house. Throws CannotStart for what an operator can put right. */
export const openHouse = async (root: string, env: Env, log: Log): Promise<OpenHouse> => {
  const dataDir = resolve(root, env.dataDir)
  const { release } = takeDataFolder(dataDir)
  try {
    return await furnish(root, databaseFile(dataDir), env, log, release)
  } catch (error) {
    release()
    throw inWords(error, dataDir)
  }
}

const furnish = async (root: string, file: string, env: Env, log: Log, release: () => void): Promise<OpenHouse> => {
  const { db, raw, close } = openDb(file)
  try {
    const now = toInstant(systemClock())
    const { applied, copy } = migrate(raw, { now })
    if (applied.length > 0) log.info('migrated', { count: applied.length, ...(copy === null ? {} : { file: copy }) })
    const catalogue = await openCatalogue(db, join(root, 'courses'), now)
    if (env.demo && (await seedDemo(db, catalogue, { now })) === 'seeded') log.info('demo_seeded')
    const limits = createLimits(databaseStore(db), systemClock, fingerprint)
    const house: House = {
      db,
      catalogue,
      coursesFolder: join(root, 'courses'),
      limits,
      log,
      clock: systemClock,
      demo: await isDemo(db),
      secure: env.publicOrigin?.startsWith('https:') === true,
      publicOrigin: env.publicOrigin,
    }
    return {
      house,
      close: async () => {
        await db.destroy()
        if (raw.open) raw.pragma('wal_checkpoint(truncate)')
        await close()
        release()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

const inWords = (error: unknown, folder: string): unknown => {
  const problem = databaseProblem(error)
  if (problem === null || problem === 'constraint') return error
  const [de, en] = SENTENCES[problem]
  return new CannotStart(`${de} (${folder})`, `${en} (${folder})`)
}

const SENTENCES: Readonly<Record<Exclude<DatabaseProblem, 'constraint'>, readonly [de: string, en: string]>> = {
  busy: [
    'Ein anderes Programm schreibt gerade in die Datenbank. Versuchen Sie es gleich noch einmal.',
    'Another program is writing to the database. Please try again in a moment.',
  ],
  full: ['Auf dem Datenträger ist kein Platz mehr frei.', 'There is no space left on the device.'],
  readonly: [
    'Die Datenbank kann nicht beschrieben werden. Prüfen Sie die Rechte der Dateien.',
    'The database cannot be written to. Check the permissions of its files.',
  ],
  io: ['Die Datenbank lässt sich nicht öffnen. Prüfen Sie Datenträger und Rechte.', 'The database cannot be opened. Check the device and the permissions.'],
  corrupt: [
    'Die Datenbank ist beschädigt oder keine Datenbank. Setzen Sie eine Sicherung ein: npm run db -- restore <Datei>.',
    'The database is damaged or not a database. Put a backup in its place: npm run db -- restore <file>.',
  ],
  schema: [
    'Die Datenbank gehört zu einer neueren Fassung von Wegbereiter. Nehmen Sie die passende Fassung des Programms.',
    'The database belongs to a newer version of Wegbereiter. Use the version of the program that fits.',
  ],
}
