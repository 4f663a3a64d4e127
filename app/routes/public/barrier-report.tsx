import { type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { barrierForm } from '#app/domain/installation/barrier.ts'
import { answerDays } from '#app/domain/installation/details.ts'
import { REPORTS_IN_ALL, REPORTS_PER_ADDRESS } from '#app/domain/installation/limits.ts'
import { findInstallation, findReportReceipt, findReportReference } from '#app/domain/installation/queries.server.ts'
import { reportBarrier, reportId } from '#app/domain/installation/report-barrier.server.ts'
import { reportedPage } from '#app/domain/installation/reported-page.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { refuseForm, secondsOf, titleOf } from '#app/http/refuse-form.server.ts'
import { safePath } from '#app/http/safe-path.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.server.ts'
import { textOf } from '#app/ui/account/values.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { problemsOf } from '#app/ui/legal/problems.ts'
import { REPORT_FIELDS, ReportForm } from '#app/ui/legal/report-form.tsx'
import { ReportReceipt } from '#app/ui/legal/report-receipt.tsx'
import { Page } from '#app/ui/page.tsx'

const text = z.string().catch('')

/** An address (`/…`, or of this site `https://…`) is cut down to a page of ours, another site's is dropped; words stay words. */
const pageOf = (typed: string, request: Request): string => {
  const url = /^https?:\/\//i.test(typed) && URL.canParse(typed) ? new URL(typed) : null
  const path = url === null ? typed : url.host === new URL(request.url).host ? url.pathname : ''
  if (!path.startsWith('/')) return path
  const safe = safePath(path)
  return safe === paths.home() && path !== paths.home() ? '' : reportedPage(safe)
}

export const loader = defineLoader({ allow: 'everyone', query: z.object({ page: text, reference: text }) }, async ({ query, db, context, request, t }) => {
  const installation = await findInstallation(db)
  const receipt = installation === undefined || query.reference === '' ? undefined : await findReportReceipt(db, installation, query.reference)
  const page = query.page.startsWith('/') ? pageOf(query.page, request) : ''
  return {
    title: titleOf(context, t, t(receipt === undefined ? 'legal.report.title' : 'legal.report.sentTitle')),
    operator:
      installation === undefined
        ? null
        : {
            name: installation.operator.name,
            contact: installation.details.feedback_email || installation.operator.contact_email,
            days: answerDays(installation.details),
          },
    receipt: receipt ?? null,
    page,
    form_id: newId(),
  }
})

export const action = defineAction(
  {
    allow: 'everyone',
    input: barrierForm,
    prepare: async ({ db, house, context, request, input }) => {
      const barrier = { page: pageOf(input.page, request), description: input.description, contact: input.contact }
      const installation = await findInstallation(db)
      const again = installation !== undefined && (await findReportReference(db, installation, reportId(input.report_id, barrier))) !== undefined
      // A second click finds its report and counts for nothing.
      if (installation === undefined || again) return { barrier, wait: 0 }
      const wait = (await house.limits.attempt(REPORTS_PER_ADDRESS, context.address)) || (await house.limits.attempt(REPORTS_IN_ALL, ''))
      return { barrier, wait }
    },
  },
  async ({ tx, input, form, prepared: { barrier, wait }, context, house, now, after }) => {
    if (wait > 0) {
      after(() => house.log.info('barrier_report_refused', { request_id: context.requestId, code: 'rate_limited' }))
      return refuseForm(context, { problems: { '': 'wait' }, values: form, wait: secondsOf(wait) })
    }
    const report = await reportBarrier(tx, { form_id: input.report_id, barrier }, { now })
    if (report === 'no_operator') return refuseForm(context, { problems: { '': report }, values: form })
    if (!report.again) after(() => house.log.info('barrier_reported', { request_id: context.requestId, authority_id: report.authority_id }))
    return redirect(paths.barrierReport(barrier.page.startsWith('/') ? barrier.page : undefined, { reference: report.reference }), { status: 303 })
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function BarrierReport() {
  const t = useT()
  const { operator, receipt, page, form_id } = usePageData<typeof loader>()
  const refused = useActionResult<typeof action>()
  const crumbs = [{ label: t('legal.accessibility.title'), href: paths.accessibility() }, { label: t('legal.report.title') }]
  if (operator === null)
    return (
      <Page title={t('legal.report.title')} width="narrow" gap="l">
        <ErrorSummary problems={problemsOf(t, refused, REPORT_FIELDS)} />
        <Empty title={t('legal.emptyTitle')}>{t('legal.empty')}</Empty>
      </Page>
    )
  if (receipt !== null && refused === undefined)
    return (
      <Page title={t('legal.report.sentTitle')} lead={t('legal.report.sentLead')} crumbs={crumbs} width="narrow" gap="l">
        <ReportReceipt
          receipt={receipt}
          contact={operator.contact}
          links={{ statement: paths.accessibility(), another: paths.barrierReport(), back: page === '' || page.includes('*') ? null : page }}
        />
      </Page>
    )
  const problems = problemsOf(t, refused, REPORT_FIELDS)
  const values =
    refused === undefined
      ? { report_id: form_id, page, description: '', contact: '' }
      : {
          report_id: textOf(refused.values, 'report_id'),
          page: textOf(refused.values, 'page'),
          description: textOf(refused.values, 'description'),
          contact: textOf(refused.values, 'contact'),
        }
  return (
    <Page title={t('legal.report.title')} lead={t('legal.report.lead')} crumbs={crumbs} width="narrow" gap="l">
      <ErrorSummary problems={problems} />
      <p>{t('legal.report.deadline', { days: operator.days })}</p>
      <ReportForm action={paths.barrierReport()} values={values} problems={problems} />
      <section className="l-stack l-stack--s" aria-labelledby="data">
        <h2 className="t-h4" id="data">
          {t('legal.report.dataTitle')}
        </h2>
        <p>{t('legal.report.data', { operator: operator.name })}</p>
        <p>
          <a href={paths.privacy()}>{t('legal.report.privacy')}</a>
        </p>
      </section>
    </Page>
  )
}
