import type { ReactNode } from 'react'
import type { ROLE_PROFILES } from '#app/domain/organisation/roles.ts'
import type { Change, PlannedKind, PlannedRow } from '#app/domain/people-import/plan.ts'
import type { RowError } from '#app/domain/people-import/read-row.ts'
import { type Translate, useT } from '#app/i18n/translate.ts'
import { EmailText } from '../account/email-text.tsx'
import { Badge } from '../badge.tsx'
import { DataTable } from '../table.tsx'
import { profileNames } from './profile-names.ts'

/** Some rows of a dry run: who it is about, and what would change or what is wrong. `headings` are those of the file. */
export const PlanTable = ({ rows, headingOf }: { rows: readonly PlannedRow[]; headingOf: (field: NonNullable<RowError['field']>) => string }) => {
  const t = useT()
  return (
    <DataTable
      caption={t('peopleImport.plan.caption')}
      rows={rows}
      rowKey={({ number, email }) => `${number ?? 'missing'} ${email}`}
      columns={[
        { key: 'row', label: t('peopleImport.plan.row'), nowrap: true, cell: ({ number }) => number ?? t('peopleImport.plan.notInFile') },
        { key: 'person', label: t('peopleImport.plan.person'), rowHeader: true, cell: (row) => <Person {...row} /> },
        { key: 'kind', label: t('peopleImport.plan.kindColumn'), cell: ({ kind }) => <Badge kind={LOOK[kind]}>{t(`peopleImport.kind.${kind}`)}</Badge> },
        { key: 'change', label: t('peopleImport.plan.change'), cell: (row) => <Lines lines={linesOf(t, row, headingOf)} /> },
      ]}
    />
  )
}

const LOOK = {
  error: 'danger',
  deactivate: 'warning',
  reactivate: 'info',
  create: 'success',
  move: 'info',
  update: 'info',
  unchanged: 'success',
} as const satisfies Record<PlannedKind, string>

const Person = ({ given_name, family_name, email }: PlannedRow) => {
  const t = useT()
  const name = [family_name, given_name].filter((part) => part !== '').join(', ')
  return (
    <>
      <bdi>{name === '' ? t('peopleImport.plan.noName') : name.slice(0, 120)}</bdi>
      {email === '' ? null : (
        <>
          <br />
          <small>
            <EmailText email={email.slice(0, 120)} />
          </small>
        </>
      )}
    </>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }): ReactNode => {
  const [only] = lines
  if (lines.length < 2) return <span dir="auto">{only}</span>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  )
}

const linesOf = (t: Translate, row: PlannedRow, headingOf: (field: NonNullable<RowError['field']>) => string): readonly string[] => {
  if (row.kind === 'error') return row.errors.map((error) => problemOf(t, error, headingOf))
  const changes = row.changes
    .filter(({ field }) => row.kind !== 'create' || (field !== 'given_name' && field !== 'family_name'))
    .map((change) => changeOf(t, change))
  if (row.kind === 'deactivate') return [t(row.number === null ? 'peopleImport.plan.closesMissing' : 'peopleImport.plan.closes')]
  if (row.kind === 'reactivate') return [t('peopleImport.plan.reopens'), ...changes]
  const note = row.note === null ? [] : [t(`peopleImport.plan.${row.note}`)]
  return changes.length + note.length === 0 ? [t('peopleImport.plan.same')] : [...changes, ...note]
}

const problemOf = (t: Translate, { code, field, value, row }: RowError, headingOf: (field: NonNullable<RowError['field']>) => string) =>
  t(`peopleImport.rowProblem.${code}`, { field: field === null ? '' : headingOf(field), value, row: row ?? '', profiles: profileNames(t) })

const changeOf = (t: Translate, { field, from, to }: Change) => {
  const word = (text: string) => (field === 'role_profile' ? t(`admin.roleProfile.${text as (typeof ROLE_PROFILES)[number]}`) : text)
  const label = t(`peopleImport.field.${field}`)
  return from === null
    ? t('peopleImport.plan.fresh', { field: label, to: word(to) })
    : t('peopleImport.plan.changedField', { field: label, from: word(from), to: word(to) })
}
