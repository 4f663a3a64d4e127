import type { Takeaway } from '#app/domain/reporting/takeaways.ts'
import { type Format, type Translate, useFormat, useT } from '#app/i18n/translate.ts'
import { monthName } from './month.ts'

interface TakeawaysProps {
  readonly takeaways: readonly Takeaway[]
  /** Month before the running one (YYYY-MM), with which the share is compared. */
  readonly lastMonth: string | undefined
  /** Names by the index that a takeaway carries. */
  readonly courses: readonly string[]
  readonly units: readonly string[]
}

/** What the figures say, in two or three sentences, before the figures. */
export const Takeaways = ({ takeaways, lastMonth, courses, units }: TakeawaysProps) => {
  const t = useT()
  const format = useFormat()
  if (takeaways.length === 0) return null
  return (
    <section aria-labelledby="glance">
      <h2 id="glance" className="kern-sr-only">
        {t('hr.atAGlance')}
      </h2>
      <ul className="wb-take">
        {takeaways.map((takeaway) => {
          const { title, text } = sentences(t, format, takeaway, { lastMonth, courses, units })
          return (
            <li key={takeaway.kind}>
              <b>{title}</b>
              {text}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const sentences = (t: Translate, format: Format, takeaway: Takeaway, names: Omit<TakeawaysProps, 'takeaways'>): { title: string; text: string } => {
  switch (takeaway.kind) {
    case 'progress': {
      const { percent, completed, people } = takeaway.share
      const title = t(names.courses.length === 1 ? 'hr.takeaway.progressOne' : 'hr.takeaway.progress', { percent: String(percent ?? 0) })
      const counts = t('hr.takeaway.counts', { completed: format.number(completed), places: format.number(people) })
      return { title, text: `${counts} ${change(t, format, takeaway.change, names.lastMonth)}`.trim() }
    }
    case 'course_behind': {
      const [least, most] = takeaway.others
      return {
        title: t('hr.takeaway.behind', { name: t('hr.takeaway.courseName', { title: names.courses[takeaway.course.index] ?? '' }) }),
        text: t('hr.takeaway.courseBehind', {
          percent: String(takeaway.course.percent ?? 0),
          others: names.courses.length - 1,
          most: String(most),
          range: least === most ? String(most) : t('hr.takeaway.range', { least: String(least), most: String(most) }),
        }),
      }
    }
    case 'unit_behind':
      return {
        title: t('hr.takeaway.behind', { name: names.units[takeaway.unit.index] ?? '' }),
        text: t('hr.takeaway.unitBehind', { open: takeaway.open, percent: String(takeaway.unit.percent ?? 0) }),
      }
    case 'units_level':
      return { title: t('hr.takeaway.unitsLevel'), text: t('hr.takeaway.unitsLevelText', { percent: String(takeaway.percent) }) }
    case 'month':
      return {
        title: t('hr.takeaway.month', { gained: takeaway.gained, month: monthName(format, takeaway.month) }),
        text: names.lastMonth === undefined ? '' : t('hr.takeaway.monthBefore', { before: takeaway.before, month: monthName(format, names.lastMonth) }),
      }
  }
}

const change = (t: Translate, format: Format, points: number | null, lastMonth: string | undefined) => {
  if (points === null || lastMonth === undefined) return ''
  const month = monthName(format, lastMonth)
  if (points === 0) return t('hr.takeaway.same', { month })
  return points > 0 ? t('hr.takeaway.more', { points, month }) : t('hr.takeaway.less', { points: -points, month })
}
