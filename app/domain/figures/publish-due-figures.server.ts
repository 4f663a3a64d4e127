import type { Db } from '#db/types.ts'
import { publishFigures } from './publish-figures.server.ts'

/**
 * Fixes what is due for every authority, each in a transaction of its own, and lets others have their turn between two; once `stopped`, it begins no other. Returns how many
 * months were added in all. What is interrupted is made up for by the next run.
 */
export const publishDueFigures = async (db: Db, facts: { courses: readonly string[]; now: string; stopped?: () => boolean }): Promise<number> => {
  const authorities = await db.selectFrom('authority').select(['id', 'created_at']).orderBy('id').execute()
  let months = 0
  for (const authority of authorities) {
    if (facts.stopped?.() === true) break
    months += await db.transaction().execute(async (tx) => (await publishFigures(tx, authority, facts)).length)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return months
}
