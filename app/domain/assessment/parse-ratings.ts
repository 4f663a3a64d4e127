/** Rating every option from 1 to 5: a situation (twice, both kept) and a judgement of actions. */
import type { ItemOf } from '#app/content/items/item.ts'
import type { AnswerOf } from './answer-schema.ts'
import { type FormValues, oneValue } from './form-values.ts'
import { type AnswerProblem, refuse } from './problem.ts'

type Ratings = Record<string, number>

/** Fields `rating.<option>` for every option, and `phase` ("again" after the feedback was read). */
export const parseCriticalIncident = (
  item: ItemOf<'critical-incident'>,
  form: FormValues,
  previous: AnswerOf<'critical-incident'> | null,
): { answer: AnswerOf<'critical-incident'> } | { problem: AnswerProblem } => {
  const parsed = parseRatings(item.options, form)
  if ('problem' in parsed) return parsed
  if (previous === null) return { answer: { kind: 'critical-incident', first: parsed.ratings } }
  // The first form sent a second time (double click, second tab) is no second thought.
  const isReplay = oneValue(form, 'phase') !== 'again' && item.options.every(({ id }) => previous.first[id] === parsed.ratings[id])
  return { answer: isReplay ? previous : { kind: 'critical-incident', first: previous.first, again: parsed.ratings } }
}

/** Fields `rating.<option>` for every option. */
export const parseSjt = (item: ItemOf<'sjt'>, form: FormValues): { answer: AnswerOf<'sjt'> } | { problem: AnswerProblem } => {
  const parsed = parseRatings(item.options, form)
  return 'problem' in parsed ? parsed : { answer: { kind: 'sjt', ratings: parsed.ratings } }
}

const parseRatings = (options: readonly { readonly id: string }[], form: FormValues): { ratings: Ratings } | { problem: AnswerProblem } => {
  const ratings: Ratings = {}
  const missing: string[] = []
  for (const { id } of options) {
    const field = `rating.${id}`
    const value = oneValue(form, field)
    if (value === undefined) missing.push(field)
    else if (!/^[1-5]$/.test(value)) return refuse('unknown_option', form, field)
    else ratings[id] = Number(value)
  }
  return missing.length > 0 ? refuse('rate_all', form, ...missing) : { ratings }
}
