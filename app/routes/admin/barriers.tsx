import { data, type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { answerBarrier } from '#app/domain/installation/answer-barrier.server.ts'
import { findInstallation, isOperator, listBarrierReports } from '#app/domain/installation/queries.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { safePath } from '#app/http/safe-path.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { OperatorOnly } from '#app/ui/legal/operator-only.tsx'
import { ReportItem } from '#app/ui/legal/report-item.tsx'
import { Page } from '#app/ui/page.tsx'
import { Paging } from '#app/ui/paging.tsx'

const query = z.object({
  done: z.enum(['answered', 'reopened']).optional().catch(undefined),
  state: z.enum(['open', 'answered']).catch('open'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export const loader = defineLoader({ allow: ['admin'], query }, async ({ query: { done, state, page }, db, actor, context, t, now }) => {
  if (!(await isOperator(db, actor))) {
    const other = await findInstallation(db)
    return data({ title: titleOf(context, t, t('legal.operatorOnly.title')), operator: other?.operator ?? null, list: null }, { status: 403 })
  }
  const { reports, ...counted } = await listBarrierReports(db, actor, { state, page })
  const today = dateInBerlin(now)
  const shown = reports.map((report) => ({
    ...report,
    overdue: report.answered_on === null && report.answer_by < today,
    // Only a path that is whole, and of this site, can be opened.
    href: report.page !== '' && !report.page.includes('*') && safePath(report.page) === report.page ? report.page : null,
  }))
  return data({ title: titleOf(context, t, t('legal.barriers.title')), operator: null, list: { ...counted, reports: shown, state, done: done ?? null } })
})

/** Notes that a report was answered, or with intent `reopen` that it is open after all. */
export const action = defineAction(
  { allow: ['admin'], input: z.object({ report_id: z.string().catch(''), intent: z.enum(['answered', 'reopen']).catch('answered') }) },
  async ({ tx, actor, input: { report_id, intent }, context, house, now, after }) => {
    await answerBarrier(tx, actor, { report_id }, { answered: intent === 'answered', now })
    after(() =>
      house.log.info(intent === 'answered' ? 'barrier_answered' : 'barrier_reopened', { request_id: context.requestId, authority_id: actor.authority_id }),
    )
    return redirect(intent === 'answered' ? paths.barrierReports('answered') : paths.barrierReports('reopened', { state: 'answered' }), { status: 303 })
  },
)

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const SAVED = { answered: 'savedAnswered', reopened: 'savedReopened' } as const

export default function Barriers() {
  const t = useT()
  const { operator, list } = usePageData<typeof loader>()
  if (list === null) return <OperatorOnly operator={operator} />
  const { state, counts, reports, page, pages, done } = list
  const tabs = [
    { state: 'open', href: paths.barrierReports(), label: t('legal.barriers.open', { count: counts.open }) },
    { state: 'answered', href: paths.barrierReports(undefined, { state: 'answered' }), label: t('legal.barriers.answered', { count: counts.answered }) },
  ]
  return (
    <Page title={t('legal.barriers.title')} lead={t('legal.barriers.lead')} width="narrow" gap="l">
      {done === null ? null : (
        <Alert kind="success" title={t('legal.barriers.savedTitle')}>
          <p>{t(`legal.barriers.${SAVED[done]}`)}</p>
        </Alert>
      )}
      <p className="wb-callout">{t('legal.barriers.noMail')}</p>
      <nav aria-label={t('legal.barriers.lists')}>
        <ul className="l-cluster">
          {tabs.map((tab) => (
            <li key={tab.state}>{tab.state === state ? <b aria-current="page">{tab.label}</b> : <a href={tab.href}>{tab.label}</a>}</li>
          ))}
        </ul>
      </nav>
      {reports.length === 0 ? (
        <Empty
          title={t(state === 'open' ? 'legal.barriers.emptyOpenTitle' : 'legal.barriers.emptyAnsweredTitle')}
          action={{ href: paths.barrierReport(), label: t('legal.barriers.form') }}
        >
          {t(state === 'open' ? 'legal.barriers.emptyOpen' : 'legal.barriers.emptyAnswered')}
        </Empty>
      ) : (
        <>
          <ul className="wb-reports">
            {reports.map((report) => (
              <li key={report.id}>
                <ReportItem report={report} pageHref={report.href} action={paths.barrierReports()} />
              </li>
            ))}
          </ul>
          <Paging
            page={page}
            pages={pages}
            href={(number) => paths.barrierReports(undefined, { page: String(number), ...(state === 'answered' && { state: 'answered' }) })}
          />
        </>
      )}
    </Page>
  )
}
