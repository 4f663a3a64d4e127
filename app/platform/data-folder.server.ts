import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { CannotStart } from './cannot-start.server.ts'

/** The database file within the data folder. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'wegbereiter.db')

/**
 * Makes the data folder and takes it for this process alone, until `release` or the end of the process. The claim is a lock of
 * the operating system on a small SQLite file, so that it can never be left behind by a crash. Throws CannotStart.
 */
export const takeDataFolder = (dataDir: string): { readonly release: () => void } => {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    const claim = new SqliteDatabase(join(dataDir, 'owner.lock'), { timeout: 0 })
    claim.pragma('journal_mode = memory')
    claim.exec('begin exclusive')
    return { release: () => void claim.close() }
  } catch (error) {
    throw inWords(error, dataDir)
  }
}

const inWords = (error: unknown, folder: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new CannotStart(
      `Wegbereiter läuft schon mit dem Datenordner ${folder}. Beenden Sie das andere Programm oder wählen Sie mit DATA_DIR einen anderen Ordner.`,
      `Wegbereiter is already running with the data folder ${folder}. Stop the other program or choose another folder with DATA_DIR.`,
    )
  }
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code)) {
    return new CannotStart(`Auf dem Datenträger von ${folder} ist kein Platz mehr frei.`, `There is no space left on the device of ${folder}.`)
  }
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_IOERR)/.test(code)) {
    return new CannotStart(
      `In den Datenordner ${folder} kann nicht geschrieben werden. Prüfen Sie seine Rechte oder wählen Sie mit DATA_DIR einen anderen Ordner.`,
      `The data folder ${folder} cannot be written to. Check its permissions or choose another folder with DATA_DIR.`,
    )
  }
  return error
}
