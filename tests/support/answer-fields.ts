/** What a person sends who answers an item, from its key. */
import type { Item, ItemOf } from '#app/content/items/item.ts'
import { rightId } from '#app/content/items/to-learner.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

/**
 * The fields of the kind. `wrong` answers score 0 where the kind counts. A conversation takes its first (or last) choice from the
 * start; a reflection cannot be answered and gives undefined.
 */
export const answerFields = (item: Item, how: 'right' | 'wrong'): Fields | undefined => {
  const right = how === 'right'
  switch (item.kind) {
    case 'single':
      return { option: pick(item.options, right) }
    case 'multiple':
      return { option: item.options.filter((option) => option.correct === right).map(({ id }) => id) }
    case 'truefalse':
      return { verdict: String(right ? item.answer : !item.answer), reason: pick(item.reasons, right) }
    case 'order':
      return Object.fromEntries(item.entries.map(({ id }, at) => [`position.${id}`, String(right ? at + 1 : item.entries.length - at)]))
    case 'match':
      return Object.fromEntries(
        item.pairs.map(({ id }, at) => [`match.${id}`, rightId(item.id, item.pairs[(right ? at : at + 1) % item.pairs.length]?.id ?? '')]),
      )
    case 'gap':
      return Object.fromEntries(item.gaps.map(({ id, answers }) => [`gap.${id}`, right ? (answers[0] ?? '') : 'xyzzy']))
    case 'critical-incident':
    case 'sjt':
      return Object.fromEntries(item.options.map(({ id, rating }) => [`rating.${id}`, String(right ? rating : 6 - rating)]))
    case 'dialogue':
      return { step: '0', choice: choicesToEnding(item, how)[0] ?? '' }
    case 'rewrite':
      return {
        text: right ? 'Bitte rufen Sie uns an. Wir helfen Ihnen.' : 'Bitte.',
        ...Object.fromEntries(item.rubric.map(({ id }) => [`check.${id}`, right ? '2' : '0'])),
      }
    case 'transfer':
      return { status: right ? 'done' : 'tried', on: '2026-12-04' }
    case 'reflection':
      return undefined
  }
}

/** The choices of a shortest way from the start to an ending; `wrong` looks for it from the other side, so the two differ where they can. */
export const choicesToEnding = (item: ItemOf<'dialogue'>, how: 'right' | 'wrong'): readonly string[] => {
  const queue: { readonly at: string; readonly path: readonly string[] }[] = [{ at: item.start, path: [] }]
  const seen = new Set<string>()
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { at, path } = next
    if (item.endings.some((ending) => ending.id === at)) return path
    if (seen.has(at)) continue
    seen.add(at)
    const choices = item.nodes.find((node) => node.id === at)?.choices ?? []
    for (const choice of how === 'right' ? choices : [...choices].reverse()) queue.push({ at: choice.next, path: [...path, choice.id] })
  }
  throw new Error(`no way through ${item.id}`)
}

const pick = (options: readonly { readonly id: string; readonly correct: boolean }[], correct: boolean): string =>
  options.find((option) => option.correct === correct)?.id ?? ''
