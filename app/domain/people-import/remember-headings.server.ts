import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { type Columns, headingsOf } from './columns.ts'
import type { PeopleFile } from './read-file.ts'

/** The authority's next file is read like this one where its headings are the same. */
export const rememberHeadings = async (tx: Tx, actor: Actor<'admin'>, file: PeopleFile, columns: Columns, facts: { now: string }): Promise<void> => {
  const kept = { mapping: JSON.stringify(headingsOf(file.headings, columns)), saved_at: facts.now }
  await tx
    .insertInto('import_mapping')
    .values({ authority_id: actor.authority_id, ...kept })
    .onConflict((on) => on.column('authority_id').doUpdateSet(kept))
    .execute()
}
