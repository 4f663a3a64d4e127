import type { MetaFunction } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { getOverview } from '#app/domain/reporting/coverage.server.ts'
import { takeawaysOf } from '#app/domain/reporting/takeaways.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { CoverageMap } from '#app/ui/report/coverage-map.tsx'
import { Definitions } from '#app/ui/report/definitions.tsx'
import { dateAndTime } from '#app/ui/report/short-date.ts'
import { Takeaways } from '#app/ui/report/takeaways.tsx'
import { TrendChart } from '#app/ui/report/trend-chart.tsx'
import { DataTable } from '#app/ui/table.tsx'

export const loader = defineLoader({ allow: rolesWhoSee('completion') }, async ({ db, actor, house, language, now, context, request, t }) => {
  const courses = house.catalogue.courses
  const { coverage, trend } = await getOverview(
    db,
    actor,
    courses.map((course) => course.id),
    { now },
  )
  return {
    title: titleOf(context, t, t('hr.overviewTitle')),
    authority: (await viewerOf(context, request))?.authority.name ?? '',
    now,
    courses: courses.map(({ slug, number, text, ...course }) => ({
      slug,
      number,
      title: text[shownLanguage({ ...course, slug, number, text }, language)]?.title ?? slug,
    })),
    coverage,
    trend,
    takeaways: takeawaysOf(coverage, trend),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Dashboard() {
  const t = useT()
  const format = useFormat()
  const { authority, now, courses, coverage, trend, takeaways } = usePageData<typeof loader>()
  const time = dateAndTime(format, now)
  return (
    <Page
      title={t('hr.overview')}
      meta={
        <>
          {authority} · {t('hr.people', { count: coverage.people })} · <b>{t('hr.stand', { time })}</b>
        </>
      }
    >
      {courses.length === 0 ? (
        <Empty title={t('hr.noCourseTitle')}>{t('hr.noCourse')}</Empty>
      ) : (
        <>
          <Takeaways
            takeaways={takeaways}
            lastMonth={trend.at(-2)?.month}
            courses={courses.map((course) => course.title)}
            units={coverage.units.map((unit) => unit.name)}
          />
          <section className="l-stack" aria-labelledby="coverage">
            <div className="l-between">
              <h2 id="coverage">{t('hr.coverage.title')}</h2>
              <a href={paths.hrCoverageCsv()}>{t('hr.coverage.csv')}</a>
            </div>
            <p className="t-meta">{t('hr.coverage.lead')}</p>
            <CoverageMap
              coverage={coverage}
              courses={courses.map(({ slug, number, title }) => ({ slug, label: `${number} ${title}` }))}
              time={time}
              listHref={(course, unit) => paths.hrCourse(course, unit === undefined ? {} : { unit })}
            />
          </section>
          <div className="l-split l-split--half">
            <section className="l-stack" aria-labelledby="trend-title">
              <h2 id="trend-title">{t('hr.trend.title')}</h2>
              <TrendChart trend={trend} />
            </section>
            <section className="l-stack" aria-labelledby="lists">
              <h2 id="lists">{t('hr.lists.title')}</h2>
              <DataTable
                caption={t('hr.lists.caption')}
                rows={courses.map((course, index) => ({ ...course, completed: coverage.courses[index]?.completed ?? 0 }))}
                rowKey={({ slug }) => slug}
                columns={[
                  {
                    key: 'course',
                    label: t('hr.column.course'),
                    rowHeader: true,
                    cell: ({ slug, number, title }) => <a href={paths.hrCourse(slug)}>{`${number} ${title}`}</a>,
                  },
                  { key: 'completed', label: t('hr.status.completed'), numeric: true, cell: ({ completed }) => format.number(completed) },
                  { key: 'open', label: t('hr.status.open'), numeric: true, cell: ({ completed }) => format.number(coverage.people - completed) },
                ]}
              />
            </section>
          </div>
        </>
      )}
      <section className="l-stack" aria-labelledby="definitions">
        <h2 id="definitions">{t('hr.definitions.title')}</h2>
        <Definitions />
      </section>
      <div className="wb-callout l-stack l-stack--s">
        <p className="t-small t-measure">{t('hr.limits')}</p>
        <p className="t-small t-measure">{t('hr.limitsUse')}</p>
      </div>
    </Page>
  )
}
