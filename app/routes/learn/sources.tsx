import type { MetaFunction } from '@remix-run/node'
import { listReadableCourses } from '#app/domain/catalogue/readable-courses.ts'
import { listWorks } from '#app/domain/catalogue/works.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { useT } from '#app/i18n/translate.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Page } from '#app/ui/page.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { StatusLegend, SubjectJumps, Works } from '#app/ui/search/works.tsx'

export const loader = defineLoader({ allow: ['learner'] }, async ({ actor, house, t }) => ({
  subjects: listWorks(house.catalogue, listReadableCourses(house.catalogue, actor)),
  documentTitle: pageTitle(t('search.sources')),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? '' }]

export default function Sources() {
  const { subjects } = usePageData<typeof loader>()
  const t = useT()
  if (subjects.length === 0) {
    return (
      <Page title={t('search.sources')}>
        <Empty title={t('search.emptySources')}>{t('search.emptySourcesText')}</Empty>
      </Page>
    )
  }
  return (
    <Page title={t('search.sources')} lead={t('search.sourcesLead')} meta={t('search.sourcesMeta')} width="cert">
      <StatusLegend />
      <SubjectJumps subjects={subjects.map(({ subject }) => subject)} />
      {subjects.map(({ subject, works }) => (
        <Works key={subject} subject={subject} works={works} />
      ))}
    </Page>
  )
}
