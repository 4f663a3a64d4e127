/** Own words: a rewritten letter, a reflection, and the report about a task at work. */
import type { ItemOf } from '#app/content/items/item.ts'
import { type AnswerOf, TEXT_LIMIT } from './answer-schema.ts'
import { type FormValues, lengthOf, oneValue, plainText } from './form-values.ts'
import { type AnswerProblem, refuse } from './problem.ts'

/** Field `text` (at most 10,000 characters) and `check.<point>` with 0, 1 or 2 for each point of the rubric that the writer rated. */
export const parseRewrite = (item: ItemOf<'rewrite'>, form: FormValues): { answer: AnswerOf<'rewrite'> } | { problem: AnswerProblem } => {
  const written = parseWriting(form)
  if ('problem' in written) return written
  if (written.text === '') return refuse('write_text', form, 'text')
  const rated = item.rubric.map(({ id }) => ({ id, field: `check.${id}`, points: oneValue(form, `check.${id}`) ?? '0' }))
  const wrong = rated.filter(({ points }) => !/^[012]$/.test(points))
  if (wrong.length > 0) return refuse('unknown_option', form, ...wrong.map(({ field }) => field))
  const idsWith = (points: string) => rated.filter((one) => one.points === points).map(({ id }) => id)
  const partly = idsWith('1')
  return { answer: { kind: 'rewrite', text: written.text, checks: idsWith('2'), ...(partly.length > 0 ? { partly } : {}) } }
}

/**
 * The private text of a reflection or of a situation's follow-up question: field `text`, at most 10,000 characters.
 * An empty text (or the button `delete`) means that nothing shall be kept.
 */
export const parseReflection = (form: FormValues): { text: string } | { problem: AnswerProblem } =>
  oneValue(form, 'delete') === undefined ? parseWriting(form) : { text: '' }

/**
 * Fields `status` and `on`, the day the person intends. A task not yet done needs its day, today or later: without one it is no
 * plan. A report about a task done or tried keeps the day, whenever that was.
 */
export const parseTransfer = (_item: ItemOf<'transfer'>, form: FormValues, today?: string): { answer: AnswerOf<'transfer'> } | { problem: AnswerProblem } => {
  const status = oneValue(form, 'status')
  if (status === undefined) return refuse('choose_status', form, 'status')
  if (status !== 'done' && status !== 'tried' && status !== 'not_yet') return refuse('unknown_option', form, 'status')
  const on = oneValue(form, 'on')
  if (on === undefined) return status === 'not_yet' ? refuse('choose_date', form, 'on') : { answer: { kind: 'transfer', status } }
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
