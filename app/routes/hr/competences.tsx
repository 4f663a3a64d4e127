import type { MetaFunction } from '@remix-run/node'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { getCompetences } from '#app/domain/reporting/coverage.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { CompetenceMap } from '#app/ui/report/competence-map.tsx'
import { FileLinks } from '#app/ui/report/file-links.tsx'
import { dateAndTime } from '#app/ui/report/short-date.ts'
import { Stand } from '#app/ui/report/stand.tsx'

export const loader = defineLoader({ allow: rolesWhoSee('completion') }, async ({ db, actor, house, now, context, t }) => ({
  title: titleOf(context, t, t('hr.competences.title')),
  now,
  coverage: await getCompetences(db, actor, house.catalogue.courses),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Competences() {
  const t = useT()
  const { now, coverage } = usePageData<typeof loader>()
  const time = dateAndTime(useFormat(), now)
  return (
    <Page
      title={t('hr.competences.title')}
      meta={<Stand of={[t('hr.people', { count: coverage.people })]} at={now} />}
      actions={<FileLinks csv={paths.hrCompetencesCsv()} xlsx={paths.hrCompetencesXlsx()} />}
      gap="l"
    >
      <p className="t-measure">{t('hr.competences.lead')}</p>
      <CompetenceMap coverage={coverage} time={time} courseHref={(competence) => paths.courses({ competence })} />
      <div className="wb-callout l-stack l-stack--s">
        <p>
          <b>{t('hr.competences.definition')}</b>
        </p>
        <p className="t-small t-measure">{t('hr.competences.definitionText')}</p>
      </div>
    </Page>
  )
}
