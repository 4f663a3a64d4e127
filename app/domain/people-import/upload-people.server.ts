import { newId } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { shifted } from '../identity/session.ts'
import { guessColumns, type ImportChoices } from './columns.ts'
import { KEPT_FOR } from './limits.ts'
import { findRememberedHeadings } from './queries.server.ts'
import type { PeopleFile } from './read-file.ts'

/**
 * Keeps a file for its dry run and guesses its columns. Replaces an earlier file of the same person, and removes files of the authority that
 * have waited too long. `file` is what was read from `bytes`.
 */
export const uploadPeople = async (
  tx: Tx,
  actor: Actor<'admin'>,
  { file_name, bytes, file }: { file_name: string; bytes: Buffer; file: PeopleFile },
  facts: { now: string },
): Promise<{ import_id: string }> => {
  const { authority_id, person_id } = actor
  await tx
    .deleteFrom('people_import')
    .where('people_import.authority_id', '=', authority_id)
    .where((on) => on.or([on('people_import.person_id', '=', person_id), on('people_import.created_at', '<=', shifted(facts.now, -KEPT_FOR))]))
    .execute()
  const remembered = await findRememberedHeadings(tx, actor)
  const choices: ImportChoices = { columns: guessColumns(file.headings, remembered?.headings), deactivate_missing: false, create_units: false }
  const id = newId()
  await tx
    .insertInto('people_import')
    .values({ authority_id, id, person_id, file_name, body: bytes, mapping: JSON.stringify(choices), created_at: facts.now })
    .execute()
  return { import_id: id }
}
