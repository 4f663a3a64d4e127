import type { MetaFunction } from '@remix-run/node'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { sortParameter } from '#app/domain/reporting/course-list.ts'
import { listUnits } from '#app/domain/reporting/course-list.server.ts'
import { PEOPLE_PAGE_SIZE, type PeopleListQuery, peopleListQuery } from '#app/domain/reporting/people-list.ts'
import { listPeoplePage } from '#app/domain/reporting/people-list.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { filteredBy, listDetail, peopleFacts, titledCourses } from '#app/http/hr-files.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Page } from '#app/ui/page.tsx'
import { Paging } from '#app/ui/paging.tsx'
import { FileLinks } from '#app/ui/report/file-links.tsx'
import { ListCount } from '#app/ui/report/list-count.tsx'
import { PeopleFilter } from '#app/ui/report/people-filter.tsx'
import { peopleReport } from '#app/ui/report/people-report.ts'
import { PeopleTable } from '#app/ui/report/people-table.tsx'
import { Stand } from '#app/ui/report/stand.tsx'

export const loader = defineLoader(
  {
    allow: rolesWhoSee('completion'),
    query: peopleListQuery,
    trace: async ({ db, actor, house, query }) => {
      await filteredBy(db, actor, house.catalogue, query)
      return { verb: 'people_list_viewed', subject_kind: 'authority', subject_id: actor.authority_id, detail: listDetail(query) }
    },
  },
  async ({ db, actor, house, query, language, now, context, t }) => ({
    title: titleOf(context, t, t('hr.staff.title')),
    now,
    courses: titledCourses(house.catalogue, language).map(({ slug, number, title }) => ({ slug, number, title })),
    units: await listUnits(db, actor),
    query,
    list: await listPeoplePage(db, actor, query, await peopleFacts(db, actor, house.catalogue, query, now)),
    page_size: PEOPLE_PAGE_SIZE,
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function People() {
  const t = useT()
  const format = useFormat()
  const { now, courses, units, query, list, page_size } = usePageData<typeof loader>()
  const href = (change: Partial<PeopleListQuery>) => paths.hrPeople(parametersOf({ ...query, page: 1, ...change }))
  const unit = units.find(({ id }) => id === query.unit)?.name
  const course = courses.find(({ slug }) => slug === query.course)
  const report = peopleReport(t, format, { rows: list.rows, courses, query, unit, now })
  const sorted = report.columns.find(({ key }) => key === query.sort)
  const everything = parametersOf({ ...query, page: 1 })
  return (
    <Page
      title={t('hr.staff.title')}
      meta={<Stand of={[t('hr.staff.lead')]} at={now} />}
      actions={<FileLinks csv={paths.hrPeopleCsv(everything)} xlsx={paths.hrPeopleXlsx(everything)} />}
      gap="l"
    >
      <PeopleFilter action={paths.hrPeople()} query={query} units={units} courses={courses} />
      <Chips
        chips={[
          ...(query.name === '' ? [] : [{ label: t('hr.list.chipName', { name: query.name }), href: href({ name: '' }) }]),
          ...(query.unit === '' ? [] : [{ label: t('hr.list.chipUnit', { unit: unit ?? '' }), href: href({ unit: '' }) }]),
          ...(course === undefined ? [] : [{ label: t('hr.staff.chipCourse', { course: `${course.number} ${course.title}` }), href: href({ course: '' }) }]),
          ...(query.status === '' ? [] : [{ label: t('hr.list.chipStatus', { status: t(`hr.status.${query.status}`) }), href: href({ status: '' }) }]),
        ]}
      />
      <ListCount
        total={t('hr.list.count', { count: list.people })}
        page={list.page}
        pageSize={page_size}
        shown={list.rows.length}
        sortedBy={sorted?.short ?? sorted?.label ?? ''}
        descending={query.descending}
      />
      <Facts
        facts={courses.map(({ slug, number, title }) => ({
          label: t('hr.course', { number: String(number) }),
          value: <a href={paths.hrCourse(slug)}>{title}</a>,
        }))}
      />
      {list.rows.length === 0 ? (
        <Empty title={t('hr.list.emptyTitle')} kind="lost" action={{ href: paths.hrPeople(), label: t('hr.list.reset') }}>
          {t('hr.list.empty')}
        </Empty>
      ) : (
        <PeopleTable
          report={report}
          courses={courses}
          sort={query.sort}
          descending={query.descending}
          sortHref={href}
          personHref={(person) => paths.hrPerson(person)}
        />
      )}
      <div className="l-between">
        <Paging page={list.page} pages={list.pages} href={(page) => href({ page })} />
        {list.pages > 1 ? <p className="t-meta">{t('hr.list.perPage', { count: String(page_size) })}</p> : null}
      </div>
      <p className="t-meta t-measure">
        {t('hr.list.note')} {t('privacy.person.traceList')}
      </p>
    </Page>
  )
}

/** The query as parameters of a URL: what is as usual is left out. */
const parametersOf = ({ unit, course, status, name, page, ...order }: PeopleListQuery) => ({
  unit,
  course,
  status,
  name,
  sort: sortParameter(order) === 'name' ? '' : sortParameter(order),
  page: page === 1 ? '' : String(page),
})
