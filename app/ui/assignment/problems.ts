import { de } from '#app/i18n/de.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { FieldProblem } from '../error-summary.tsx'

type Code = keyof typeof de.assignment.problem
const isCode = (code: string): code is Code => Object.hasOwn(de.assignment.problem, code)

/** Codes of refused forms about assignments as sentences, in the order of `fields` (ids); empty where nothing was refused. */
export const assignmentProblems = (t: Translate, problems: Readonly<Record<string, string>> | undefined, fields: readonly string[]): readonly FieldProblem[] =>
  Object.entries(problems ?? {})
    .map(([field, code]) => ({ field, message: isCode(code) ? t(`assignment.problem.${code}`) : t('identity.problem.invalid') }))
    .sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field))
