import { scaleLinear, scalePoint } from 'd3-scale'
import { ValueTable } from './value-table.tsx'

/** One month (or other equal step); `value` in the unit of the chart. */
export interface LinePoint {
  readonly label: string
  /** Full name for the table, where the axis is short ("Nov." – "November 2025"). */
  readonly name?: string | undefined
  readonly value: number
}

interface LineChartProps {
  /** Unique on the page. */
  readonly id: string
  /** What, unit, period: stands above and names the picture. */
  readonly caption: string
  readonly points: readonly LinePoint[]
  /** Upper end of the axis; the lower end is always 0 and visible. */
  readonly max?: number
  readonly ticks?: readonly number[]
  /** Writes a value with its unit: "71 %". */
  readonly write: (value: number) => string
  readonly target?: { readonly value: number; readonly label: string } | undefined
  /** Column titles of the data table. */
  readonly stepTitle: string
  readonly valueTitle: string
}

/** A trend over time as SVG in two widths, of which the stylesheet shows one, with the same numbers as a table below. */
export const LineChart = (props: LineChartProps) => {
  const captionId = `${props.id}-caption`
  return (
    <figure className="wb-chart">
      <figcaption id={captionId}>{props.caption}</figcaption>
      <Picture {...props} captionId={captionId} className="lg" width={600} height={330} shownLabels={12} />
      <Picture {...props} captionId={captionId} className="sm" width={340} height={280} shownLabels={4} />
      <ValueTable
        caption={props.caption}
        head={[props.stepTitle, props.valueTitle]}
        rows={props.points.map((point) => ({ name: point.name ?? point.label, values: [props.write(point.value)] }))}
      />
    </figure>
  )
}

interface PictureProps extends LineChartProps {
  readonly captionId: string
  readonly className: string
  readonly width: number
  readonly height: number
  readonly shownLabels: number
}

const MARGIN = { left: 46, right: 30, top: 30, bottom: 36 }

const Picture = ({ points, max = 100, ticks = [0, 25, 50, 75, 100], write, target, captionId, className, width, height, shownLabels }: PictureProps) => {
  const x = scalePoint<number>()
    .domain(points.map((_, index) => index))
    .range([MARGIN.left, width - MARGIN.right])
  const y = scaleLinear()
    .domain([0, max])
    .range([height - MARGIN.bottom, MARGIN.top])
  const at = (index: number) => round(x(index) ?? MARGIN.left)
  const last = points.length - 1
  const every = Math.max(1, Math.ceil(points.length / shownLabels))
  const first = points[0]
  const end = points[last]
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the caption names the picture
    <svg className={className} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={captionId} fontSize="15">
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? 'ax ax0' : 'ax'} x1={MARGIN.left} x2={width - MARGIN.right} y1={round(y(tick))} y2={round(y(tick))} />
          <text className="tk" x={MARGIN.left - 10} y={round(y(tick)) + 5} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {points.map((point, index) =>
        (last - index) % every === 0 ? (
          <text key={`${point.label} ${at(index)}`} className="tk" x={at(index)} y={height - 12} textAnchor="middle">
            {point.label}
          </text>
        ) : null,
      )}
      {target ? (
        <>
          <line className="goal" x1={MARGIN.left} x2={width - MARGIN.right} y1={round(y(target.value))} y2={round(y(target.value))} />
          <text className="gl" x={MARGIN.left + 8} y={round(y(target.value)) - 9}>
            {target.label}
          </text>
        </>
      ) : null}
      <polyline className="ln" points={points.map((point, index) => `${at(index)},${round(y(point.value))}`).join(' ')} />
      {points.map((point, index) => (
        <circle
          key={`${point.label} ${at(index)}`}
          className={index === last ? 'pt pt-l' : 'pt'}
          cx={at(index)}
          cy={round(y(point.value))}
          r={index === last ? 6 : 3.5}
        />
      ))}
      {first ? (
        <text className="dl" x={at(0)} y={label(y(first.value), -14, height)}>
          {write(first.value)}
        </text>
      ) : null}
      {end && last > 0 ? (
        <text
          className="dl dl-l"
          x={Math.min(at(last) + 8, width - 2)}
          y={label(y(end.value), isBelow(end.value, max, target?.value) ? 34 : -18, height)}
          textAnchor="end"
        >
          {write(end.value)}
        </text>
      ) : null}
    </svg>
  )
}

/** The last value stands below its point where a target line or the upper edge is close above. */
const isBelow = (value: number, max: number, target: number | undefined) =>
  value > max * 0.85 || (target !== undefined && target >= value && target - value < max * 0.2)

/** A label beside its point that stays inside the plot. */
const label = (y: number, distance: number, height: number) => round(Math.min(Math.max(y + distance, 16), height - MARGIN.bottom - 8))
const round = (value: number) => Math.round(value * 10) / 10
