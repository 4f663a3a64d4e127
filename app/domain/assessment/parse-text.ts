/** Own words: a rewritten letter, a reflection, and the report about a task at work. */
import type { ItemOf } from '#app/content/items/item.ts'
import { type AnswerOf, TEXT_LIMIT } from './answer-schema.ts'
import { allValues, type FormValues, lengthOf, oneValue, plainText } from './form-values.ts'
import { type AnswerProblem, refuse } from './problem.ts'

/** Field `text` (at most 10,000 characters) and `check` once for each point of the rubric that the writer ticked. */
export const parseRewrite = (item: ItemOf<'rewrite'>, form: FormValues): { answer: AnswerOf<'rewrite'> } | { problem: AnswerProblem } => {
  const written = parseWriting(form)
  if ('problem' in written) return written
  if (written.text === '') return refuse('write_text', form, 'text')
  const ticked = allValues(form, 'check')
  const known = item.rubric.map((point) => point.id)
  if (new Set(ticked).size < ticked.length) return refuse('chosen_twice', form, 'check')
  if (!ticked.every((point) => known.includes(point))) return refuse('unknown_option', form, 'check')
  return { answer: { kind: 'rewrite', text: written.text, checks: known.filter((point) => ticked.includes(point)) } }
}

/**
 * The private text of a reflection or of a situation's follow-up question: field `text`, at most 10,000 characters.
 * An empty text (or the button `delete`) means that nothing shall be kept.
 */
export const parseReflection = (form: FormValues): { text: string } | { problem: AnswerProblem } =>
  oneValue(form, 'delete') === undefined ? parseWriting(form) : { text: '' }

/** Fields `status` and, if the person likes, `on` (a date); a task still planned cannot be planned for a day before `today`. */
export const parseTransfer = (_item: ItemOf<'transfer'>, form: FormValues, today?: string): { answer: AnswerOf<'transfer'> } | { problem: AnswerProblem } => {
  const status = oneValue(form, 'status')
  if (status === undefined) return refuse('choose_status', form, 'status')
  if (status !== 'done' && status !== 'tried' && status !== 'not_yet') return refuse('unknown_option', form, 'status')
  const on = oneValue(form, 'on')
  if (on === undefined) return { answer: { kind: 'transfer', status } }
  if (!isDate(on)) return refuse('date_unreadable', form, 'on')
  if (status === 'not_yet' && today !== undefined && on < today) return refuse('date_past', form, 'on')
  return { answer: { kind: 'transfer', status, on } }
}

const parseWriting = (form: FormValues): { text: string } | { problem: AnswerProblem } => {
  const text = plainText(oneValue(form, 'text') ?? '')
  return text.length > TEXT_LIMIT * 2 || lengthOf(text) > TEXT_LIMIT ? refuse('too_long', form, 'text') : { text }
}

/** "2026-02-30" has the form of a date and is none. */
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
