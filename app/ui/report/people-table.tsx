import { PEOPLE_SORTS, type PeopleListRow, type PeopleSort } from '#app/domain/reporting/people-list.ts'
import type { Report } from '#app/domain/reporting/report.ts'
import { useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { courseColumn } from './people-report.ts'
import { ReportTable } from './report-table.tsx'
import { sortLink } from './sort-link.ts'

interface PeopleTableProps {
  readonly report: Report<PeopleListRow>
  readonly courses: readonly { readonly slug: string }[]
  readonly sort: PeopleSort
  readonly descending: boolean
  readonly sortHref: (order: { readonly sort: PeopleSort; readonly descending: boolean }) => string
  /** Where a name leads. */
  readonly personHref: (person: string) => string
}

/** So many courses fit beside the other columns; with more the table scrolls in its own region. */
const FIT = 4

/** One page of the list of all people. A course is a date with a tick, or the word "Offen". */
export const PeopleTable = ({ report, courses, sort, descending, sortHref, personHref }: PeopleTableProps) => {
  const t = useT()
  const status = courses.map(({ slug }, index) => [
    courseColumn(slug),
    (row: PeopleListRow, words: string) => <Badge kind={row.completed_on[index] == null ? 'info' : 'success'}>{words}</Badge>,
  ])
  return (
    <ReportTable
      caption={t('hr.staff.caption')}
      report={report}
      rowKey={({ id }) => id}
      narrow={courses.length > FIT ? 'scroll' : 'cards'}
      sort={sortLink(PEOPLE_SORTS, { sort, descending }, sortHref)}
      cells={{ ...Object.fromEntries(status), name: ({ id }, words) => <a href={personHref(id)}>{words}</a> }}
    />
  )
}
