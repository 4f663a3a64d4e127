import { IMPORT_FIELDS, type ImportField, REQUIRED_FIELDS } from '#app/domain/people-import/columns.ts'
import { useT } from '#app/i18n/translate.ts'
import { messageFor } from '../account/problems.ts'
import { Button } from '../button.tsx'
import type { FieldProblem } from '../error-summary.tsx'
import { CheckboxField, SelectField } from '../field.tsx'

interface ChoicesFormProps {
  readonly action: string
  readonly headings: readonly string[]
  /** Position of the column as text, '' for none. */
  readonly values: Readonly<Record<ImportField, string>>
  readonly create_units: boolean
  readonly deactivate_missing: boolean
  /** How many accounts are missing in the file; null while the columns are not known. */
  readonly missing: number | null
  readonly problems: readonly FieldProblem[]
}

/** Which column holds what, and what else the file means. */
export const ChoicesForm = ({ action, headings, values, create_units, deactivate_missing, missing, problems }: ChoicesFormProps) => {
  const t = useT()
  const needed: readonly ImportField[] = REQUIRED_FIELDS
  const options = headings.map((heading, at) => ({ value: String(at), label: heading === '' ? t('peopleImport.check.column', { number: at + 1 }) : heading }))
  const hint = t('peopleImport.check.deactivateMissingHint')
  return (
    <form className="wb-panel l-stack" method="post" action={action} noValidate aria-labelledby="choices">
      <h2 id="choices" className="t-h3">
        {t('peopleImport.check.mapping')}
      </h2>
      <input type="hidden" name="intent" value="choose" />
      <div className="wb-filter">
        {IMPORT_FIELDS.map((field) => (
          <SelectField
            key={field}
            label={t(`peopleImport.field.${field}`)}
            name={field}
            options={[{ value: '', label: t(needed.includes(field) ? 'peopleImport.check.choose' : 'peopleImport.check.none') }, ...options]}
            defaultValue={values[field]}
            error={messageFor(problems, field)}
            required={needed.includes(field)}
            optional={!needed.includes(field)}
          />
        ))}
      </div>
      <CheckboxField
        label={t('peopleImport.check.createUnits')}
        name="create_units"
        hint={t('peopleImport.check.createUnitsHint')}
        defaultChecked={create_units}
      />
      <CheckboxField
        label={t('peopleImport.check.deactivateMissing')}
        name="deactivate_missing"
        hint={missing === null ? hint : `${t('peopleImport.check.missingNow', { missing })} ${hint}`}
        defaultChecked={deactivate_missing}
      />
      <div className="l-cluster">
        <Button variant="secondary">{t('peopleImport.check.again')}</Button>
      </div>
    </form>
  )
}
