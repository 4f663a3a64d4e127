import type { FigureRow } from '#app/domain/figures/figure-rows.ts'
import { shareOf } from '#app/domain/reporting/share.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { monthName } from '../report/month.ts'
import type { FigureCourse } from './figures-report.ts'

interface FiguresTakeawaysProps {
  readonly courses: readonly FigureCourse[]
  readonly now: FigureRow
  /** A month earlier; undefined for the first month. */
  readonly before: FigureRow | undefined
}

/** What the figures say, one sentence a course, and how it was a month earlier. */
export const FiguresTakeaways = ({ courses, now, before }: FiguresTakeawaysProps) => {
  const t = useT()
  const format = useFormat()
  const since = (place: number) => {
    if (before === undefined) return null
    const [was, is] = [before.courses[place], now.courses[place]]
    const month = monthName(format, before.cut_off_on.slice(0, 7))
    if (was === null || was === undefined) return t('figures.takeaway.sinceHidden', { month })
    if (was.low === is?.low && was.high === is.high) return t('figures.takeaway.sinceSame', { month })
    return t('figures.takeaway.since', { month, low: String(was.low), high: String(was.high) })
  }
  return (
    <dl className="wb-facts">
      {courses.map(({ number, title }, place) => {
        const bracket = now.courses[place] ?? null
        const percent = (completed: number) => String(shareOf(completed, now.people).percent ?? 0)
        return (
          <div key={number}>
            <dt>{t('figures.course', { number: String(number), title })}</dt>
            <dd>
              {bracket === null
                ? t('figures.takeaway.hidden')
                : t('figures.takeaway.told', {
                    low: String(bracket.low),
                    high: String(bracket.high),
                    people: String(now.people),
                    least: percent(bracket.low),
                    most: percent(bracket.high),
                  })}{' '}
              {since(place)}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
