import type { MetaFunction } from '@remix-run/node'
import { listUnitFigures } from '#app/domain/figures/queries.server.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { figureColumns } from '#app/ui/figures/figures-report.ts'
import { FiguresTakeaways } from '#app/ui/figures/figures-takeaways.tsx'
import { Page } from '#app/ui/page.tsx'
import { ReportTable } from '#app/ui/report/report-table.tsx'
import { shortDate } from '#app/ui/report/short-date.ts'
import { figureCourses, figuresAt, figuresQuery } from '#app/http/shown-figures.server.ts'

export const loader = defineLoader(
  { allow: rolesWhoSee('completion', 'sums'), query: figuresQuery },
  async ({ db, actor, house, query, language, context, request, t }) => ({
    title: titleOf(context, t, t('figures.title')),
    authority: (await viewerOf(context, request))?.authority.name ?? '',
    courses: figureCourses(house.catalogue, language),
    figures: figuresAt(await listUnitFigures(db, actor), house.catalogue, query.at),
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const TERMS = ['people', 'completed', 'ranges', 'who'] as const

export default function Figures() {
  const t = useT()
  const format = useFormat()
  const { authority, courses, figures } = usePageData<typeof loader>()
  const day = figures === undefined ? '' : shortDate(format, figures.cut_off_on)
  const columns = figureColumns(t, courses)
  return (
    <Page
      title={t('figures.title')}
      meta={
        <>
          {authority}
          {figures === undefined ? null : (
            <>
              {' · '}
              <b>{t('figures.stand', { day })}</b>
            </>
          )}
        </>
      }
    >
      <p className="t-measure">{t('figures.lead')}</p>
      {figures === undefined ? (
        <Empty title={t('figures.emptyTitle')}>{t('figures.empty')}</Empty>
      ) : (
        <>
          <FiguresTakeaways courses={courses} now={figures.total} before={figures.before} />
          <section className="l-stack l-stack--l" aria-labelledby="units">
            <div className="l-between">
              <h2 id="units">{t('figures.units.title')}</h2>
              <div className="l-cluster">
                <a href={paths.unitFiguresXlsx({ at: figures.cut_off_on })}>{t('figures.files.xlsx')}</a>
                <a href={paths.unitFiguresCsv({ at: figures.cut_off_on })}>{t('figures.files.csv')}</a>
              </div>
            </div>
            <search aria-label={t('figures.choose.filter')}>
              <form className="wb-panel l-stack no-print" method="get" action={paths.unitFigures()}>
                <div className="wb-filter">
                  <SelectField
                    label={t('figures.choose.label')}
                    name="at"
                    options={figures.cut_offs.map((one) => ({ value: one, label: shortDate(format, one) }))}
                    defaultValue={figures.cut_off_on}
                  />
                </div>
                <div className="l-cluster">
                  <Button>{t('figures.choose.show')}</Button>
                </div>
              </form>
            </search>
            <ReportTable
              caption={t('figures.units.caption', { day })}
              report={{ columns: columns.filter(({ key }) => key !== 'day'), rows: figures.rows }}
              rowKey={({ unit }) => unit ?? ''}
            />
          </section>
          <section className="l-stack" aria-labelledby="over-time">
            <div className="l-between">
              <h2 id="over-time">{t('figures.overTime.title')}</h2>
              <div className="l-cluster">
                <a href={paths.unitFiguresXlsx()}>{t('figures.files.xlsxAll')}</a>
                <a href={paths.unitFiguresCsv()}>{t('figures.files.csvAll')}</a>
              </div>
            </div>
            <ReportTable
              caption={t('figures.overTime.caption')}
              report={{ columns: columns.filter(({ key }) => key !== 'unit'), rows: figures.overTime }}
              rowKey={({ cut_off_on }) => cut_off_on}
            />
          </section>
        </>
      )}
      <section className="l-stack" aria-labelledby="definitions">
        <h2 id="definitions">{t('figures.definitions.title')}</h2>
        <dl className="l-grid">
          {TERMS.map((term) => (
            <div key={term}>
              <dt>
                <b>{t(`figures.definitions.${term}`)}</b>
              </dt>
              <dd className="t-small">{t(`figures.definitions.${term}Text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Page>
  )
}
