import type { MetaFunction } from '@remix-run/node'
import { listReadableCourses } from '#app/domain/catalogue/readable-courses.ts'
import { listTerms } from '#app/domain/catalogue/terms.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { useT } from '#app/i18n/translate.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Page } from '#app/ui/page.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { GlossaryLetters, LetterJumps } from '#app/ui/search/glossary-letters.tsx'

export const loader = defineLoader({ allow: ['learner'] }, async ({ actor, house, language, t }) => ({
  letters: listTerms(house.catalogue, language, listReadableCourses(house.catalogue, actor)),
  documentTitle: pageTitle(t('search.glossary')),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? '' }]

export default function Glossary() {
  const { letters } = usePageData<typeof loader>()
  const t = useT()
  const count = letters.reduce((sum, { terms }) => sum + terms.length, 0)
  if (count === 0) {
    return (
      <Page title={t('search.glossary')}>
        <Empty title={t('search.emptyGlossary')}>{t('search.emptyGlossaryText')}</Empty>
      </Page>
    )
  }
  return (
    <Page title={t('search.glossary')} lead={t('search.glossaryLead', { count })} meta={t('search.glossaryMeta')} width="cert">
      <LetterJumps letters={letters} />
      <GlossaryLetters letters={letters} />
    </Page>
  )
}
