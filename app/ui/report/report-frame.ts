import type { Report, ReportNote } from '#app/domain/reporting/report.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import { dateAndTime } from './short-date.ts'

/** What every report begins with: its title, Stand, the names of its sheets, and the notes that say what was filtered and what a figure means. */
export const reportFrame = (
  t: Translate,
  format: Format,
  { title, now, notes }: { readonly title: string; readonly now: string; readonly notes: readonly ReportNote[] },
): Omit<Report<never>, 'columns' | 'rows'> => ({
  title,
  stand: now,
  sheets: [t('hr.report.table'), t('hr.report.notes')],
  notes: [{ label: t('hr.column.stand'), text: t('hr.report.stand', { time: dateAndTime(format, now) }) }, ...notes],
})
