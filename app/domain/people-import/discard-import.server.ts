import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { NotFound } from '../refusals.ts'

/** Deletes the file; nobody's account changes. Throws NotFound unless it is the actor's own. */
export const discardImport = async (tx: Tx, actor: Actor<'admin'>, subject: { import_id: string }): Promise<void> => {
  const { numDeletedRows } = await tx
    .deleteFrom('people_import')
    .where('people_import.authority_id', '=', actor.authority_id)
    .where('people_import.id', '=', subject.import_id)
    .where('people_import.person_id', '=', actor.person_id)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new NotFound()
}
