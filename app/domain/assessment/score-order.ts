import type { ItemOf } from '#app/content/items/item.ts'
import type { AnswerOf } from './answer-schema.ts'

/**
 * Order: share of right transitions, i.e. of entries that directly follow the entry they should follow. Counting
 * places instead would give nothing to somebody who only put the first step last; only the whole order gives 1000.
 */
export const scoreOrder = (item: ItemOf<'order'>, answer: AnswerOf<'order'>): number => {
  const transitions = item.entries.length - 1
  return transitions < 1 ? 0 : Math.round((1000 * rightTransitions(item, answer)) / transitions)
}

/** How many entries directly follow the entry they should follow: 0 … entries − 1. */
export const rightTransitions = (item: ItemOf<'order'>, answer: AnswerOf<'order'>): number =>
  item.entries.slice(1).filter((entry, index) => {
    const at = answer.entries.indexOf(entry.id)
    return at > 0 && answer.entries[at - 1] === item.entries[index]?.id
  }).length
