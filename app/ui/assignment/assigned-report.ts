/** The people of an assignment as a report: the same columns and rows on the screen, in CSV and in XLSX. */
import type { AssignedPerson, AssignedQuery, AssignedSort } from '#app/domain/assignment/people-list.ts'
import type { Assignment } from '#app/domain/assignment/queries.server.ts'
import type { Report } from '#app/domain/reporting/report.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import { shortDay } from '../certificate/calendar-day.ts'
import { reportFrame } from '../report/report-frame.ts'
import { targetWords } from './words.ts'

interface AssignedReportFacts {
  readonly course: string
  readonly assignment: Assignment
  readonly query: AssignedQuery
  /** Name of the unit the list is limited to, if it is. */
  readonly unit: string | undefined
  readonly rows: readonly AssignedPerson[]
  readonly now: string
}

/** Keys of columns that can be sorted by. */
export const ASSIGNED_SORT_OF: Readonly<Partial<Record<string, AssignedSort>>> = { name: 'name', unit: 'unit', due: 'due', status: 'status', date: 'date' }

/** @see AssignedReportFacts */
export const assignedReport = (t: Translate, format: Format, { course, assignment, query, unit, rows, now }: AssignedReportFacts): Report<AssignedPerson> => ({
  ...reportFrame(t, format, {
    title: t('assignment.page.title', { title: course }),
    now,
    notes: [
      { label: t('assignment.column.targets'), text: targetWords(t, assignment.targets) },
      { label: t('assignment.column.due'), text: shortDay(format, assignment.due_on) },
      { label: t('assignment.page.explanation'), text: assignment.explanation },
      ...(unit === undefined ? [] : [{ label: t('assignment.column.unit'), text: unit }]),
      ...(query.status === '' ? [] : [{ label: t('assignment.column.status'), text: t(`assignment.status.${query.status}`) }]),
      { label: t('assignment.status.overdue'), text: t('assignment.page.note') },
    ],
  }),
  columns: [
    { key: 'name', label: t('assignment.column.name'), type: 'text', value: (row) => `${row.family_name}, ${row.given_name}`, width: 30 },
    { key: 'unit', label: t('assignment.column.unit'), type: 'text', value: ({ unit: name }) => name, width: 30 },
    { key: 'profile', label: t('assignment.column.profile'), type: 'text', value: ({ role_profile }) => t(`admin.roleProfile.${role_profile}`), width: 20 },
    { key: 'due', label: t('assignment.column.due'), type: 'date', value: ({ due_on }) => due_on },
    { key: 'status', label: t('assignment.column.status'), type: 'state', value: ({ status }) => t(`assignment.status.${status}`) },
    { key: 'date', label: t('assignment.column.date'), type: 'date', value: ({ completed_on }) => completed_on },
  ],
  rows,
})
