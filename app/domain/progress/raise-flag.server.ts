import type { Course, Module } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import { lengthOf, plainText } from '#app/domain/assessment/form-values.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import { FLAG_COMMENT_LIMIT, FLAG_REASONS } from './flag.ts'
import { versionsOf } from './item-tally.ts'

interface FlagFacts {
  /** As typed. */
  readonly reason: string
  readonly comment: string
  /** `LearnerItem.version` of the wording the person had before them. */
  readonly version: string
  readonly now: string
}

/**
 * Tells the authors what is wrong with an item. One hint a person, wording and reason: raised again, its words are replaced.
 * 'item_changed' where the wording is no longer the one that is shown. Throws NotFound where the module has no such item.
 */
export const raiseFlag = async (
  tx: Tx,
  actor: Actor,
  { course, module, item_id }: { readonly course: Course; readonly module: Module; readonly item_id: string },
  facts: FlagFacts,
): Promise<'raised' | 'replaced' | 'choose_reason' | 'comment_too_long' | 'item_changed'> => {
  if (!module.items.some(({ id }) => id === item_id)) throw new NotFound()
  const reason = FLAG_REASONS.find((known) => known === facts.reason)
  if (reason === undefined) return 'choose_reason'
  const comment = plainText(facts.comment)
  if (comment.length > FLAG_COMMENT_LIMIT * 2 || lengthOf(comment) > FLAG_COMMENT_LIMIT) return 'comment_too_long'
  if (!versionsOf(module, item_id).includes(facts.version)) return 'item_changed'
  const own = { authority_id: actor.authority_id, person_id: actor.person_id }
  const about = { course_id: course.id, module_id: module.id, item_id, item_version: facts.version, reason }
  const { numUpdatedRows } = await tx
    .updateTable('item_flag')
    .set({ comment, raised_at: facts.now })
    .where('authority_id', '=', actor.authority_id)
    .where((eb) => eb.and({ person_id: actor.person_id, ...about }))
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return 'replaced'
  await tx
    .insertInto('item_flag')
    .values({ ...own, ...about, id: newId(), comment, raised_at: facts.now })
    .execute()
  return 'raised'
}
