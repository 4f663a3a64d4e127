/** Why a file could not be read, as sentences beside its field. */
import { de } from '#app/i18n/de.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { FieldProblem } from '../error-summary.tsx'

type Code = Exclude<keyof typeof de.peopleImport.fileProblem, 'wait'>
const isCode = (code: string): code is Code => Object.hasOwn(de.peopleImport.fileProblem, code)

/** The problems of a refused upload. */
export const fileProblems = (
  t: Translate,
  refused: { readonly problems: Readonly<Record<string, string>>; readonly wait?: number | undefined } | undefined,
): readonly FieldProblem[] =>
  Object.entries(refused?.problems ?? {}).map(([field, code]) => ({
    field,
    message:
      code === 'wait' ? t('peopleImport.fileProblem.wait', { seconds: refused?.wait ?? 1 }) : t(`peopleImport.fileProblem.${isCode(code) ? code : 'binary'}`),
  }))
