import { data, type MetaFunction } from '@remix-run/node'
import { z } from 'zod'
import { statusOf } from '#app/domain/certificate/certificate.ts'
import { verifyCode } from '#app/domain/certificate/verify-code.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { secondsOf, titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { Alert } from '#app/ui/alert.tsx'
import { VerifiedPaper } from '#app/ui/certificate/verified-paper.tsx'
import { VerifyForm } from '#app/ui/certificate/verify-form.tsx'
import { Page } from '#app/ui/page.tsx'

const SHOWN = 60

/** What a paper is worth today, for whoever holds it. Writes nothing but the count of attempts. */
export const loader = defineLoader({ allow: 'everyone', params: z.object({ code: z.string() }) }, async ({ db, house, context, params, now, t }) => {
  const title = titleOf(context, t, t('certificate.verify.title'))
  const found = await verifyCode(db, house.limits, { typed: params.code, address: context.address })
  if (found === 'unknown') return data({ title, unknown: params.code.slice(0, SHOWN) }, { status: 404 })
  if ('wait' in found) {
    const seconds = secondsOf(found.wait)
    house.log.info('verification_refused', { request_id: context.requestId, code: 'rate_limited' })
    return data({ title, seconds, typed: params.code.slice(0, SHOWN) }, { status: 429, headers: { 'retry-after': String(seconds) } })
  }
  const today = dateInBerlin(now)
  return data({ title, paper: found.paper, status: statusOf(found.paper, today), today })
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Verification() {
  const page = usePageData<typeof loader>()
  const t = useT()
  if ('paper' in page)
    return (
      <Page title={t('certificate.verify.title')} width="narrow" gap="l">
        <VerifiedPaper {...page} />
        <VerifyForm again />
      </Page>
    )
  const waiting = 'seconds' in page
  return (
    <Page title={t('certificate.verify.title')} width="narrow" gap="l">
      <Alert kind={waiting ? 'info' : 'warning'} title={t(waiting ? 'certificate.verify.waitTitle' : 'certificate.verify.unknownTitle')} headingLevel={2}>
        <p>{waiting ? t('certificate.verify.waitText', { seconds: page.seconds }) : t('certificate.verify.unknownText')}</p>
      </Alert>
      <VerifyForm typed={waiting ? page.typed : page.unknown} />
    </Page>
  )
}
