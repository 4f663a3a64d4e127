import { CONFIRMABLE, CONFORMANCE, type DetailName, FIELDS, METHODS, SECTIONS } from '#app/domain/installation/details.ts'
import { type Translate, useT } from '#app/i18n/translate.ts'
import { messageFor } from '../account/problems.ts'
import type { FieldProblem } from '../error-summary.tsx'
import { CheckboxGroup, RadioGroup, TextAreaField, TextField } from '../field.tsx'

/** Ids of the fields in their order, for the error summary. */
export const INSTALLATION_FIELDS: readonly DetailName[] = SECTIONS.flatMap((section) => FIELDS[section])

/** Values of the form as texts; of `confirmed` all that are ticked. */
export type TypedDetails = Readonly<Record<Exclude<DetailName, 'confirmed'>, string>> & { readonly confirmed: readonly string[] }

/** For the summary: several fields ask for the same, so each sentence names its field. */
export const withFieldNames = (t: Translate, problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problems.map(({ field, message }) => {
    const name = INSTALLATION_FIELDS.find((one) => one === field)
    return { field, message: name === undefined ? message : t('legal.installation.problemOf', { field: t(`legal.field.${name}`), problem: message }) }
  })

interface InstallationFieldsProps {
  readonly values: TypedDetails
  readonly problems: readonly FieldProblem[]
}

/** All fields in their sections. Nothing is required: what is missing is told on the pages and above the form. */
export const InstallationFields = ({ values, problems }: InstallationFieldsProps) => {
  const t = useT()
  return SECTIONS.map((section) => (
    <section key={section} className="l-stack l-stack--l" aria-labelledby={`section-${section}`}>
      <div className="l-stack l-stack--s">
        <h2 id={`section-${section}`}>{t(`legal.installation.section.${section}`)}</h2>
        <p className="t-meta">{t(`legal.installation.sectionText.${section}`)}</p>
      </div>
      {FIELDS[section].map((name) => (
        <DetailField key={name} name={name} values={values} error={messageFor(problems, name)} />
      ))}
    </section>
  ))
}

/** Fields of several lines, with their height. */
const ROWS: Readonly<Partial<Record<DetailName, number>>> = {
  officer_post: 4,
  privacy_authority: 4,
  legal_basis_de: 9,
  legal_basis_en: 9,
  assessment_de: 5,
  assessment_en: 5,
  barriers_de: 6,
  barriers_en: 6,
  enforcement_address: 4,
}
const TYPES = {
  provider_email: 'email',
  officer_email: 'email',
  feedback_email: 'email',
  provider_phone: 'tel',
  enforcement_url: 'url',
  assessed_on: 'date',
  reviewed_on: 'date',
} as const
const HINTS = {
  provider_supervision: 'provider_supervision',
  officer_office: 'officer_office',
  officer_post: 'officer_post',
  hosting_where: 'hosting_where',
  backup_days: 'backup_days',
  legal_basis_de: 'legal_basis',
  legal_basis_en: 'legal_basis',
  privacy_authority: 'privacy_authority',
  assessment_de: 'assessment',
  assessment_en: 'assessment',
  barriers_de: 'barriers',
  barriers_en: 'barriers',
  answer_days: 'answer_days',
  enforcement_name: 'enforcement',
  confirmed: 'confirmed',
} as const

const DetailField = ({ name, values, error }: { name: DetailName; values: TypedDetails; error: string | undefined }) => {
  const t = useT()
  const shared = { name, label: t(`legal.field.${name}`), hint: has(HINTS, name) ? t(`legal.fieldHint.${HINTS[name]}`) : undefined, error }
  if (name === 'confirmed')
    return (
      <CheckboxGroup {...shared} options={CONFIRMABLE.map((value) => ({ value, label: t(`legal.confirmable.${value}`) }))} defaultValue={values.confirmed} />
    )
  const value = values[name]
  if (name === 'conformance')
    return <RadioGroup {...shared} options={CONFORMANCE.map((one) => ({ value: one, label: t(`legal.conformance.${one}`) }))} defaultValue={value} />
  if (name === 'method')
    return <RadioGroup {...shared} options={METHODS.map((one) => ({ value: one, label: t(`legal.method.${one}`) }))} defaultValue={value} />
  const rows = ROWS[name]
  if (rows !== undefined) return <TextAreaField {...shared} rows={rows} defaultValue={value} lang={name.endsWith('_en') ? 'en' : undefined} />
  return (
    <TextField
      {...shared}
      type={has(TYPES, name) ? TYPES[name] : 'text'}
      inputMode={name.endsWith('_days') ? 'numeric' : undefined}
      defaultValue={value}
      // It is the office's data that is typed here, not one's own.
      autoComplete="off"
      optional={name === 'provider_vat_id'}
    />
  )
}

const has = <T extends object>(table: T, name: PropertyKey): name is keyof T => Object.hasOwn(table, name)
