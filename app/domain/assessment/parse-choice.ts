/** Choosing: one option, several options, a verdict with its reason. */
import type { ItemOf } from '#app/content/items/item.ts'
import type { AnswerOf } from './answer-schema.ts'
import { allValues, type FormValues, oneValue } from './form-values.ts'
import { type AnswerProblem, refuse } from './problem.ts'

type Parsed<K extends 'single' | 'multiple' | 'truefalse'> = { answer: AnswerOf<K> } | { problem: AnswerProblem }

/** Field `option`: exactly one of the options. */
export const parseSingle = (item: ItemOf<'single'>, form: FormValues): Parsed<'single'> => {
  const option = oneValue(form, 'option')
  if (option === undefined) return refuse('choose_one', form, 'option')
  if (!item.options.some((known) => known.id === option)) return refuse('unknown_option', form, 'option')
  return { answer: { kind: 'single', option } }
}

/** Field `option`, once for each chosen option; stored in the item's order, so the order of the fields means nothing. */
export const parseMultiple = (item: ItemOf<'multiple'>, form: FormValues): Parsed<'multiple'> => {
  const chosen = allValues(form, 'option')
  if (chosen.length === 0) return refuse('choose_some', form, 'option')
  if (new Set(chosen).size < chosen.length) return refuse('chosen_twice', form, 'option')
  const known = item.options.map((option) => option.id)
  if (!chosen.every((option) => known.includes(option))) return refuse('unknown_option', form, 'option')
  return { answer: { kind: 'multiple', options: known.filter((option) => chosen.includes(option)) } }
}

/** Fields `verdict` ("true" or "false") and `reason`, both needed. */
export const parseTruefalse = (item: ItemOf<'truefalse'>, form: FormValues): Parsed<'truefalse'> => {
  const verdict = oneValue(form, 'verdict')
  const reason = oneValue(form, 'reason')
  if (verdict === undefined) return reason === undefined ? refuse('choose_verdict', form, 'verdict', 'reason') : refuse('choose_verdict', form, 'verdict')
  if (verdict !== 'true' && verdict !== 'false') return refuse('unknown_option', form, 'verdict')
  if (reason === undefined) return refuse('choose_reason', form, 'reason')
  if (!item.reasons.some((known) => known.id === reason)) return refuse('unknown_option', form, 'reason')
  return { answer: { kind: 'truefalse', verdict: verdict === 'true', reason } }
}
