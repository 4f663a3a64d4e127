/** Compares a database with the journal of those who answered: nothing lost, nothing twice, nothing torn. */
import { compareWithLedger } from '#app/domain/progress/rebuild.server.ts'
import { compareSums } from '#app/domain/progress/sums.server.ts'
import { integrityFaults } from '#db/backup.server.ts'
import { openDb } from '#db/client.server.ts'
import type { Journal } from './answering.ts'

/** What is wrong, in sentences; empty when everything is there exactly once. Reads beside a running server. */
export const faultsOf = async (file: string, journal: Journal): Promise<readonly string[]> => {
  const { raw, db, close } = openDb(file)
  try {
    const rows = raw.prepare<[], { id: string; n: number }>("select id, count(*) as n from learning_event where type = 'item_answered' group by id").all()
    const responses = raw.prepare<[], { id: string; n: number }>('select id, count(*) as n from response group by id').all()
    const kept = new Set(rows.map(({ id }) => id))
    const attempts = raw.prepare<[], { n: number | null }>('select sum(attempts) as n from item_state').get()?.n ?? 0
    const lost = [...journal.acknowledged].filter((id) => !kept.has(id))
    return [
      ...integrityFaults(raw),
      ...lost.map((id) => `acknowledged and lost: ${id}`),
      ...rows.filter(({ id }) => !journal.sent.has(id)).map(({ id }) => `kept and never sent: ${id}`),
      ...[...rows, ...responses].filter(({ n }) => n !== 1).map(({ id }) => `kept more than once: ${id}`),
      ...responses.filter(({ id }) => !kept.has(id)).map(({ id }) => `answer without event: ${id}`),
      ...(responses.length === rows.length ? [] : [`${rows.length} events, ${responses.length} answers`]),
      ...(attempts === rows.length ? [] : [`${rows.length} events, ${attempts} attempts in the states`]),
      ...(await db.transaction().execute((tx) => compareWithLedger(tx))).differences.map(({ table, key, column }) => `${table} ${column ?? ''} ${key}`),
      ...(await db.transaction().execute((tx) => compareSums(tx))).map(({ table, key, is, should }) => `${table} ${is} instead of ${should}: ${key}`),
    ]
  } finally {
    await close()
  }
}
