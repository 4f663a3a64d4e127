import type { ItemOf } from '#app/content/items/item.ts'
import type { AnswerOf } from './answer-schema.ts'

/**
 * Several options: (right picks − wrong picks) ÷ number of right options, never below 0. Each right pick is worth
 * the same, and a wrong pick takes away as much as a right one brings, so ticking everything does not pay.
 */
export const scoreMultiple = (item: ItemOf<'multiple'>, answer: AnswerOf<'multiple'>): number => {
  const correct = new Set(item.options.filter((option) => option.correct).map((option) => option.id))
  const hits = answer.options.filter((id) => correct.has(id)).length
  const misses = answer.options.length - hits
  return correct.size === 0 ? 0 : Math.round((1000 * Math.max(0, hits - misses)) / correct.size)
}
