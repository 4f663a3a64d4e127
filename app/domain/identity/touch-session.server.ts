import type { Db } from '#db/types.ts'

/** Notes that the session is in use, which starts its idle time anew. One statement, outside of a transaction: pages that are only read do it too. */
export const touchSession = async (db: Db, session: { authority_id: string; id_hash: string }, facts: { now: string }): Promise<void> => {
  await db
    .updateTable('session')
    .set({ last_seen_at: facts.now })
    .where('session.authority_id', '=', session.authority_id)
    .where('session.id_hash', '=', session.id_hash)
    .execute()
}
