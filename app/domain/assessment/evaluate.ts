import type { Item } from '#app/content/items/item.ts'
import type { Answer } from './answer.ts'
import { scoreGap } from './score-gap.ts'
import { scoreMatch } from './score-match.ts'
import { scoreMultiple } from './score-multiple.ts'
import { scoreOrder } from './score-order.ts'
import { scoreSingle } from './score-single.ts'
import { scoreTruefalse } from './score-truefalse.ts'
import { walk } from './walk.ts'

/** `done`: the item is wholly answered. `score`: integer 0…1000, null for kinds that do not count towards the pass mark. */
export interface Evaluation {
  readonly done: boolean
  readonly score: number | null
}

/** What an answer is worth. Every kind is done with its first answer, but a conversation only at an ending. Throws if answer and item differ in kind. */
export const evaluate = (item: Item, answer: Answer): Evaluation => {
  if (item.kind === 'single' && answer.kind === 'single') return counted(scoreSingle(item, answer))
  if (item.kind === 'multiple' && answer.kind === 'multiple') return counted(scoreMultiple(item, answer))
  if (item.kind === 'truefalse' && answer.kind === 'truefalse') return counted(scoreTruefalse(item, answer))
  if (item.kind === 'order' && answer.kind === 'order') return counted(scoreOrder(item, answer))
  if (item.kind === 'match' && answer.kind === 'match') return counted(scoreMatch(item, answer))
  if (item.kind === 'gap' && answer.kind === 'gap') return counted(scoreGap(item, answer))
  if (item.kind === 'dialogue' && answer.kind === 'dialogue') return { done: walk(item, answer.path).ending !== null, score: null }
  if (item.kind === answer.kind) return { done: true, score: null }
  throw new Error(`An answer of kind ${answer.kind} was evaluated for item ${item.id} of kind ${item.kind}`)
}

const counted = (score: number): Evaluation => ({ done: true, score })
