import type { ReportColumn } from '#app/domain/reporting/report.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import { dateAndTime, shortDate } from './short-date.ts'

/** One cell of a report in words, as the screen shows it: days and numbers the way of the reader's language, a dash where there is nothing. */
export const cellText = <Row>(t: Translate, format: Format, column: ReportColumn<Row>, row: Row): string => {
  const value = column.value(row)
  if (value === null) return column.empty ?? t('hr.noDate')
  if (typeof value === 'number') return column.type === 'share' ? t('hr.coverage.percent', { percent: String(value) }) : format.number(value)
  if (column.type === 'date') return shortDate(format, value)
  return column.type === 'instant' ? dateAndTime(format, value) : value
}
