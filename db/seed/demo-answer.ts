import type { Item } from '#app/content/items/item.ts'
import type { Answer } from '#app/domain/assessment/answer.ts'
import type { Dice } from './dice.ts'

/** A plausible answer: right, or wrong where `right` is false. null for kinds that keep no answer here (own texts stay empty in the demo). */
export const demoAnswer = (item: Item, right: boolean, dice: Dice): Answer | null => {
  switch (item.kind) {
    case 'single':
      return { kind: 'single', option: pick(item.options, (option) => option.correct === right).id }
    case 'multiple': {
      const correct = item.options.filter((option) => option.correct).map((option) => option.id)
      return { kind: 'multiple', options: right ? correct : [pick(item.options, (option) => !option.correct).id, ...correct.slice(1)] }
    }
    case 'truefalse':
      return { kind: 'truefalse', verdict: right ? item.answer : !item.answer, reason: pick(item.reasons, (reason) => reason.correct === right).id }
    case 'order':
      return { kind: 'order', entries: ids(right ? item.entries : swapped(item.entries)) }
    case 'match': {
      const rights = ids(right ? item.pairs : swapped(item.pairs))
      return { kind: 'match', pairs: Object.fromEntries(item.pairs.map((pair, index) => [pair.id, rights[index] ?? pair.id])) }
    }
    case 'gap':
      return { kind: 'gap', texts: Object.fromEntries(item.gaps.map((gap, index) => [gap.id, right || index > 0 ? (gap.answers[0] ?? '') : 'weiß nicht'])) }
    case 'critical-incident':
      return { kind: 'critical-incident', first: ratingsOf(item.options, dice) }
    case 'sjt':
      return { kind: 'sjt', ratings: ratingsOf(item.options, dice) }
    case 'dialogue':
      return { kind: 'dialogue', path: aPath(item, dice) }
    case 'transfer':
      return { kind: 'transfer', status: right ? 'done' : 'tried' }
    default:
      return null
  }
}

interface Named {
  readonly id: string
}
const ids = (things: readonly Named[]) => things.map((thing) => thing.id)
const pick = <T>(things: readonly [T, ...T[]] | readonly T[], fits: (thing: T) => boolean): T => (things.find(fits) ?? things[0]) as T
const swapped = <T>(things: readonly T[]): readonly T[] => [...things.slice(1, 2), ...things.slice(0, 1), ...things.slice(2)]
/** One step beside the authors' rating, or on it. */
const ratingsOf = (options: readonly { readonly id: string; readonly rating: number }[], dice: Dice) =>
  Object.fromEntries(options.map((option) => [option.id, Math.min(5, Math.max(1, option.rating + dice.between(-1, 1)))]))

/** A way to an ending; gives up in a circle, which leaves the conversation under way. */
const aPath = (item: Extract<Item, { kind: 'dialogue' }>, dice: Dice): string[] => {
  const path: string[] = []
  let at = item.start
  while (path.length < 30) {
    const node = item.nodes.find((one) => one.id === at)
    const choice = node?.choices[dice.between(0, node.choices.length - 1)]
    if (choice === undefined) break
    path.push(choice.id)
    at = choice.next
  }
  return path
}
