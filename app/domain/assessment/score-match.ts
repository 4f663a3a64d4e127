import type { ItemOf } from '#app/content/items/item.ts'
import type { AnswerOf } from './answer-schema.ts'

/** Matching: share of right pairs. Two right sides of the same wording are interchangeable. */
export const scoreMatch = (item: ItemOf<'match'>, answer: AnswerOf<'match'>): number =>
  Math.round((1000 * item.pairs.filter((pair) => isRightPair(item, answer, pair.id)).length) / item.pairs.length)

/** Whether the left side of `left` was matched with its right side. */
export const isRightPair = (item: ItemOf<'match'>, answer: AnswerOf<'match'>, left: string): boolean => {
  const textOf = (id: string | undefined) => item.pairs.find((pair) => pair.id === id)?.right
  return answer.pairs[left] !== undefined && textOf(answer.pairs[left]) === textOf(left)
}
