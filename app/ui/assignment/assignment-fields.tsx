import { useT } from '#app/i18n/translate.ts'
import { ROLE_PROFILES } from '#app/domain/organisation/roles.ts'
import { messageFor } from '../account/problems.ts'
import type { FieldProblem } from '../error-summary.tsx'
import { CheckboxGroup, SelectField, TextAreaField, TextField } from '../field.tsx'

interface AssignmentFieldsProps {
  /** Slugs and titles of the courses on offer. */
  readonly courses: readonly { readonly value: string; readonly label: string }[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** What was typed, or what the form begins with. */
  readonly values: {
    readonly course: string
    readonly units: readonly string[]
    readonly profiles: readonly string[]
    readonly due_on: string
    readonly explanation: string
  }
  /** First and last day that can be chosen. */
  readonly days: { readonly first: string; readonly last: string }
  readonly problems: readonly FieldProblem[]
}

/** What HR says about a new assignment. */
export const AssignmentFields = ({ courses, units, values, days, problems }: AssignmentFieldsProps) => {
  const t = useT()
  return (
    <>
      <SelectField
        label={t('assignment.form.course')}
        name="course"
        options={[{ value: '', label: t('assignment.form.choose') }, ...courses]}
        defaultValue={values.course}
        error={messageFor(problems, 'course')}
        required
      />
      <CheckboxGroup
        label={t('assignment.form.units')}
        name="units"
        hint={t('assignment.form.unitsHint')}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values.units}
        error={messageFor(problems, 'units')}
      />
      <CheckboxGroup
        label={t('assignment.form.profiles')}
        name="profiles"
        hint={t('assignment.form.profilesHint')}
        options={ROLE_PROFILES.map((profile) => ({ value: profile, label: t(`admin.roleProfile.${profile}`) }))}
        defaultValue={values.profiles}
        error={messageFor(problems, 'profiles')}
      />
      <TextField
        label={t('assignment.form.due')}
        name="due_on"
        type="date"
        hint={t('assignment.form.dueHint')}
        defaultValue={values.due_on}
        error={messageFor(problems, 'due_on')}
        min={days.first}
        max={days.last}
        required
      />
      <TextAreaField
        label={t('assignment.form.explanation')}
        name="explanation"
        hint={t('assignment.form.explanationHint')}
        defaultValue={values.explanation}
        error={messageFor(problems, 'explanation')}
        required
      />
    </>
  )
}
