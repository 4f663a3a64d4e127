import type { ItemOf } from '#app/content/items/item.ts'
import type { AnswerOf } from './answer-schema.ts'
import { normaliseGap } from './normalise-gap.ts'

/** Gaps: share of right gaps. A gap is right if it equals one of its answers after `normaliseGap`. */
export const scoreGap = (item: ItemOf<'gap'>, answer: AnswerOf<'gap'>): number =>
  Math.round((1000 * item.gaps.filter((gap) => isRightGap(gap, answer)).length) / item.gaps.length)

/** Whether this gap was filled with one of its answers. Text that is nothing but punctuation must match exactly. */
export const isRightGap = (gap: ItemOf<'gap'>['gaps'][number], answer: AnswerOf<'gap'>): boolean => {
  const typed = answer.texts[gap.id] ?? ''
  const core = normaliseGap(typed)
  return gap.answers.some((solution) => (core === '' ? typed !== '' && solution.normalize('NFC') === typed : normaliseGap(solution) === core))
}
