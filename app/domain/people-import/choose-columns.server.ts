import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { NotFound } from '../refusals.ts'
import { type ImportChoices, missingFields, sharedFields } from './columns.ts'
import { findImport } from './queries.server.ts'
import { rememberHeadings } from './remember-headings.server.ts'

/**
 * Says which column holds what and what else the file means, and remembers the headings for the next file. 'missing' or 'shared' where the
 * columns do not fit. Throws NotFound unless it is the actor's own file and it has columns at these positions.
 */
export const chooseColumns = async (
  tx: Tx,
  actor: Actor<'admin'>,
  subject: { import_id: string },
  choices: ImportChoices,
  facts: { now: string },
): Promise<'done' | 'missing' | 'shared' | 'expired'> => {
  const waiting = await findImport(tx, actor, subject.import_id, facts)
  if (waiting === undefined) throw new NotFound()
  if (waiting === 'expired') return waiting
  if (Object.values(choices.columns).some((at) => at >= waiting.file.headings.length)) throw new NotFound()
  if (missingFields(choices.columns).length > 0) return 'missing'
  if (sharedFields(choices.columns).length > 0) return 'shared'
  await tx
    .updateTable('people_import')
    .set({ mapping: JSON.stringify(choices) })
    .where('people_import.authority_id', '=', actor.authority_id)
    .where('people_import.id', '=', subject.import_id)
    .execute()
  await rememberHeadings(tx, actor, waiting.file, choices.columns, facts)
  return 'done'
}
