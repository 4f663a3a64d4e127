/** Codes of problems as sentences, for the summary and beside the fields. */
import { de } from '#app/i18n/de.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { FieldProblem } from '../error-summary.tsx'

interface Refused {
  readonly problems: Readonly<Record<string, string>>
  readonly wait?: number | undefined
}

/** The problems of a refused form in the order of `fields` (ids); what belongs to none of them has an empty field. */
export const problemsOf = (t: Translate, refused: Refused | undefined, fields: readonly string[]): readonly FieldProblem[] => {
  if (refused === undefined) return []
  return Object.entries(refused.problems)
    .map(([field, code]) => ({ field: fields.includes(field) ? field : '', message: sentenceOf(t, code, refused.wait) }))
    .sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field))
}

/** The sentence beside one field, or undefined. */
export const messageFor = (problems: readonly FieldProblem[], field: string): string | undefined => problems.find((problem) => problem.field === field)?.message

type Code = Exclude<keyof typeof de.identity.problem, 'wait'>
const isCode = (code: string): code is Code => Object.hasOwn(de.identity.problem, code)

const sentenceOf = (t: Translate, code: string, wait: number | undefined) => {
  if (code === 'wait') return t('identity.problem.wait', { seconds: wait ?? 1 })
  return isCode(code) ? t(`identity.problem.${code}`) : t('identity.problem.invalid')
}
