import type { Actor } from '#app/domain/actor.ts'
import type { Tx } from '#db/types.ts'

/**
 * Deletes one of the person's notes for good; 'newer' where another window has saved it since the form was drawn (`seen` is the
 * `saved_at` the form knows). Also for notes of courses that are gone.
 */
export const deleteNote = async (
  tx: Tx,
  actor: Actor,
  { id, seen }: { readonly id: string; readonly seen: string },
): Promise<'deleted' | 'nothing_there' | 'newer'> => {
  const own = await tx
    .selectFrom('note')
    .select('saved_at')
    .where('authority_id', '=', actor.authority_id)
    .where('person_id', '=', actor.person_id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (own === undefined) return 'nothing_there'
  if (own.saved_at !== seen) return 'newer'
  await tx.deleteFrom('note').where('authority_id', '=', actor.authority_id).where('person_id', '=', actor.person_id).where('id', '=', id).execute()
  return 'deleted'
}
