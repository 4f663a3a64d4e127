import type { CourseListRow, CourseListSort } from '#app/domain/reporting/course-list.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { type Column, DataTable } from '../table.tsx'
import { courseListColumns } from './course-list-columns.ts'

interface CourseListTableProps {
  readonly title: string
  readonly rows: readonly CourseListRow[]
  readonly sort: CourseListSort
  readonly descending: boolean
  readonly sortHref: (sort: CourseListSort, descending: boolean) => string
  /** Where a name leads. */
  readonly personHref: (person: string) => string
}

/** One page of the list of a course. */
export const CourseListTable = ({ title, rows, sort, descending, sortHref, personHref }: CourseListTableProps) => {
  const t = useT()
  const columns = courseListColumns(t, useFormat())
  return (
    <DataTable
      caption={t('hr.list.caption', { title })}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns.map(
        (column): Column<CourseListRow> => ({
          key: column.key,
          label: column.label,
          rowHeader: column.key === 'name',
          nowrap: column.key === 'date',
          sort: column.sort === undefined ? undefined : sortOf(column.sort),
          cell: (row) => {
            if (column.key === 'name') return <a href={personHref(row.id)}>{column.screen(row)}</a>
            return column.key === 'status' ? <Badge kind={row.status === 'completed' ? 'success' : 'info'}>{column.screen(row)}</Badge> : column.screen(row)
          },
        }),
      )}
    />
  )

  function sortOf(column: CourseListSort) {
    const current = column === sort
    return { href: sortHref(column, current && !descending), direction: current ? (descending ? ('descending' as const) : ('ascending' as const)) : null }
  }
}
