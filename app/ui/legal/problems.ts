/** Codes of problems as sentences, for the summary and beside the fields. */
import { de } from '#app/i18n/de.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { FieldProblem } from '../error-summary.tsx'

interface Refused {
  readonly problems: Readonly<Record<string, string>>
  readonly wait?: number | undefined
}

/** The problems of a refused form in the order of `fields` (ids); what belongs to none of them has an empty field and comes first. */
export const problemsOf = (t: Translate, refused: Refused | undefined, fields: readonly string[]): readonly FieldProblem[] =>
  Object.entries(refused?.problems ?? {})
    .map(([field, code]) => ({ field: fields.includes(field) ? field : '', message: sentenceOf(t, code, refused?.wait) }))
    .sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field))

type Code = Exclude<keyof typeof de.legal.problem, 'wait'>
const isCode = (code: string): code is Code => code !== 'wait' && Object.hasOwn(de.legal.problem, code)

const sentenceOf = (t: Translate, code: string, wait: number | undefined) =>
  code === 'wait' ? t('legal.problem.wait', { seconds: wait ?? 1 }) : t(`legal.problem.${isCode(code) ? code : 'invalid'}`)
