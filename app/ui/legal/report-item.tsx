import { useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { Day, Values } from './given.tsx'

interface ReportItemProps {
  readonly report: {
    readonly id: string
    readonly reference: string
    readonly page: string
    readonly description: string
    readonly contact: string
    /** Calendar days in Europe/Berlin. */
    readonly received_on: string
    readonly answered_on: string | null
    readonly answer_by: string
    readonly overdue: boolean
  }
  /** Set where the page is one of ours that can be opened. */
  readonly pageHref: string | null
  readonly action: string
}

/** One report as the operator reads it. What was typed stays text: nothing in it becomes a link or markup. */
export const ReportItem = ({ report, pageHref, action }: ReportItemProps) => {
  const t = useT()
  const answered = report.answered_on !== null
  return (
    <article className="wb-report" aria-labelledby={`report-${report.id}`}>
      <h2 className="t-h4" id={`report-${report.id}`}>
        {report.reference}
      </h2>
      <Values
        values={[
          { label: t('legal.barriers.received'), value: <Day day={report.received_on} /> },
          {
            label: t('legal.barriers.answerBy'),
            value: (
              <>
                <Day day={report.answer_by} /> {report.overdue ? <Badge kind="warning">{t('legal.barriers.overdue')}</Badge> : null}
              </>
            ),
          },
          ...(report.answered_on === null ? [] : [{ label: t('legal.barriers.answeredOn'), value: <Day day={report.answered_on} /> }]),
          {
            label: t('legal.barriers.page'),
            value: report.page === '' ? t('legal.barriers.noPage') : pageHref === null ? <bdi>{report.page}</bdi> : <a href={pageHref}>{report.page}</a>,
          },
          { label: t('legal.barriers.contact'), value: report.contact === '' ? t('legal.barriers.noContact') : <bdi>{report.contact}</bdi> },
        ]}
      />
      <p className="wb-typed" dir="auto">
        {report.description}
      </p>
      <form method="post" action={action}>
        <input type="hidden" name="report_id" value={report.id} />
        <input type="hidden" name="intent" value={answered ? 'reopen' : 'answered'} />
        <Button variant={answered ? 'tertiary' : 'secondary'} about={t('legal.barriers.about', { reference: report.reference })}>
          {t(answered ? 'legal.barriers.markOpen' : 'legal.barriers.markAnswered')}
        </Button>
      </form>
    </article>
  )
}
