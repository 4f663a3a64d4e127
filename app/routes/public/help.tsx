import type { MetaFunction } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { AccessibilityFeatures } from '#app/ui/legal/accessibility-features.tsx'
import { Page } from '#app/ui/page.tsx'

export const loader = defineLoader({ allow: 'everyone' }, async ({ context, request, t }) => ({
  title: titleOf(context, t, t('identity.help.title')),
  authority: (await viewerOf(context, request))?.authority ?? null,
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Help() {
  const t = useT()
  const { authority } = usePageData<typeof loader>()
  return (
    <Page title={t('identity.help.title')} lead={t('identity.help.lead')} width="narrow" gap="l">
      <section className="wb-prose">
        <h2>{t('identity.help.contactTitle')}</h2>
        {authority === null ? (
          <p>{t('identity.help.contactOpen')}</p>
        ) : (
          <>
            <p>{t('identity.help.contact', { authority: authority.name })}</p>
            <p>
              <a href={`mailto:${authority.contact_email}`}>{authority.contact_email}</a>
            </p>
          </>
        )}
        <h2>{t('legal.help.barrier')}</h2>
        <p>
          {t('legal.help.barrierText')} <a href={paths.barrierReport(paths.help())}>{t('legal.report.title')}</a>
        </p>
        <h2>{t('identity.help.saveTitle')}</h2>
        <p>{t('identity.help.save')}</p>
        <h2>{t('identity.help.seeTitle')}</h2>
        <p>
          {t('identity.help.see')} <a href={paths.visibility()}>{t('legal.privacy.visibility')}</a>
        </p>
        <h2 id="bedienung">{t('legal.help.title')}</h2>
        <p>{t('legal.help.lead')}</p>
        <AccessibilityFeatures />
        <h2>{t('legal.help.more')}</h2>
        <ul>
          <li>
            <a href={paths.accessibility()}>{t('legal.accessibility.title')}</a>
          </li>
          <li>
            <a href={paths.privacy()}>{t('legal.privacy.title')}</a>
          </li>
          <li>
            <a href={paths.imprint()}>{t('legal.imprint.title')}</a>
          </li>
        </ul>
      </section>
    </Page>
  )
}
