/**
 * The one shape of a report. Whatever is shown as a table is built once in it; screen (`ui/report/report-table.tsx`), CSV (`csv.ts`) and
 * XLSX (`xlsx.ts`) read the same columns and the same rows, so that they cannot differ. Pure; words come from the caller.
 */

interface ColumnFacts {
  readonly key: string
  /** Title of the column, in the reader's language. */
  readonly label: string
  /** Title on the screen where the whole one takes too much room; the page then says what it stands for. */
  readonly short?: string
  /** What is written when a cell is empty (null): a word such as "Offen", on the screen and in every file. Without, nothing (a dash on screen). */
  readonly empty?: string
  /** Width in a spreadsheet, in letters. */
  readonly width?: number
}

/** A cell with words. `state` is a status that the screen sets off with an icon. */
export interface TextColumn<Row> extends ColumnFacts {
  readonly type: 'text' | 'state'
  readonly value: (row: Row) => string | null
}
/** `number` is a count. `share` is a whole percentage, 0 … 100. */
export interface NumberColumn<Row> extends ColumnFacts {
  readonly type: 'number' | 'share'
  readonly value: (row: Row) => number | null
}
/** `date` is a calendar day in Europe/Berlin (YYYY-MM-DD), `instant` an instant in UTC, shown as the clock stood in Berlin. */
export interface TimeColumn<Row> extends ColumnFacts {
  readonly type: 'date' | 'instant'
  readonly value: (row: Row) => string | null
}
export type ReportColumn<Row> = TextColumn<Row> | NumberColumn<Row> | TimeColumn<Row>

/** A line about the report: what was filtered, what a figure means. */
export interface ReportNote {
  readonly label: string
  readonly text: string
}

/** A report, ready to be written. */
export interface Report<Row> {
  readonly title: string
  /** Instant of the figures. */
  readonly stand: string
  /** Names of the two sheets of a workbook, at most 31 letters: the table, and what is to be known about it. */
  readonly sheets: readonly [table: string, notes: string]
  /** Stand, filters and definitions in words, for the second sheet. */
  readonly notes: readonly ReportNote[]
  readonly columns: readonly ReportColumn<Row>[]
  readonly rows: readonly Row[]
}
