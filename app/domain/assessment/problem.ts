import type { FormValues } from './form-values.ts'

/** Why an answer was not taken. Each code has a sentence of the same name in `i18n/<language>/item.ts` under `problem`. */
export type ProblemCode =
  | 'choose_one'
  | 'choose_some'
  | 'choose_verdict'
  | 'choose_reason'
  | 'chosen_twice'
  | 'unknown_option'
  | 'order_complete'
  | 'match_complete'
  | 'match_twice'
  | 'fill_gaps'
  | 'gap_too_long'
  | 'too_long'
  | 'rate_all'
  | 'choose_next'
  | 'moved_on'
  | 'write_text'
  | 'choose_status'
  | 'choose_date'
  | 'date_unreadable'
  | 'date_past'
  | 'not_answerable'

/** A refused answer. `fields` names the form fields to correct, `values` is what was typed, so that nothing is lost. */
export interface AnswerProblem {
  readonly code: ProblemCode
  readonly fields: readonly string[]
  readonly values: FormValues
}

/** The refusal of `form` because of `code`; `fields` are the names of the fields at fault. */
export const refuse = (code: ProblemCode, form: FormValues, ...fields: readonly string[]): { problem: AnswerProblem } => ({
  problem: { code, fields, values: form },
})
