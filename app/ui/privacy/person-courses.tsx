import { useFormat, useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { shortDate } from '../report/short-date.ts'
import { DataTable } from '../table.tsx'

interface PersonCourse {
  readonly number: number
  readonly title: string
  /** Where the title is not in the language of the page. */
  readonly lang: string | undefined
  /** Calendar date, null while open. */
  readonly completed_on: string | null
}

/** Whether and when a person completed each course. There is no third state. */
export const PersonCourses = ({ name, courses }: { name: string; courses: readonly PersonCourse[] }) => {
  const t = useT()
  const format = useFormat()
  return (
    <DataTable
      caption={t('privacy.person.coursesCaption', { name })}
      rows={courses}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: 'course',
          label: t('hr.column.course'),
          rowHeader: true,
          cell: ({ number, title, lang }) => (
            <>
              {number} <span lang={lang}>{title}</span>
            </>
          ),
        },
        {
          key: 'status',
          label: t('hr.column.status'),
          cell: ({ completed_on }) => (
            <Badge kind={completed_on === null ? 'info' : 'success'}>{t(completed_on === null ? 'hr.status.open' : 'hr.status.completed')}</Badge>
          ),
        },
        {
          key: 'date',
          label: t('hr.column.date'),
          nowrap: true,
          cell: ({ completed_on }) => (completed_on === null ? t('hr.noDate') : shortDate(format, completed_on)),
        },
      ]}
    />
  )
}
