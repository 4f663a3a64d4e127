import type { MetaFunction } from '@remix-run/node'
import { countAssigned } from '#app/domain/assignment/counts.server.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { countExpiring } from '#app/domain/reporting/certificate-list.server.ts'
import { getOverview } from '#app/domain/reporting/coverage.server.ts'
import { type Takeaway, takeawaysOf } from '#app/domain/reporting/takeaways.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { titledCourses } from '#app/http/hr-files.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { CoverageMap } from '#app/ui/report/coverage-map.tsx'
import { Definitions } from '#app/ui/report/definitions.tsx'
import { OverviewTiles } from '#app/ui/report/overview-tiles.tsx'
import { dateAndTime } from '#app/ui/report/short-date.ts'
import { Stand } from '#app/ui/report/stand.tsx'
import { takeawaySentence } from '#app/ui/report/takeaway-sentence.ts'
import { TrendChart } from '#app/ui/report/trend-chart.tsx'
import { DataTable } from '#app/ui/table.tsx'

export const loader = defineLoader({ allow: rolesWhoSee('completion') }, async ({ db, actor, house, language, now, context, request, t }) => {
  const overview = await getOverview(db, actor, house.catalogue.courses, { now })
  return {
    title: titleOf(context, t, t('hr.overviewTitle')),
    authority: (await viewerOf(context, request))?.authority.name ?? '',
    now,
    courses: titledCourses(house.catalogue, language).map(({ slug, number, title }) => ({ slug, number, title })),
    overview,
    expiring: await countExpiring(db, actor, { today: dateInBerlin(now) }),
    assigned: await countAssigned(db, actor, { now }),
    takeaways: takeawaysOf(overview.coverage, overview.trend),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Dashboard() {
  const t = useT()
  const format = useFormat()
  const { authority, now, courses, overview, expiring, assigned, takeaways } = usePageData<typeof loader>()
  const { coverage, trend } = overview
  const time = dateAndTime(format, now)
  const names = { lastMonth: trend.at(-2)?.month, courses: courses.map(({ title }) => title), units: coverage.units.map(({ name }) => name) }
  const say = (...kinds: readonly Takeaway['kind'][]) => {
    const takeaway = takeaways.find(({ kind }) => kinds.includes(kind))
    return takeaway === undefined ? undefined : takeawaySentence(t, format, takeaway, names)
  }
  const [progress, behind, month] = [say('progress'), say('course_behind', 'unit_behind', 'units_level'), say('month')]
  return (
    <Page title={t('hr.overview')} meta={<Stand of={[authority, t('hr.people', { count: coverage.people })]} at={now} />}>
      {courses.length === 0 ? (
        <Empty title={t('hr.noCourseTitle')}>{t('hr.noCourse')}</Empty>
      ) : (
        <>
          <OverviewTiles
            overview={overview}
            expiring={expiring}
            assigned={assigned}
            time={time}
            progress={progress?.text ?? ''}
            href={{
              people: paths.hrPeople(),
              open: paths.hrPeople({ status: 'open' }),
              certificates: (within) => paths.hrCertificates({ within }),
              courses: '#lists',
              competences: paths.hrCompetences(),
              assignments: paths.assignments(),
            }}
          />
          <section className="l-stack" aria-labelledby="coverage">
            <div className="l-between">
              <h2 id="coverage">{t('hr.coverage.title')}</h2>
              <p className="l-cluster">
                <a href={paths.hrCoverageXlsx()}>{t('hr.files.xlsx')}</a>
                <a href={paths.hrCoverageCsv()}>{t('hr.files.csv')}</a>
              </p>
            </div>
            <Said words={behind} />
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
              <Said words={month} />
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

/** What a figure says, above it. */
const Said = ({ words }: { words: { readonly title: string; readonly text: string } | undefined }) =>
  words === undefined ? null : (
    <p className="t-measure">
      <b>{words.title}</b> {words.text}
    </p>
  )
