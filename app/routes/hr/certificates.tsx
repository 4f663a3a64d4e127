import type { MetaFunction } from '@remix-run/node'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { CERTIFICATE_PAGE_SIZE, type CertificateListQuery, certificateListQuery } from '#app/domain/reporting/certificate-list.ts'
import { listCertificatePage } from '#app/domain/reporting/certificate-list.server.ts'
import { sortParameter } from '#app/domain/reporting/course-list.ts'
import { listUnits } from '#app/domain/reporting/course-list.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { certificateFacts, filteredBy, listDetail, titledCourses } from '#app/http/hr-files.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Paging } from '#app/ui/paging.tsx'
import { CertificateFilter } from '#app/ui/report/certificate-filter.tsx'
import { certificateReport } from '#app/ui/report/certificate-report.ts'
import { CertificateTable } from '#app/ui/report/certificate-table.tsx'
import { FileLinks } from '#app/ui/report/file-links.tsx'
import { ListCount } from '#app/ui/report/list-count.tsx'
import { Stand } from '#app/ui/report/stand.tsx'

export const loader = defineLoader(
  {
    allow: rolesWhoSee('certificate'),
    query: certificateListQuery,
    trace: async ({ db, actor, house, query }) => {
      await filteredBy(db, actor, house.catalogue, query)
      return { verb: 'certificate_list_viewed', subject_kind: 'authority', subject_id: actor.authority_id, detail: listDetail(query) }
    },
  },
  async ({ db, actor, house, query, language, now, context, t }) => ({
    title: titleOf(context, t, t('hr.certificates.title')),
    now,
    courses: titledCourses(house.catalogue, language),
    units: await listUnits(db, actor),
    query,
    list: await listCertificatePage(db, actor, query, await certificateFacts(db, actor, house.catalogue, query, now)),
    page_size: CERTIFICATE_PAGE_SIZE,
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Certificates() {
  const t = useT()
  const format = useFormat()
  const { now, courses, units, query, list, page_size } = usePageData<typeof loader>()
  const href = (change: Partial<CertificateListQuery>) => paths.hrCertificates(parametersOf({ ...query, page: 1, ...change }))
  const unit = units.find(({ id }) => id === query.unit)?.name
  const filtered = courses.find(({ slug }) => slug === query.course)
  const course = filtered === undefined ? undefined : `${filtered.number} ${filtered.title}`
  const titles = Object.fromEntries(courses.map(({ id, title }) => [id, title]))
  const report = certificateReport(t, format, { rows: list.rows, titles, query, course, unit, now })
  const everything = parametersOf({ ...query, page: 1 })
  return (
    <Page
      title={t('hr.certificates.title')}
      meta={<Stand of={[t('hr.certificates.lead')]} at={now} />}
      actions={<FileLinks csv={paths.hrCertificatesCsv(everything)} xlsx={paths.hrCertificatesXlsx(everything)} />}
      gap="l"
    >
      <CertificateFilter action={paths.hrCertificates()} query={query} units={units} courses={courses} />
      <Chips
        chips={[
          ...(query.within === ''
            ? []
            : [{ label: t('hr.certificates.chipWithin', { within: t(`hr.certificates.withinOption.${query.within}`) }), href: href({ within: '' }) }]),
          ...(course === undefined ? [] : [{ label: t('hr.staff.chipCourse', { course }), href: href({ course: '' }) }]),
          ...(query.unit === '' ? [] : [{ label: t('hr.list.chipUnit', { unit: unit ?? '' }), href: href({ unit: '' }) }]),
        ]}
      />
      <ListCount
        total={t('hr.certificates.count', { count: list.certificates })}
        page={list.page}
        pageSize={page_size}
        shown={list.rows.length}
        sortedBy={report.columns.find(({ key }) => key === query.sort)?.label ?? ''}
        descending={query.descending}
      />
      {list.rows.length > 0 ? (
        <CertificateTable report={report} sort={query.sort} descending={query.descending} sortHref={href} personHref={(person) => paths.hrPerson(person)} />
      ) : query.within === '' && query.unit === '' && query.course === '' ? (
        <Empty title={t('hr.certificates.noneTitle')}>{t('hr.certificates.none')}</Empty>
      ) : (
        <Empty title={t('hr.certificates.emptyTitle')} kind="lost" action={{ href: paths.hrCertificates(), label: t('hr.list.reset') }}>
          {t('hr.certificates.empty')}
        </Empty>
      )}
      <div className="l-between">
        <Paging page={list.page} pages={list.pages} href={(page) => href({ page })} />
        {list.pages > 1 ? <p className="t-meta">{t('hr.list.perPage', { count: String(page_size) })}</p> : null}
      </div>
      <p className="t-meta t-measure">
        {t('hr.certificates.definitionText')} {t('hr.certificates.note')} {t('privacy.person.traceList')}
      </p>
    </Page>
  )
}

/** The query as parameters of a URL: what is as usual is left out. */
const parametersOf = ({ within, course, unit, page, ...order }: CertificateListQuery) => ({
  within,
  course,
  unit,
  sort: sortParameter(order) === 'valid' ? '' : sortParameter(order),
  page: page === 1 ? '' : String(page),
})
