import type { ReactNode } from 'react'
import { useT } from '#app/i18n/translate.ts'
import { classes } from './class-names.ts'

/** A column of a `DataTable`. The column with `rowHeader` names the row and becomes the title of its card on phones. */
export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  readonly rowHeader?: boolean | undefined
  /** Right-aligned figures. */
  readonly numeric?: boolean | undefined
  readonly nowrap?: boolean | undefined
  /** Link that sorts by this column, and how the table is sorted by it now. */
  readonly sort?: { readonly href: string; readonly direction: 'ascending' | 'descending' | null } | undefined
}

interface DataTableProps<Row> {
  /** Read by assistive technology; the visible title is the heading above. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** `cards` (default): each row becomes a card under 48 rem. `scroll`: the table scrolls sideways in its own region. */
  readonly narrow?: 'cards' | 'scroll'
  /** The row of the person or step meant; set on a warm ground. */
  readonly current?: ((row: Row) => boolean) | undefined
}

/** A real table. Under 48 rem every row is a card whose cells carry their column's name: nothing scrolls sideways. */
export const DataTable = <Row,>({ caption, columns, rows, rowKey, narrow = 'cards', current }: DataTableProps<Row>) => {
  const t = useT()
  const table = (
    <table className={classes('wb-table', narrow === 'cards' ? 'wb-table--cards' : 'wb-table--min')}>
      <caption className="kern-sr-only">{caption}</caption>
      <thead>
        <tr data-l={columns.some((column) => column.sort) ? t('shell.sortBy') : undefined}>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.numeric ? 'num' : undefined} aria-sort={column.sort?.direction ?? undefined}>
              {column.sort ? <SortLink label={column.label} {...column.sort} /> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={current?.(row) ? 'is-now' : undefined}>
            {columns.map((column) =>
              column.rowHeader ? (
                <th key={column.key} scope="row" className={column.nowrap ? 't-nowrap' : undefined}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} data-l={column.label} className={classes(column.numeric && 'num', column.nowrap && 't-nowrap') || undefined}>
                  <div>{column.cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return narrow === 'cards' ? table : <ScrollRegion label={t('shell.scrollable', { caption })}>{table}</ScrollRegion>
}

/** A window for something wide. It can be scrolled with the keyboard and shows at its edge that more follows. */
export const ScrollRegion = ({ label, id, children }: { label: string; id?: string | undefined; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section id={id} className="l-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
)

const ARROW = { ascending: '▲', descending: '▼' }

const SortLink = ({ label, href, direction }: { label: string; href: string; direction: 'ascending' | 'descending' | null }) => (
  <a href={href}>
    {label}
    {direction === null ? null : <span aria-hidden="true">{ARROW[direction]}</span>}
  </a>
)
