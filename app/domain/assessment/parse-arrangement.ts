/** Putting in order, matching pairs, filling gaps. */
import type { ItemOf } from '#app/content/items/item.ts'
import { rightId } from '#app/content/items/to-learner.ts'
import { type AnswerOf, GAP_LIMIT } from './answer-schema.ts'
import { type FormValues, lengthOf, oneValue, plainText } from './form-values.ts'
import { type AnswerProblem, refuse } from './problem.ts'

/** Fields `position.<entry>` with 1…n: every entry has a place and every place is taken once. */
export const parseOrder = (item: ItemOf<'order'>, form: FormValues): { answer: AnswerOf<'order'> } | { problem: AnswerProblem } => {
  const placed = new Map<number, string>()
  const faulty: string[] = []
  for (const { id } of item.entries) {
    const field = `position.${id}`
    const value = oneValue(form, field)
    const position = Number(value)
    if (value !== undefined && !(/^[1-9]\d?$/.test(value) && position <= item.entries.length)) return refuse('unknown_option', form, field)
    if (value === undefined || placed.has(position)) faulty.push(field)
    else placed.set(position, id)
  }
  if (faulty.length > 0) return refuse('order_complete', form, ...faulty)
  return { answer: { kind: 'order', entries: [...placed].sort(([a], [b]) => a - b).map(([, id]) => id) } }
}

/** Fields `match.<left>` with the learner's id of a right side: every left side has one and no right side is used twice. */
export const parseMatch = (item: ItemOf<'match'>, form: FormValues): { answer: AnswerOf<'match'> } | { problem: AnswerProblem } => {
  const pairs: Record<string, string> = {}
  const missing: string[] = []
  for (const { id } of item.pairs) {
    const field = `match.${id}`
    const value = oneValue(form, field)
    if (value === undefined) {
      missing.push(field)
      continue
    }
    const pair = item.pairs.find((known) => rightId(item.id, known.id) === value)?.id
    if (pair === undefined) return refuse('unknown_option', form, field)
    pairs[id] = pair
  }
  if (missing.length > 0) return refuse('match_complete', form, ...missing)
  const twice = Object.entries(pairs).filter(([left, right]) => Object.entries(pairs).some(([other, same]) => other !== left && same === right))
  if (twice.length > 0) return refuse('match_twice', form, ...twice.map(([left]) => `match.${left}`))
  return { answer: { kind: 'match', pairs } }
}

/** Fields `gap.<gap>`: none empty, at most 200 characters each; stored as typed, on one line. */
export const parseGap = (item: ItemOf<'gap'>, form: FormValues): { answer: AnswerOf<'gap'> } | { problem: AnswerProblem } => {
  const texts: Record<string, string> = {}
  const empty: string[] = []
  const tooLong: string[] = []
  for (const { id } of item.gaps) {
    const field = `gap.${id}`
    const text = plainText(oneValue(form, field) ?? '').replace(/\s+/g, ' ')
    if (text === '') empty.push(field)
    else if (text.length > GAP_LIMIT * 2 || lengthOf(text) > GAP_LIMIT) tooLong.push(field)
    texts[id] = text
  }
  if (tooLong.length > 0) return refuse('gap_too_long', form, ...tooLong)
  return empty.length > 0 ? refuse('fill_gaps', form, ...empty) : { answer: { kind: 'gap', texts } }
}
