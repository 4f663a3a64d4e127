import type { ItemOf } from '#app/content/items/item.ts'
import type { AnswerOf } from './answer-schema.ts'

/** Verdict with reason: 500 for the right verdict, 500 more for the reason that carries it; a wrong verdict scores 0 whatever the reason. */
export const scoreTruefalse = (item: ItemOf<'truefalse'>, answer: AnswerOf<'truefalse'>): number => {
  if (answer.verdict !== item.answer) return 0
  return item.reasons.some((reason) => reason.correct && reason.id === answer.reason) ? 1000 : 500
}
