import type { Actor } from '#app/domain/actor.ts'
import type { Tx } from '#db/types.ts'
import type { ReflectionPlace } from './save-reflection.server.ts'

/** Deletes the person's private text for good. */
export const deleteReflection = async (tx: Tx, actor: Actor, place: ReflectionPlace): Promise<'deleted' | 'nothing_there'> => {
  const { numDeletedRows } = await tx
    .deleteFrom('reflection')
    .where('authority_id', '=', actor.authority_id)
    .where('person_id', '=', actor.person_id)
    .where('course_id', '=', place.course_id)
    .where('module_id', '=', place.module_id)
    .where('item_id', '=', place.item_id)
    .executeTakeFirst()
  return numDeletedRows > 0n ? 'deleted' : 'nothing_there'
}
