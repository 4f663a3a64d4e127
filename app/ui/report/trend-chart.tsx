import type { TrendPoint } from '#app/domain/reporting/trend.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { LineChart } from '../chart/line-chart.tsx'
import { fullMonth, shortMonth } from './month.ts'

/** How the share grew month by month. Months in which nobody had an account yet are no points: there was no share, not a share of zero. */
export const TrendChart = ({ trend }: { trend: readonly TrendPoint[] }) => {
  const t = useT()
  const format = useFormat()
  const points = trend.flatMap(({ month, percent }) =>
    percent === null ? [] : [{ label: shortMonth(format, month), name: fullMonth(format, month), value: percent }],
  )
  const [first, last] = [points.at(0), points.at(-1)]
  if (first === undefined || last === undefined || points.length < 2) return <p className="t-meta">{t('hr.trend.tooShort')}</p>
  return (
    <LineChart
      id="trend"
      caption={t('hr.trend.caption', { from: first.name, to: last.name })}
      points={points}
      write={(value) => t('hr.coverage.percent', { percent: String(value) })}
      stepTitle={t('hr.trend.month')}
      valueTitle={t('hr.trend.value')}
    />
  )
}
