import type { MetaFunction } from '@remix-run/node'
import { answerDays, withDefaults } from '#app/domain/installation/details.ts'
import { findInstallation, isEditor } from '#app/domain/installation/queries.server.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { AccessibilityStatement } from '#app/ui/legal/accessibility-statement.tsx'
import { LegalPage } from '#app/ui/legal/legal-page.tsx'

export const loader = defineLoader({ allow: 'everyone' }, async ({ db, context, request, t }) => {
  const installation = await findInstallation(db)
  return {
    title: titleOf(context, t, t('legal.accessibility.title')),
    installation: installation ?? null,
    editable: isEditor(installation, (await viewerOf(context, request))?.actor),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Accessibility() {
  const t = useT()
  const { installation, editable } = usePageData<typeof loader>()
  const details = installation?.details
  const needed = [
    details?.conformance,
    details?.method,
    details?.assessed_on,
    details?.assessment_de,
    details?.reviewed_on,
    details?.feedback_email,
    details?.conformance === 'full' ? undefined : details?.barriers_de,
  ]
  return (
    <LegalPage
      title={t('legal.accessibility.title')}
      lead={t('legal.accessibility.lead')}
      installation={installation}
      incomplete={needed.includes('')}
      editHref={editable ? paths.installation() : null}
    >
      {installation === null ? null : (
        <AccessibilityStatement
          operator={installation.operator.name}
          details={withDefaults(installation.details)}
          answerDays={answerDays(installation.details)}
          links={{ report: paths.barrierReport(paths.accessibility()), help: `${paths.help()}#bedienung` }}
        />
      )}
    </LegalPage>
  )
}
