/** The installation, operated by an authority that exists. */
import type { InstallationDetails } from '#app/domain/installation/details.ts'
import type { Db } from '#db/types.ts'
import { LONG_AGO } from './database.ts'

/** Writes the one row, replacing any before it. Details that are not given have not been filled in. */
export const anInstallation = async (db: Db, operator_id: string, details: Partial<InstallationDetails> = {}) => {
  const row = { id: 1, operator_id, details: JSON.stringify(details), changed_at: LONG_AGO }
  await db.deleteFrom('installation').execute()
  await db.insertInto('installation').values(row).execute()
  return row
}
