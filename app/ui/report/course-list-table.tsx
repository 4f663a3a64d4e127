import { type CourseListRow, type CourseListSort, SORTS } from '#app/domain/reporting/course-list.ts'
import type { Report } from '#app/domain/reporting/report.ts'
import { useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { ReportTable } from './report-table.tsx'
import { sortLink } from './sort-link.ts'

interface CourseListTableProps {
  readonly title: string
  readonly report: Report<CourseListRow>
  readonly sort: CourseListSort
  readonly descending: boolean
  readonly sortHref: (sort: CourseListSort, descending: boolean) => string
  /** Where a name leads. */
  readonly personHref: (person: string) => string
}

/** One page of the list of a course. */
export const CourseListTable = ({ title, report, sort, descending, sortHref, personHref }: CourseListTableProps) => {
  const t = useT()
  return (
    <ReportTable
      caption={t('hr.list.caption', { title })}
      report={report}
      rowKey={({ id }) => id}
      sort={sortLink(SORTS, { sort, descending }, (order) => sortHref(order.sort, order.descending))}
      cells={{
        name: ({ id }, words) => <a href={personHref(id)}>{words}</a>,
        status: ({ status }, words) => <Badge kind={status === 'completed' ? 'success' : 'info'}>{words}</Badge>,
      }}
    />
  )
}
