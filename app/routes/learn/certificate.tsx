import { type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { statusOf } from '#app/domain/certificate/certificate.ts'
import { getHolder, getOwnCertificate, listOwnCertificates } from '#app/domain/certificate/queries.server.ts'
import { reissueCertificate } from '#app/domain/certificate/reissue-certificate.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { publicAddress } from '#app/http/public-address.server.ts'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { longDay, longDayOf } from '#app/ui/certificate/calendar-day.ts'
import { CertificateSheet } from '#app/ui/certificate/certificate-sheet.tsx'
import { certificateProblems } from '#app/ui/certificate/problems.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

const params = z.object({ certificate: z.string().max(100) })
const query = z.object({ done: z.enum(['issued', 'reissued']).optional().catch(undefined) })

export const loader = defineLoader({ allow: ['learner'], params, query }, async ({ db, actor, house, request, params, query, context, now, t }) => {
  const certificate = await getOwnCertificate(db, actor, params.certificate)
  const { name } = await getHolder(db, actor)
  const before = certificate.replaces_id === null ? undefined : (await listOwnCertificates(db, actor)).find(({ id }) => id === certificate.replaces_id)
  return {
    title: titleOf(context, t, t('certificate.page.title', { number: certificate.content.course_number })),
    certificate,
    status: statusOf(certificate, dateInBerlin(now)),
    /** The holder's name of today where the paper has another one and may be exchanged. */
    newName: certificate.revoked_at === null && !certificate.replaced && name !== certificate.holder_name ? name : null,
    nameBefore: before?.holder_name ?? null,
    address: publicAddress(house, request, paths.verification(certificate.code)),
    done: query.done ?? null,
  }
})

/** A paper in the holder's new name. */
export const action = defineAction({ allow: ['learner'], params }, async ({ tx, actor, params, context, house, now, after }) => {
  const made = await reissueCertificate(tx, actor, params.certificate, { now })
  if (typeof made === 'string') return refuseForm(context, { problems: { '': made }, values: {} })
  after(() => house.log.info('certificate_reissued', { request_id: context.requestId, authority_id: actor.authority_id }))
  return redirect(paths.certificate(made.certificate, 'reissued'), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Certificate() {
  const { certificate, status, newName, nameBefore, address, done } = usePageData<typeof loader>()
  const [t, format] = [useT(), useFormat()]
  const { course_number } = certificate.content
  const problems = certificateProblems(t, useActionResult<typeof action>()?.problems)
  return (
    <Page
      title={t('certificate.page.title', { number: course_number })}
      titleSize="small"
      crumbs={[{ label: t('certificate.list.title'), href: paths.certificates() }, { label: t('certificate.page.crumb', { number: course_number }) }]}
      actions={certificate.replaced || status === 'revoked' ? undefined : <Downloads id={certificate.id} />}
      width="cert"
      gap="l"
    >
      <ErrorSummary problems={problems} />
      {done === null ? null : <Alert kind="success" title={t(`certificate.page.${done}`)} />}
      {status === 'revoked' ? (
        <Alert kind="danger" title={t('certificate.page.revokedTitle', { date: longDayOf(format, certificate.revoked_at ?? '') })}>
          <p>{t('certificate.page.revokedText', { reason: certificate.revoked_reason ?? '' })}</p>
          <p>{t('certificate.page.noPdf')}</p>
        </Alert>
      ) : null}
      {status === 'expired' ? (
        <Alert kind="warning" title={t('certificate.page.expiredTitle', { date: longDay(format, certificate.valid_until ?? '') })}>
          <p>{t('certificate.page.expiredText')}</p>
        </Alert>
      ) : null}
      {certificate.replaced_by === null || status === 'revoked' ? null : (
        <Alert kind="info" title={t('certificate.page.replacedTitle')}>
          <p>{t('certificate.page.noPdf')}</p>
          <p>
            <a href={paths.certificate(certificate.replaced_by)}>{t('certificate.page.replacedLink')}</a>
          </p>
        </Alert>
      )}
      {newName === null ? null : (
        <section className="wb-callout wb-callout--licht no-print" aria-labelledby="new-name">
          <h2 className="t-h4" id="new-name">
            {t('certificate.page.nameTitle')}
          </h2>
          <p>{t('certificate.page.nameText', { old: certificate.holder_name, name: newName })}</p>
          <form method="post" action={paths.certificate(certificate.id)}>
            <Button variant="secondary">{t('certificate.page.reissue')}</Button>
          </form>
        </section>
      )}
      <CertificateSheet certificate={certificate} status={status} address={address} />
      {nameBefore === null ? null : <p className="no-print t-meta">{t('certificate.page.replaces', { name: nameBefore })}</p>}
    </Page>
  )
}

/** In the reader's language, and in the other one. */
const Downloads = ({ id }: { readonly id: string }) => {
  const [t, language] = [useT(), useLanguage()]
  const other = language === 'de' ? 'en' : 'de'
  return (
    <>
      <ButtonLink href={paths.certificatePdf(id, language)}>{t('certificate.page.savePdf')}</ButtonLink>
      <a href={paths.certificatePdf(id, other)}>{t('certificate.page.otherPdf')}</a>
    </>
  )
}
