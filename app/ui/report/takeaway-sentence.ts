import type { Takeaway } from '#app/domain/reporting/takeaways.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import { monthName } from './month.ts'

/** What a takeaway needs to be told. */
export interface TakeawayNames {
  /** Month before the running one (YYYY-MM), with which the share is compared. */
  readonly lastMonth: string | undefined
  /** Names by the index that a takeaway carries. */
  readonly courses: readonly string[]
  readonly units: readonly string[]
}

/** What a figure says: a statement, and the numbers behind it. */
export const takeawaySentence = (t: Translate, format: Format, takeaway: Takeaway, names: TakeawayNames): { readonly title: string; readonly text: string } => {
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
        title: t('hr.takeaway.unitOpen', { name: names.units[takeaway.unit.index] ?? '' }),
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
