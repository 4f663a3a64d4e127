import { de } from '#app/i18n/de.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { FieldProblem } from '../error-summary.tsx'

type Code = keyof typeof de.certificate.problem
const isCode = (code: string): code is Code => Object.hasOwn(de.certificate.problem, code)

/** Codes of refused forms about certificates as sentences; empty where nothing was refused. */
export const certificateProblems = (t: Translate, problems: Readonly<Record<string, string>> | undefined): readonly FieldProblem[] =>
  Object.entries(problems ?? {}).map(([field, code]) => ({ field, message: isCode(code) ? t(`certificate.problem.${code}`) : t('identity.problem.invalid') }))
