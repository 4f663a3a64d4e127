import type { ReactNode } from 'react'
import { useT } from '#app/i18n/translate.ts'
import { classes } from '../class-names.ts'
import { ScrollRegion } from '../table.tsx'

/** A share in whole percent with its text, a hidden value with the word that says why, or nothing to report. */
export type HeatCell =
  | { readonly kind: 'share'; readonly percent: number; readonly text: string; readonly href?: string | undefined }
  | { readonly kind: 'hidden'; readonly word: string }
  | { readonly kind: 'none'; readonly word: string }

/** One org unit; `total` sets it off without colour. */
export interface HeatRow {
  readonly key: string
  readonly name: string
  readonly note?: ReactNode
  readonly cells: readonly HeatCell[]
  readonly total?: boolean | undefined
}

interface HeatMapProps {
  readonly caption: string
  /** Title of the first column. */
  readonly corner: string
  /** On phones a column's name stands in every cell: there `short` saves a line, where the name has one. */
  readonly columns: readonly { readonly key: string; readonly label: string; readonly short?: string; readonly href?: string | undefined }[]
  readonly rows: readonly HeatRow[]
  /** Words of the legend, weakest first; see `heatLevel` for the bounds. */
  readonly legend: {
    readonly below: string
    readonly from50: string
    readonly from60: string
    readonly from75: string
    readonly from90: string
    readonly hidden?: string | undefined
  }
}

const LEGEND = [
  ['h1', 'below'],
  ['h2', 'from50'],
  ['h3', 'from60'],
  ['h4', 'from75'],
  ['h5', 'from90'],
] as const

/** Shares by row and column as a real table whose cells are coloured by level. Every cell says its value; colour only helps. */
export const HeatMap = ({ caption, corner, columns, rows, legend }: HeatMapProps) => {
  const t = useT()
  return (
    <div className="l-stack">
      <ScrollRegion label={t('shell.scrollable', { caption })}>
        <table className={classes('wb-table wb-heat', columns.length <= 3 && 'wb-heat--few')}>
          <caption className="kern-sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className="num">
                  {column.href ? <a href={column.href}>{column.label}</a> : column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.name}
                  {row.note ? <small>{row.note}</small> : null}
                </th>
                {row.cells.map((cell, index) => (
                  <Cell key={columns[index]?.key} cell={cell} label={columns[index]?.short ?? columns[index]?.label} plain={row.total === true} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <ul className="wb-key">
        {LEGEND.map(([level, words]) => (
          <li key={level}>
            <i className={level} aria-hidden="true" />
            {legend[words]}
          </li>
        ))}
        {legend.hidden ? (
          <li>
            <i className="hx" aria-hidden="true" />
            {legend.hidden}
          </li>
        ) : null}
      </ul>
    </div>
  )
}

/** Level of a share in percent: below 50, from 50, 60, 75, 90. */
export const heatLevel = (percent: number) => (percent >= 90 ? 'h5' : percent >= 75 ? 'h4' : percent >= 60 ? 'h3' : percent >= 50 ? 'h2' : 'h1')

/** On phones each cell stands below the others and carries the name of its column. */
const Cell = ({ cell, label, plain }: { cell: HeatCell; label: string | undefined; plain: boolean }) => {
  if (cell.kind === 'hidden')
    return (
      <td className="hx" data-l={label}>
        <span>{cell.word}</span>
      </td>
    )
  if (cell.kind === 'none')
    return (
      <td className="h0" data-l={label}>
        {cell.word}
      </td>
    )
  return (
    <td className={plain ? undefined : heatLevel(cell.percent)} data-l={label}>
      {cell.href ? <a href={cell.href}>{cell.text}</a> : cell.text}
    </td>
  )
}
