import { scaleLinear, scalePoint } from 'd3-scale'

/** A trend as small as a word, from 0 to 100. It only repeats what is said and shown elsewhere, so it is hidden from assistive technology. */
export const Sparkline = ({ values }: { values: readonly number[] }) => {
  if (values.length < 2) return null
  const x = scalePoint<number>()
    .domain(values.map((_, index) => index))
    .range([4, 116])
  const y = scaleLinear().domain([0, 100]).range([36, 4])
  const place = (value: number, index: number) => [round(x(index) ?? 4), round(y(value))] as const
  const last = values.length - 1
  const [endX, endY] = place(values[last] ?? 0, last)
  return (
    <svg className="wb-spark" viewBox="0 0 120 40" aria-hidden="true" focusable="false">
      <line className="ax ax0" x1={4} x2={116} y1={36} y2={36} />
      <polyline className="ln" points={values.map((value, index) => place(value, index).join(',')).join(' ')} />
      <circle className="pt pt-l" cx={endX} cy={endY} r={4} />
    </svg>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
