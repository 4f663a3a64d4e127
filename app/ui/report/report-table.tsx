import type { ReactNode } from 'react'
import type { Report } from '#app/domain/reporting/report.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { type Column, DataTable } from '../table.tsx'
import { cellText } from './report-cell.ts'

interface ReportTableProps<Row> {
  /** Read by assistive technology; the visible title is the heading above. */
  readonly caption: string
  /** Its rows are those of this page. */
  readonly report: Pick<Report<Row>, 'columns' | 'rows'>
  readonly rowKey: (row: Row) => string
  /** Keys of the columns that can be sorted by, with the link that does it. */
  readonly sort?: ((key: string) => Column<Row>['sort']) | undefined
  /** Cells that are more than their words: a link, a status with an icon. They must say the words they are given and no others. */
  readonly cells?: Readonly<Partial<Record<string, (row: Row, words: string) => ReactNode>>> | undefined
  readonly narrow?: 'cards' | 'scroll' | undefined
}

/** A report on the screen: the columns and rows of its files. The first column names the row. */
export const ReportTable = <Row,>({ caption, report, rowKey, sort, cells = {}, narrow = 'cards' }: ReportTableProps<Row>) => {
  const t = useT()
  const format = useFormat()
  return (
    <DataTable
      caption={caption}
      rows={report.rows}
      rowKey={rowKey}
      narrow={narrow}
      columns={report.columns.map(
        (column, index): Column<Row> => ({
          key: column.key,
          label: column.short ?? column.label,
          rowHeader: index === 0,
          numeric: column.type === 'number' || column.type === 'share',
          nowrap: column.type === 'date' || column.type === 'instant',
          sort: sort?.(column.key),
          cell: (row) => {
            const words = cellText(t, format, column, row)
            return cells[column.key]?.(row, words) ?? words
          },
        }),
      )}
    />
  )
}
