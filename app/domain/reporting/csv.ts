/** CSV as German offices open it: UTF-8 with a mark for Excel, semicolons, CRLF. */
import { stringify } from 'csv-stringify/sync'
import { clockInBerlin } from '#app/platform/calendar.ts'
import type { Report, ReportColumn } from './report.ts'

/**
 * A table as CSV. A cell that a spreadsheet would take for a formula (it starts with = + - @, tab or carriage return) gets a leading
 * apostrophe, so that a name typed by somebody cannot run anything on the desk of HR (OWASP, CSV injection).
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify(
    [header, ...rows].map((cells) => [...cells]),
    { bom: true, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ },
  )

/** A report as CSV. Days are written ISO (every spreadsheet reads that as a day), instants as day and time in Berlin, shares as whole percent. */
export const toCsv = <Row>({ columns, rows }: Report<Row>): string =>
  csvOf(
    columns.map((column) => column.label),
    rows.map((row) => columns.map((column) => fileText(column, row))),
  )

/** One cell as it stands in the file. */
const fileText = <Row>(column: ReportColumn<Row>, row: Row): string => {
  const value = column.value(row)
  if (value === null) return column.empty ?? ''
  return column.type === 'instant' ? clockInBerlin(String(value)) : String(value)
}

/** The headers of a download. The name of the file is fixed by the server and holds nothing that was typed. */
export const csvHeaders = (fileName: `${string}.csv`): Readonly<Record<string, string>> => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${safeName(fileName)}"`,
})

/** A file name of small letters, digits, dots and dashes. */
export const safeName = (fileName: string): string => fileName.replace(/[^a-z0-9.-]/g, '-')
