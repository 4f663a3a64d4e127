/** What does not fit in the choice of columns, as sentences in the order of the fields. */
import { IMPORT_FIELDS } from '#app/domain/people-import/columns.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { FieldProblem } from '../error-summary.tsx'

/** Field → code, as the form was refused. */
export const choiceProblems = (t: Translate, problems: Readonly<Record<string, string>>): readonly FieldProblem[] => {
  const ofFields = IMPORT_FIELDS.filter((field) => problems[field] !== undefined).map((field) => ({
    field,
    message: t(problems[field] === 'shared' ? 'peopleImport.check.shared' : 'peopleImport.check.missing', { field: t(`peopleImport.field.${field}`) }),
  }))
  return ofFields.length === 0 && Object.keys(problems).length > 0 ? [{ field: '', message: t('identity.problem.invalid') }] : ofFields
}
