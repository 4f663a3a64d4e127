/** The columns of the list of a course, once for the screen and once for the file: the same rows, the same words, dates as each needs them. */
import type { CourseListRow, CourseListSort } from '#app/domain/reporting/course-list.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import { shortDate } from './short-date.ts'

export interface CourseListColumn {
  readonly key: string
  readonly label: string
  readonly sort?: CourseListSort
  readonly screen: (row: CourseListRow) => string
  readonly file: (row: CourseListRow) => string
}

/** The columns in order. On screen an open date is a dash, in the file an empty cell; dates in the file are ISO. */
export const courseListColumns = (t: Translate, format: Format): readonly CourseListColumn[] => {
  const same = (cell: (row: CourseListRow) => string) => ({ screen: cell, file: cell })
  return [
    { key: 'name', label: t('hr.column.name'), sort: 'name', ...same((row) => `${row.family_name}, ${row.given_name}`) },
    { key: 'unit', label: t('hr.column.unit'), sort: 'unit', ...same((row) => row.unit) },
    { key: 'profile', label: t('hr.column.profile'), ...same((row) => t(`admin.roleProfile.${row.role_profile}`)) },
    { key: 'status', label: t('hr.column.status'), sort: 'status', ...same((row) => t(`hr.status.${row.status}`)) },
    {
      key: 'date',
      label: t('hr.column.date'),
      sort: 'date',
      screen: (row) => (row.completed_on === null ? t('hr.noDate') : shortDate(format, row.completed_on)),
      file: (row) => row.completed_on ?? '',
    },
  ]
}
