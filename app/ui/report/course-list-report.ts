/** The list of a course as a report. */
import type { CourseListQuery, CourseListRow } from '#app/domain/reporting/course-list.ts'
import type { Report, ReportNote } from '#app/domain/reporting/report.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import { reportFrame } from './report-frame.ts'
import { tasks } from './tasks.ts'

interface CourseListFacts {
  readonly rows: readonly CourseListRow[]
  /** Number and title. */
  readonly course: string
  readonly query: CourseListQuery
  /** Name of the filtered org unit. */
  readonly unit: string | undefined
  readonly now: string
}

/** Its columns are those of the screen. */
export const courseListReport = (t: Translate, format: Format, { rows, course, query, unit, now }: CourseListFacts): Report<CourseListRow> => {
  const task = tasks(t)
  const status = { open: t('hr.status.open'), completed: t('hr.status.completed') }
  const filters: readonly ReportNote[] = [
    { label: t('hr.column.unit'), text: unit ?? t('hr.list.all') },
    { label: t('hr.column.status'), text: query.status === '' ? t('hr.list.all') : t(`hr.status.${query.status}`) },
    ...(query.name === '' ? [] : [{ label: t('hr.column.name'), text: query.name }]),
  ]
  return {
    ...reportFrame(t, format, {
      title: course,
      now,
      notes: [...filters, { label: t('hr.definitions.completed'), text: t('hr.definitions.completedText') }],
    }),
    columns: [
      { key: 'name', label: t('hr.column.name'), type: 'text', value: (row) => `${row.family_name}, ${row.given_name}` },
      { key: 'unit', label: t('hr.column.unit'), type: 'text', value: (row) => row.unit },
      { key: 'profile', label: t('hr.column.profile'), type: 'text', value: (row) => task(row.role_profile) },
      { key: 'status', label: t('hr.column.status'), type: 'state', value: (row) => status[row.status] },
      { key: 'date', label: t('hr.column.date'), type: 'date', value: (row) => row.completed_on },
    ],
    rows,
  }
}
