/**
 * A report as an Excel workbook: one sheet with the table, one with title, Stand, filters and definitions. Cells are typed: numbers are
 * numbers, days are days, and text is text, which no spreadsheet takes for a formula.
 */
import writeWorkbook, { type Cell, type SheetData } from 'write-excel-file/node'
import { clockInBerlin } from '#app/platform/calendar.ts'
import { safeName } from './csv.ts'
import type { Report, ReportColumn } from './report.ts'

/** The bytes of the workbook. Takes about 60 ms for a thousand people, in which nobody else is served. */
export const toXlsx = async <Row>({ title, sheets, notes, columns, rows }: Report<Row>): Promise<Uint8Array<ArrayBuffer>> => {
  const table: SheetData = [columns.map(({ label }) => heading(label)), ...rows.map((row) => columns.map((column) => cellOf(column, row)))]
  const about: SheetData = [
    [heading(title)],
    [],
    ...notes.map(({ label, text }) => [heading(label), { ...textCell(text), wrap: true, alignVertical: 'top' } as const]),
  ]
  const bytes = await writeWorkbook([
    { sheet: sheetName(sheets[0]), data: table, columns: columns.map((column) => ({ width: widthOf(column) })), stickyRowsCount: 1, orientation: 'landscape' },
    { sheet: sheetName(sheets[1]), data: about, columns: [{ width: 30 }, { width: 90 }] },
  ]).toBuffer()
  return new Uint8Array(bytes)
}

/** The headers of a download. The name of the file is fixed by the server and holds nothing that was typed. */
export const xlsxHeaders = (fileName: `${string}.xlsx`): Readonly<Record<string, string>> => ({
  'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'Content-Disposition': `attachment; filename="${safeName(fileName)}"`,
})

const WIDTHS = { text: 28, state: 16, number: 12, share: 12, date: 16, instant: 20 } as const
const widthOf = <Row>({ type, label, width }: ReportColumn<Row>) => width ?? Math.min(40, Math.max(WIDTHS[type], label.length + 3))

const cellOf = <Row>(column: ReportColumn<Row>, row: Row): Cell => {
  const value = column.value(row)
  if (value === null) return column.empty === undefined ? null : textCell(column.empty)
  if (typeof value === 'number') return column.type === 'share' ? { type: Number, value: value / 100, format: '0%' } : { type: Number, value, format: '#,##0' }
  if (column.type === 'date') return { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'dd.mm.yyyy' }
  if (column.type === 'instant') return { type: Date, value: new Date(`${clockInBerlin(value).replace(' ', 'T')}:00Z`), format: 'dd.mm.yyyy hh:mm' }
  return textCell(value)
}

/** Longest text a cell can hold. */
const MAX_TEXT = 32_767
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them; a workbook with one is refused as damaged
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const textCell = (text: string) => ({ type: String, value: text.replace(FORBIDDEN, '').slice(0, MAX_TEXT) }) as const

const heading = (text: string) => ({ ...textCell(text), fontWeight: 'bold' }) as const

/** Names of sheets are words of ours; what they may not hold is left out all the same. */
const sheetName = (name: string) => name.replace(/[:\\/?*[\]'"]/g, ' ').slice(0, 31)
