/** The list of certificates as a report. */
import type { CertificateListQuery, CertificateListRow } from '#app/domain/reporting/certificate-list.ts'
import type { Report, ReportNote } from '#app/domain/reporting/report.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import { reportFrame } from './report-frame.ts'

interface CertificateFacts {
  readonly rows: readonly CertificateListRow[]
  /** Course id → title; a course that ships no longer has none. */
  readonly titles: Readonly<Record<string, string>>
  readonly query: CertificateListQuery
  /** Title of the filtered course, name of the filtered org unit. */
  readonly course: string | undefined
  readonly unit: string | undefined
  readonly now: string
}

/** Whether a certificate holds, ends within 90 days, or has run out. */
export type CertificateState = 'valid' | 'ending' | 'expired'

/** From 90 days on a certificate counts as ending: the widest window of the filter. */
export const certificateState = ({ days_left }: Pick<CertificateListRow, 'days_left'>): CertificateState =>
  days_left === null || days_left > 90 ? 'valid' : days_left < 0 ? 'expired' : 'ending'

/** Its columns are those of the screen. */
export const certificateReport = (t: Translate, format: Format, facts: CertificateFacts): Report<CertificateListRow> => {
  const { rows, titles, query, course, unit, now } = facts
  const state = { valid: t('hr.certificates.state.valid'), ending: t('hr.certificates.state.ending'), expired: t('hr.certificates.state.expired') }
  const former = t('hr.certificates.formerCourse')
  const filters: readonly ReportNote[] = [
    { label: t('hr.certificates.within'), text: query.within === '' ? t('hr.list.all') : t(`hr.certificates.withinOption.${query.within}`) },
    { label: t('hr.column.course'), text: course ?? t('hr.list.all') },
    { label: t('hr.column.unit'), text: unit ?? t('hr.list.all') },
  ]
  return {
    ...reportFrame(t, format, {
      title: t('hr.certificates.title'),
      now,
      notes: [...filters, { label: t('hr.certificates.definition'), text: t('hr.certificates.definitionText') }],
    }),
    columns: [
      { key: 'name', label: t('hr.column.name'), type: 'text', value: (row) => `${row.family_name}, ${row.given_name}` },
      { key: 'unit', label: t('hr.column.unit'), type: 'text', value: (row) => row.unit },
      {
        key: 'course',
        label: t('hr.column.course'),
        type: 'text',
        value: (row) => `${row.course_number} ${titles[row.course_id] ?? former}`,
      },
      { key: 'completed', label: t('hr.column.date'), type: 'date', value: (row) => row.completed_on },
      { key: 'valid', label: t('hr.column.validUntil'), type: 'date', empty: t('hr.certificates.unlimited'), value: (row) => row.valid_until },
      { key: 'days', label: t('hr.column.daysLeft'), type: 'number', value: (row) => row.days_left },
      { key: 'state', label: t('hr.column.status'), type: 'state', value: (row) => state[certificateState(row)] },
    ],
    rows,
  }
}
