import type { MetaFunction } from '@remix-run/node'
import { findInstallation, isEditor } from '#app/domain/installation/queries.server.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Given, Mail, Values } from '#app/ui/legal/given.tsx'
import { LegalPage } from '#app/ui/legal/legal-page.tsx'

export const loader = defineLoader({ allow: 'everyone' }, async ({ db, context, request, t }) => {
  const installation = await findInstallation(db)
  return {
    title: titleOf(context, t, t('legal.imprint.title')),
    installation: installation ?? null,
    editable: isEditor(installation, (await viewerOf(context, request))?.actor),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Imprint() {
  const t = useT()
  const { installation, editable } = usePageData<typeof loader>()
  const details = installation?.details
  const needed = [
    details?.provider_name,
    details?.provider_street,
    details?.provider_town,
    details?.provider_phone,
    details?.provider_email,
    details?.provider_represented_by,
    details?.provider_supervision,
  ]
  return (
    <LegalPage
      title={t('legal.imprint.title')}
      lead={t('legal.imprint.lead')}
      installation={installation}
      incomplete={needed.includes('')}
      editHref={editable ? paths.installation() : null}
    >
      {details === undefined ? null : (
        <>
          <section className="l-stack" aria-labelledby="provider">
            <h2 id="provider">{t('legal.imprint.provider')}</h2>
            <address className="wb-lines">
              <p>
                <b>
                  <Given value={details.provider_name} />
                </b>
              </p>
              <p>
                <Given value={details.provider_street} />
              </p>
              <p>
                <Given value={details.provider_town} />
              </p>
            </address>
          </section>
          <section className="l-stack" aria-labelledby="contact">
            <h2 id="contact">{t('legal.imprint.contact')}</h2>
            <Values
              values={[
                { label: t('legal.field.provider_phone'), value: <Given value={details.provider_phone} /> },
                { label: t('legal.field.provider_email'), value: <Mail address={details.provider_email} /> },
              ]}
            />
          </section>
          <section className="l-stack" aria-labelledby="responsible">
            <h2 id="responsible">{t('legal.imprint.responsible')}</h2>
            <Values
              values={[
                { label: t('legal.field.provider_represented_by'), value: <Given value={details.provider_represented_by} /> },
                { label: t('legal.field.provider_supervision'), value: <Given value={details.provider_supervision} /> },
                ...(details.provider_vat_id === '' ? [] : [{ label: t('legal.field.provider_vat_id'), value: details.provider_vat_id }]),
              ]}
            />
          </section>
          <section className="l-stack" aria-labelledby="software">
            <h2 id="software">{t('legal.imprint.software')}</h2>
            <p>{t('legal.imprint.softwareText')}</p>
          </section>
        </>
      )}
    </LegalPage>
  )
}
