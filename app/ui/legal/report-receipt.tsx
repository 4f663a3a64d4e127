import { useT } from '#app/i18n/translate.ts'
import { Day, Values } from './given.tsx'

interface ReportReceiptProps {
  readonly receipt: {
    readonly reference: string
    /** Calendar days in Europe/Berlin. */
    readonly received_on: string
    readonly answered_on: string | null
    readonly answer_by: string
  }
  /** Where to ask about the report. */
  readonly contact: string
  readonly links: { readonly statement: string; readonly another: string; readonly back: string | null }
}

/** What whoever reported a barrier takes along: a number and a day. Shows nothing of what was written, because the address can be passed on. */
export const ReportReceipt = ({ receipt, contact, links }: ReportReceiptProps) => {
  const t = useT()
  return (
    <>
      <Values
        values={[
          { label: t('legal.report.reference'), value: <b className="t-nowrap">{receipt.reference}</b> },
          { label: t('legal.report.received'), value: <Day day={receipt.received_on} /> },
          receipt.answered_on === null
            ? { label: t('legal.report.answerBy'), value: <Day day={receipt.answer_by} /> }
            : { label: t('legal.report.answered'), value: <Day day={receipt.answered_on} /> },
        ]}
      />
      <p>
        {t('legal.report.keep')} <a href={`mailto:${contact}`}>{contact}</a>
      </p>
      <p>
        {t('legal.report.next')} <a href={links.statement}>{t('legal.report.statement')}</a>
      </p>
      <p className="l-cluster">
        {links.back === null ? null : <a href={links.back}>{t('legal.report.back')}</a>}
        <a href={links.another}>{t('legal.report.another')}</a>
      </p>
    </>
  )
}
