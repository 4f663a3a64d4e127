import { type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { getCertificateOf } from '#app/domain/certificate/queries.server.ts'
import { LONGEST_REASON, revokeCertificate } from '#app/domain/certificate/revoke-certificate.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Button } from '#app/ui/button.tsx'
import { longDayOf, shortDay } from '#app/ui/certificate/calendar-day.ts'
import { certificateProblems } from '#app/ui/certificate/problems.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { TextAreaField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'

const params = z.object({ certificate: z.string().max(100) })
const reason = z.string({ error: 'reason' }).trim().min(1, 'reason').max(LONGEST_REASON, 'reason_long')

export const loader = defineLoader(
  {
    allow: ['hr'],
    params,
    // It shows the person's name and certificate, so it is a look at the person like the page that leads here.
    trace: async ({ db, actor, params }) => {
      const { person_id } = await getCertificateOf(db, actor, params.certificate)
      return { verb: 'person_status_viewed', subject_kind: 'person', subject_id: person_id, person_id }
    },
  },
  async ({ db, actor, params, context, t }) => {
    const certificate = await getCertificateOf(db, actor, params.certificate)
    return { title: titleOf(context, t, t('certificate.revocation.title')), certificate }
  },
)

export const action = defineAction({ allow: ['hr'], params, input: z.object({ reason }) }, async ({ tx, actor, params, input, house, context, now, after }) => {
  const { person_id, outcome } = await revokeCertificate(tx, actor, params.certificate, { reason: input.reason, now })
  if (outcome === 'revoked') after(() => house.log.info('certificate_revoked', { request_id: context.requestId, authority_id: actor.authority_id }))
  return redirect(paths.hrPerson(person_id, 'revoked'), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function CertificateRevocation() {
  const { certificate } = usePageData<typeof loader>()
  const refused = useActionResult<typeof action>()
  const [t, format, language] = [useT(), useFormat(), useLanguage()]
  const problems = certificateProblems(t, refused?.problems)
  const typed = refused === undefined ? undefined : refused.values['reason']
  const course = certificate.titles[language] ?? certificate.titles.de ?? certificate.titles.en ?? ''
  const person = paths.hrPerson(certificate.person_id)
  return (
    <Page
      title={t('certificate.revocation.title')}
      lead={certificate.revoked_at === null ? t('certificate.revocation.lead') : undefined}
      crumbs={[
        { label: t('hr.certificates.title'), href: paths.hrCertificates() },
        { label: certificate.holder_name, href: person },
        { label: t('certificate.revocation.title') },
      ]}
      width="narrow"
      gap="l"
    >
      <ErrorSummary problems={problems} />
      <Facts
        facts={[
          { label: t('certificate.revocation.person'), value: certificate.holder_name },
          { label: t('certificate.revocation.course'), value: course },
          { label: t('certificate.revocation.completed'), value: shortDay(format, certificate.completed_on) },
          {
            label: t('certificate.revocation.validUntil'),
            value: certificate.valid_until === null ? t('certificate.list.unlimited') : shortDay(format, certificate.valid_until),
          },
        ]}
      />
      {certificate.revoked_at === null ? (
        <form className="l-stack l-stack--l" method="post" action={paths.certificateRevocation(certificate.id)} noValidate>
          <p>{t('certificate.revocation.keeps')}</p>
          <TextAreaField
            label={t('certificate.revocation.reason')}
            name="reason"
            hint={t('certificate.revocation.reasonHint')}
            defaultValue={typeof typed === 'string' ? typed : ''}
            error={problems.find(({ field }) => field === 'reason')?.message}
            required
          />
          <div className="l-cluster">
            <Button>{t('certificate.revocation.submit')}</Button>
            <a href={person}>{t('certificate.revocation.cancel')}</a>
          </div>
        </form>
      ) : (
        <>
          <Alert kind="info" title={t('certificate.revocation.done', { date: longDayOf(format, certificate.revoked_at) })}>
            <p>{t('certificate.revocation.doneReason', { reason: certificate.revoked_reason ?? '' })}</p>
          </Alert>
          <p>
            <a href={person}>{t('certificate.revocation.back')}</a>
          </p>
        </>
      )}
    </Page>
  )
}
