import type { Actor } from '#app/domain/actor.ts'
import type { Tx } from '#db/types.ts'
import { FLAG_REASONS, type FlagPlace } from './flag.ts'

/** Takes a hint back: nothing of it remains. Works for hints about earlier wordings of the item too. */
export const withdrawFlag = async (
  tx: Tx,
  actor: Actor,
  place: FlagPlace,
  facts: { readonly reason: string; readonly version: string },
): Promise<'withdrawn' | 'nothing_there'> => {
  const reason = FLAG_REASONS.find((known) => known === facts.reason)
  if (reason === undefined) return 'nothing_there'
  const { numDeletedRows } = await tx
    .deleteFrom('item_flag')
    .where('authority_id', '=', actor.authority_id)
    .where('person_id', '=', actor.person_id)
    .where('course_id', '=', place.course_id)
    .where('module_id', '=', place.module_id)
    .where('item_id', '=', place.item_id)
    .where('item_version', '=', facts.version)
    .where('reason', '=', reason)
    .executeTakeFirst()
  return numDeletedRows > 0n ? 'withdrawn' : 'nothing_there'
}
