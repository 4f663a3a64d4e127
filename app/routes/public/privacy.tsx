import type { MetaFunction } from '@remix-run/node'
import { withDefaults } from '#app/domain/installation/details.ts'
import { findInstallation, isEditor } from '#app/domain/installation/queries.server.ts'
import { storedKinds } from '#app/domain/installation/stored-data.ts'
import { secretCookieName } from '#app/http/cookies.server.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { LegalPage } from '#app/ui/legal/legal-page.tsx'
import { PrivacyNotice } from '#app/ui/legal/privacy-notice.tsx'

export const loader = defineLoader({ allow: 'everyone' }, async ({ db, context, request, house, t }) => {
  const installation = await findInstallation(db)
  const viewer = await viewerOf(context, request)
  return {
    title: titleOf(context, t, t('legal.privacy.title')),
    installation: installation ?? null,
    editable: isEditor(installation, viewer?.actor),
    own: viewer?.authority ?? null,
    kinds: storedKinds(),
    cookies: [
      { purpose: 'session', name: secretCookieName('session', house.secure) },
      { purpose: 'held', name: secretCookieName('held', house.secure) },
      { purpose: 'language', name: 'language' },
      { purpose: 'theme', name: 'theme' },
    ] as const,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Privacy() {
  const t = useT()
  const { installation, editable, own, kinds, cookies } = usePageData<typeof loader>()
  const details = installation?.details
  const needed = [details?.officer_office, details?.officer_email, details?.officer_post, details?.hosting_who, details?.hosting_where, details?.backup_days]
  return (
    <LegalPage
      title={t('legal.privacy.title')}
      lead={t('legal.privacy.lead')}
      installation={installation}
      incomplete={needed.includes('') || needed.includes(null)}
      editHref={editable ? paths.installation() : null}
      width="wide"
    >
      {installation === null ? null : (
        <PrivacyNotice
          operator={installation.operator}
          details={withDefaults(installation.details)}
          own={own}
          kinds={kinds}
          cookies={cookies}
          links={{ imprint: paths.imprint(), ownData: paths.ownData(), visibility: paths.visibility() }}
        />
      )}
    </LegalPage>
  )
}
