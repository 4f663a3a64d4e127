import type { Actor } from '#app/domain/actor.ts'
import { TEXT_LIMIT } from '#app/domain/assessment/answer-schema.ts'
import { lengthOf } from '#app/domain/assessment/form-values.ts'
import type { Tx } from '#db/types.ts'

/** Ids of the place in the course that a private text belongs to. */
export interface ReflectionPlace {
  readonly course_id: string
  readonly module_id: string
  readonly item_id: string
}

/** Keeps the person's private text because the person asked for it; replaces the one before. No event, no score, no trace elsewhere. */
export const saveReflection = async (
  tx: Tx,
  actor: Actor,
  place: ReflectionPlace,
  facts: { readonly text: string; readonly now: string },
): Promise<'saved' | 'empty' | 'too_long'> => {
  const text = facts.text.replaceAll('\r\n', '\n').trim()
  if (text === '') return 'empty'
  if (text.length > TEXT_LIMIT * 2 || lengthOf(text) > TEXT_LIMIT) return 'too_long'
  const { course_id, module_id, item_id } = place
  await tx
    .insertInto('reflection')
    .values({ authority_id: actor.authority_id, person_id: actor.person_id, course_id, module_id, item_id, text, saved_at: facts.now })
    .onConflict((on) => on.columns(['authority_id', 'person_id', 'course_id', 'module_id', 'item_id']).doUpdateSet({ text, saved_at: facts.now }))
    .execute()
  return 'saved'
}
