import type { MetaFunction } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { findCourse, shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { type CourseListQuery, courseListQuery, PAGE_SIZE, sortParameter } from '#app/domain/reporting/course-list.ts'
import { isOwnUnit, listCoursePage, listUnits } from '#app/domain/reporting/course-list.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Paging } from '#app/ui/paging.tsx'
import { CourseListFilter } from '#app/ui/report/course-list-filter.tsx'
import { courseListReport } from '#app/ui/report/course-list-report.ts'
import { CourseListTable } from '#app/ui/report/course-list-table.tsx'
import { FileLinks } from '#app/ui/report/file-links.tsx'
import { ListCount } from '#app/ui/report/list-count.tsx'
import { Stand } from '#app/ui/report/stand.tsx'

export const loader = defineLoader(
  {
    allow: rolesWhoSee('completion'),
    params: z.object({ course: z.string() }),
    query: courseListQuery,
    trace: async ({ db, actor, house, params, query }) => {
      const course = findCourse(house.catalogue, params.course)
      if (course === undefined || !(await isOwnUnit(db, actor, query.unit))) throw new NotFound()
      return { verb: 'course_list_viewed', subject_kind: 'course', subject_id: course.id, detail: { unit: query.unit === '' ? null : query.unit } }
    },
  },
  async ({ db, actor, house, params, query, language, now, context, t }) => {
    const course = findCourse(house.catalogue, params.course)
    if (course === undefined) throw new NotFound()
    const title = course.text[shownLanguage(course, language)]?.title ?? course.slug
    return {
      title: titleOf(context, t, title),
      now,
      course: {
        slug: course.slug,
        number: course.number,
        title,
        lang: shownLanguage(course, language) === language ? undefined : shownLanguage(course, language),
      },
      units: await listUnits(db, actor),
      query,
      list: await listCoursePage(db, actor, course.id, query),
      page_size: PAGE_SIZE,
    }
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function CourseList() {
  const t = useT()
  const format = useFormat()
  const { now, course, units, query, list, page_size } = usePageData<typeof loader>()
  const report = courseListReport(t, format, {
    rows: list.rows,
    course: `${course.number} ${course.title}`,
    query,
    unit: units.find(({ id }) => id === query.unit)?.name,
    now,
  })
  const href = (change: Partial<CourseListQuery>) => paths.hrCourse(course.slug, parametersOf({ ...query, page: 1, ...change }))
  const label = t('hr.course', { number: String(course.number) })
  return (
    <Page
      kicker={label}
      title={<span lang={course.lang}>{course.title}</span>}
      crumbs={[{ label: t('hr.overview'), href: paths.hr() }, { label }]}
      meta={<Stand of={[t('hr.list.lead')]} at={now} />}
      actions={
        <FileLinks
          csv={paths.hrCourseCsv(course.slug, parametersOf({ ...query, page: 1 }))}
          xlsx={paths.hrCourseXlsx(course.slug, parametersOf({ ...query, page: 1 }))}
        />
      }
      gap="l"
    >
      <CourseListFilter action={paths.hrCourse(course.slug)} query={query} units={units} />
      <Chips
        chips={[
          ...(query.name === '' ? [] : [{ label: t('hr.list.chipName', { name: query.name }), href: href({ name: '' }) }]),
          ...(query.unit === ''
            ? []
            : [{ label: t('hr.list.chipUnit', { unit: units.find((unit) => unit.id === query.unit)?.name ?? '' }), href: href({ unit: '' }) }]),
          ...(query.status === '' ? [] : [{ label: t('hr.list.chipStatus', { status: t(`hr.status.${query.status}`) }), href: href({ status: '' }) }]),
        ]}
      />
      <div className="l-between">
        <ListCount
          total={t('hr.list.count', { count: list.share.people })}
          page={list.page}
          pageSize={page_size}
          shown={list.rows.length}
          sortedBy={t(`hr.column.${query.sort}`)}
          descending={query.descending}
        />
        <p className="t-meta">
          {t('hr.list.sums', { completed: format.number(list.share.completed), open: format.number(list.share.people - list.share.completed) })}
        </p>
      </div>
      {list.rows.length === 0 ? (
        <Empty title={t('hr.list.emptyTitle')} kind="lost" action={{ href: paths.hrCourse(course.slug), label: t('hr.list.reset') }}>
          {t('hr.list.empty')}
        </Empty>
      ) : (
        <CourseListTable
          title={course.title}
          report={report}
          sort={query.sort}
          descending={query.descending}
          sortHref={(sort, descending) => href({ sort, descending })}
          personHref={paths.hrPerson}
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
const parametersOf = ({ unit, status, name, page, ...order }: CourseListQuery) => ({
  unit,
  status,
  name,
  sort: sortParameter(order) === 'name' ? '' : sortParameter(order),
  page: page === 1 ? '' : String(page),
})
