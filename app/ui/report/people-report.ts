/** The list of all people as a report: one column for each course. */
import type { PeopleListQuery, PeopleListRow } from '#app/domain/reporting/people-list.ts'
import type { Report, ReportNote } from '#app/domain/reporting/report.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import { reportFrame } from './report-frame.ts'
import { tasks } from './tasks.ts'

interface PeopleFacts {
  readonly rows: readonly PeopleListRow[]
  /** Number and title of each course, in the order of `completed_on`. */
  readonly courses: readonly { readonly slug: string; readonly number: number; readonly title: string }[]
  readonly query: PeopleListQuery
  /** Name of the filtered org unit. */
  readonly unit: string | undefined
  readonly now: string
}

/** Key of the column of a course. */
export const courseColumn = (slug: string): string => `course-${slug}`

/** Its columns are those of the screen. A course is a date where it is completed and the word "Offen" where it is not: there is no third state. */
export const peopleReport = (t: Translate, format: Format, { rows, courses, query, unit, now }: PeopleFacts): Report<PeopleListRow> => {
  const task = tasks(t)
  const course = courses.find(({ slug }) => slug === query.course)
  const filters: readonly ReportNote[] = [
    { label: t('hr.column.unit'), text: unit ?? t('hr.list.all') },
    { label: t('hr.column.course'), text: course === undefined ? t('hr.staff.allCourses') : `${course.number} ${course.title}` },
    { label: t('hr.column.status'), text: query.status === '' ? t('hr.list.all') : t(`hr.status.${query.status}`) },
    ...(query.name === '' ? [] : [{ label: t('hr.column.name'), text: query.name }]),
  ]
  return {
    ...reportFrame(t, format, {
      title: t('hr.staff.title'),
      now,
      notes: [
        ...filters,
        { label: t('hr.definitions.completed'), text: t('hr.definitions.completedText') },
        { label: t('hr.column.nextExpiry'), text: t('hr.staff.nextExpiryText') },
      ],
    }),
    columns: [
      { key: 'name', label: t('hr.column.name'), type: 'text', value: (row) => `${row.family_name}, ${row.given_name}` },
      { key: 'unit', label: t('hr.column.unit'), type: 'text', value: (row) => row.unit },
      { key: 'profile', label: t('hr.column.profile'), type: 'text', value: (row) => task(row.role_profile) },
      {
        key: 'completed',
        label: t('hr.column.coursesCompleted'),
        short: t('hr.column.completed'),
        type: 'number',
        value: (row) => row.completed_on.filter((day) => day !== null).length,
      },
      ...courses.map(({ slug, number, title }, index) => ({
        key: courseColumn(slug),
        label: `${number} ${title}`,
        short: t('hr.course', { number: String(number) }),
        type: 'date' as const,
        empty: t('hr.status.open'),
        width: 18,
        value: (row: PeopleListRow) => row.completed_on[index] ?? null,
      })),
      { key: 'valid', label: t('hr.column.nextExpiry'), type: 'date', value: (row) => row.valid_until },
    ],
    rows,
  }
}
