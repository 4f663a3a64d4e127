import type { ItemOf } from '#app/content/items/item.ts'
import type { AnswerOf } from './answer-schema.ts'

/** One option: 1000 for the right one, else 0. */
export const scoreSingle = (item: ItemOf<'single'>, answer: AnswerOf<'single'>): number =>
  item.options.some((option) => option.correct && option.id === answer.option) ? 1000 : 0
