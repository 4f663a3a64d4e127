import type { MetaFunction } from '@remix-run/node'
import { listAssignments } from '#app/domain/assignment/counts.server.ts'
import { ASSIGNMENTS_PAGE, assignmentsQuery } from '#app/domain/assignment/people-list.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { AssignmentTable } from '#app/ui/assignment/assignment-table.tsx'
import { courseNames } from '#app/ui/assignment/course-names.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Chips } from '#app/ui/chips.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { Paging } from '#app/ui/paging.tsx'
import { dateAndTime } from '#app/ui/report/short-date.ts'

const STATES = ['current', 'overdue', 'ended', 'withdrawn'] as const

export const loader = defineLoader(
  { allow: rolesWhoSee('completion'), query: assignmentsQuery },
  async ({ db, actor, house, query, language, context, t, now }) => {
    const all = await listAssignments(db, actor, { now })
    const found = all.filter(({ state }) => query.state === '' || state === query.state)
    const pages = Math.max(1, Math.ceil(found.length / ASSIGNMENTS_PAGE))
    const page = Math.min(query.page, pages)
    return {
      title: titleOf(context, t, t('assignment.title')),
      now,
      state: query.state,
      any: all.length > 0,
      total: found.length,
      rows: found.slice((page - 1) * ASSIGNMENTS_PAGE, page * ASSIGNMENTS_PAGE),
      page,
      pages,
      courses: courseNames(house.catalogue, language),
    }
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Assignments() {
  const [t, format] = [useT(), useFormat()]
  const { now, state, any, total, rows, page, pages, courses } = usePageData<typeof loader>()
  return (
    <Page
      title={t('assignment.title')}
      meta={
        <>
          {t('assignment.lead')} <b>{t('hr.stand', { time: dateAndTime(format, now) })}</b>
        </>
      }
      actions={<ButtonLink href={paths.newAssignment()}>{t('assignment.make')}</ButtonLink>}
      gap="l"
    >
      {any ? (
        <>
          <search className="l-stack" aria-label={t('assignment.filter')}>
            <form className="wb-panel l-stack no-print" method="get" action={paths.assignments()}>
              <div className="wb-filter">
                <SelectField
                  label={t('assignment.column.state')}
                  name="state"
                  options={[{ value: '', label: t('assignment.all') }, ...STATES.map((value) => ({ value, label: t(`assignment.state.${value}`) }))]}
                  defaultValue={state}
                />
              </div>
              <div className="l-cluster">
                <Button variant="secondary">{t('assignment.show')}</Button>
              </div>
            </form>
          </search>
          <div className="l-between">
            <p role="status">
              <b>{t('assignment.count', { count: total })}</b>
            </p>
            <Chips chips={state === '' ? [] : [{ label: t(`assignment.state.${state}`), href: paths.assignments() }]} />
          </div>
          {rows.length === 0 ? (
            <Empty title={t('assignment.noneTitle')} kind="lost" action={{ href: paths.assignments(), label: t('assignment.showAll') }}>
              {t('assignment.none')}
            </Empty>
          ) : (
            <AssignmentTable rows={rows} courses={courses} />
          )}
          <Paging
            page={page}
            pages={pages}
            href={(other) => paths.assignments({ ...(state === '' ? {} : { state }), ...(other === 1 ? {} : { page: String(other) }) })}
          />
        </>
      ) : (
        <Empty title={t('assignment.emptyTitle')} action={{ href: paths.newAssignment(), label: t('assignment.make') }}>
          {t('assignment.empty')}
        </Empty>
      )}
    </Page>
  )
}
