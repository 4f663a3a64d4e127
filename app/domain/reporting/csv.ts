/** CSV as German offices open it: UTF-8 with a mark for Excel, semicolons, CRLF. */
import { stringify } from 'csv-stringify/sync'

/**
 * A table as CSV. A cell that a spreadsheet would take for a formula (it starts with = + - @, tab or carriage return) gets a leading
 * apostrophe, so that a name typed by somebody cannot run anything on the desk of HR (OWASP, CSV injection).
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify(
    [header, ...rows].map((cells) => [...cells]),
    { bom: true, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ },
  )

/** The headers of a download. The name of the file is fixed by the server and holds nothing that was typed. */
export const csvHeaders = (fileName: `${string}.csv`): Readonly<Record<string, string>> => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${fileName.replace(/[^a-z0-9.-]/g, '-')}"`,
})
