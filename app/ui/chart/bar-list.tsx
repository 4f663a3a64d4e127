import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'

/** One bar; a hidden value carries the word that says why and gets no length. */
export interface BarEntry {
  readonly key: string
  readonly label: string
  readonly href?: string | undefined
  /** In percent, 0 to 100; null when hidden. */
  readonly percent: number | null
  /** "12 von 14, 86 %" or "unter 5". */
  readonly text: string
}

interface BarListProps {
  readonly id: string
  readonly caption: string
  readonly entries: readonly BarEntry[]
  /** Column titles for assistive technology. */
  readonly labelTitle: string
  readonly valueTitle: string
  readonly target?: { readonly percent: number; readonly label: string } | undefined
  readonly children?: ReactNode
}

/** Shares as bars below each other, with the value in words beside every bar. The table is the data table. */
export const BarList = ({ id, caption, entries, labelTitle, valueTitle, target, children }: BarListProps) => (
  <figure className="wb-chart" aria-labelledby={`${id}-caption`}>
    <figcaption id={`${id}-caption`}>{caption}</figcaption>
    <table className="wb-bars">
      <thead className="kern-sr-only">
        <tr>
          <th scope="col">{labelTitle}</th>
          <th scope="col">{valueTitle}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.key}>
            <th scope="row">{entry.href ? <a href={entry.href}>{entry.label}</a> : entry.label}</th>
            <td>
              <BarPicture percent={entry.percent} target={target?.percent} />
              <span>{entry.text}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {target ? <p className="t-meta">{target.label}</p> : null}
    {children}
  </figure>
)

const x = scaleLinear().domain([0, 100]).range([0, 200]).clamp(true)

/** The target line reaches over the bar on both sides, so that it is seen on the bar too. */
const BarPicture = ({ percent, target }: { percent: number | null; target: number | undefined }) => (
  <svg className="wb-bars__bar" viewBox="0 0 200 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect className={percent === null ? 'bar-x' : 'bar-0'} y="4" width="200" height="12" />
    {percent === null ? null : <rect className="bar" y="4" width={x(percent)} height="12" />}
    {target === undefined ? null : <line className="bar-goal" x1={x(target)} x2={x(target)} y1="0" y2="20" />}
  </svg>
)
