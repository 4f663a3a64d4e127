import type { listAssignedPage } from '#app/domain/assignment/people.server.ts'
import { type AssignedPerson, type AssignedQuery, assignedParameters } from '#app/domain/assignment/people-list.ts'
import type { Assignment } from '#app/domain/assignment/queries.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Badge } from '../badge.tsx'
import { Chips } from '../chips.tsx'
import { Empty } from '../empty.tsx'
import { Paging } from '../paging.tsx'
import { ReportTable } from '../report/report-table.tsx'
import { AssignedFilter } from './assigned-filter.tsx'
import { ASSIGNED_SORT_OF, assignedReport } from './assigned-report.ts'

interface AssignedListProps {
  readonly now: string
  /** Title of the course. */
  readonly course: string
  readonly assignment: Assignment
  readonly query: AssignedQuery
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly list: Awaited<ReturnType<typeof listAssignedPage>>
  readonly pageSize: number
}

const BADGE = { overdue: 'warning', open: 'info', completed: 'success' } as const

/** The people an assignment is for, filtered, sorted and in pages, with who can read that they were looked at. */
export const AssignedList = ({ now, course, assignment, query, units, list, pageSize }: AssignedListProps) => {
  const [t, format] = [useT(), useFormat()]
  const href = (change: Partial<AssignedQuery>) => paths.assignment(assignment.id, assignedParameters({ ...query, page: 1, ...change }))
  const unit = units.find(({ id }) => id === query.unit)?.name
  const report = assignedReport(t, format, { course, assignment, query, unit, rows: list.rows, now })
  const from = (list.page - 1) * pageSize + 1
  const filtered = query.unit !== '' || query.status !== ''
  return (
    <section className="l-stack l-stack--l" aria-labelledby="people">
      <h2 id="people">{t('assignment.page.people')}</h2>
      <AssignedFilter action={paths.assignment(assignment.id)} query={query} units={units} />
      <Chips
        chips={[
          ...(unit === undefined ? [] : [{ label: t('hr.list.chipUnit', { unit }), href: href({ unit: '' }) }]),
          ...(query.status === '' ? [] : [{ label: t('hr.list.chipStatus', { status: t(`assignment.status.${query.status}`) }), href: href({ status: '' }) }]),
        ]}
      />
      <div className="l-between">
        <p role="status">
          <b>{t('hr.list.count', { count: list.total })}</b>
          {list.rows.length === 0 ? null : `, ${t('hr.list.shown', { from: String(from), to: String(from + list.rows.length - 1) })}`}
        </p>
        <p className="t-meta">
          {t('assignment.page.sums', {
            completed: format.number(list.numbers.completed),
            open: format.number(list.numbers.open),
            overdue: format.number(list.numbers.overdue),
          })}
        </p>
      </div>
      {list.rows.length > 0 ? (
        <ReportTable
          caption={t('assignment.page.listCaption', { title: course })}
          report={report}
          rowKey={({ id }) => id}
          sort={sortOf}
          cells={{
            name: (row: AssignedPerson, words) => <a href={paths.hrPerson(row.id)}>{words}</a>,
            status: (row: AssignedPerson, words) => <Badge kind={BADGE[row.status]}>{words}</Badge>,
          }}
        />
      ) : filtered ? (
        <Empty title={t('hr.list.emptyTitle')} kind="lost" headingLevel={3} action={{ href: paths.assignment(assignment.id), label: t('hr.list.reset') }}>
          {t('hr.list.empty')}
        </Empty>
      ) : (
        <Empty title={t('assignment.page.nobodyTitle')} headingLevel={3}>
          {t('assignment.page.nobody')}
        </Empty>
      )}
      <Paging page={list.page} pages={list.pages} href={(page) => href({ page })} />
      <p className="t-meta t-measure">
        {t('assignment.page.note')} {t('assignment.page.trace')}
      </p>
    </section>
  )

  function sortOf(key: string) {
    const sort = ASSIGNED_SORT_OF[key]
    if (sort === undefined) return undefined
    const current = sort === query.sort
    const direction = current ? (query.descending ? ('descending' as const) : ('ascending' as const)) : null
    return { href: href({ sort, descending: current && !query.descending }), direction }
  }
}
