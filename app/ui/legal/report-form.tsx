import { LONGEST_DESCRIPTION, LONGEST_LINE } from '#app/domain/installation/barrier.ts'
import { useT } from '#app/i18n/translate.ts'
import { messageFor } from '../account/problems.ts'
import { Button } from '../button.tsx'
import type { FieldProblem } from '../error-summary.tsx'
import { TextAreaField, TextField } from '../field.tsx'

/** Ids of the fields in their order, for the error summary. */
export const REPORT_FIELDS = ['description', 'page', 'contact'] as const

interface ReportFormProps {
  readonly action: string
  readonly values: { readonly report_id: string; readonly page: string; readonly description: string; readonly contact: string }
  readonly problems: readonly FieldProblem[]
}

/** Reporting a barrier: one thing is asked for, the rest may stay empty. */
export const ReportForm = ({ action, values, problems }: ReportFormProps) => {
  const t = useT()
  return (
    <form className="l-stack l-stack--l wb-long" method="post" action={action} noValidate>
      <input type="hidden" name="report_id" value={values.report_id} />
      <TextAreaField
        label={t('legal.report.description')}
        name="description"
        hint={t('legal.report.descriptionHint')}
        defaultValue={values.description}
        error={messageFor(problems, 'description')}
        maxLength={LONGEST_DESCRIPTION}
        rows={7}
        required
      />
      <TextField
        label={t('legal.report.page')}
        name="page"
        hint={t('legal.report.pageHint')}
        defaultValue={values.page}
        error={messageFor(problems, 'page')}
        maxLength={LONGEST_LINE}
        autoComplete="off"
        optional
      />
      <TextField
        label={t('legal.report.contact')}
        name="contact"
        hint={t('legal.report.contactHint')}
        defaultValue={values.contact}
        error={messageFor(problems, 'contact')}
        maxLength={LONGEST_LINE}
        autoComplete="email"
        optional
      />
      <div className="l-cluster">
        <Button>{t('legal.report.submit')}</Button>
      </div>
    </form>
  )
}
