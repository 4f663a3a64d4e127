import type { MetaFunction } from '@remix-run/node'
import { countOwnData } from '#app/domain/privacy/own-data.server.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { OwnDataTable } from '#app/ui/privacy/own-data-table.tsx'

export const loader = defineLoader({ allow: ['learner'] }, async ({ db, actor, context, request, t }) => {
  const viewer = await viewerOf(context, request)
  if (viewer === undefined) throw new NotFound()
  const counts = await countOwnData(db, actor)
  return {
    title: titleOf(context, t, t('privacy.data.title')),
    contact: viewer.authority.contact_email,
    counts: counts.map((count) => ({ ...count, newest: count.newest === null ? null : dateInBerlin(count.newest) })),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OwnData() {
  const t = useT()
  const { contact, counts } = usePageData<typeof loader>()
  const correction = `mailto:${contact}?subject=${encodeURIComponent(t('privacy.data.correctSubject'))}`
  return (
    <Page title={t('privacy.data.title')} lead={t('privacy.data.lead')}>
      <div className="l-split l-split--rev">
        <aside className="l-stack l-stack--l" aria-label={t('privacy.data.download')}>
          <section className="wb-panel l-stack" aria-labelledby="download">
            <h2 className="t-h3" id="download">
              {t('privacy.data.download')}
            </h2>
            <p className="t-small">{t('privacy.data.downloadText')}</p>
            <div className="l-stack l-stack--s">
              <ButtonLink href={paths.ownDataHtml()}>{t('privacy.data.asHtml')}</ButtonLink>
              <p className="t-meta">{t('privacy.data.asHtmlHint')}</p>
            </div>
            <div className="l-stack l-stack--s">
              <a href={paths.ownDataJson()}>{t('privacy.data.asJson')}</a>
              <p className="t-meta">{t('privacy.data.asJsonHint')}</p>
            </div>
          </section>
          <section className="l-stack l-stack--s" aria-labelledby="rights">
            <h2 className="t-h4" id="rights">
              {t('privacy.data.rights')}
            </h2>
            <p className="t-small">
              {t('privacy.data.correct')} <a href={correction}>{contact}</a>
            </p>
            <p className="t-small">{t('privacy.data.ownAccount')}</p>
            <ul className="l-stack l-stack--s t-small">
              <li>
                <a href={paths.visibility()}>{t('privacy.data.toVisibility')}</a>
              </li>
              <li>
                <a href={paths.account()}>{t('privacy.data.toAccount')}</a>
              </li>
              <li>
                <a href={paths.privacy()}>{t('privacy.data.toPrivacy')}</a>
              </li>
            </ul>
          </section>
        </aside>
        <section className="l-stack l-stack--xl" aria-labelledby="stored">
          <div className="l-stack">
            <h2 id="stored">{t('privacy.data.stored')}</h2>
            <p className="t-meta">{t('privacy.data.storedText')}</p>
            <OwnDataTable counts={counts} />
          </div>
          <div className="l-stack">
            <h3>{t('privacy.data.unmatched')}</h3>
            <ul className="l-stack l-stack--s t-small t-measure">
              <li>{t('privacy.data.rateLimit')}</li>
              <li>{t('privacy.data.tally')}</li>
              <li>{t('privacy.data.barrier')}</li>
            </ul>
            <p className="t-small t-measure">
              {t('privacy.data.secrets')} {t('privacy.data.backups')}
            </p>
          </div>
        </section>
      </div>
    </Page>
  )
}
