import type { Month } from '#app/platform/calendar.ts'
import { type Share, shareOf } from './share.ts'

/** How far the authority was at the end of a month; `people` counts people times courses. */
export interface TrendPoint extends Share {
  /** YYYY-MM */
  readonly month: string
  /** Courses completed within the month. For the first month of the series everything before counts too. */
  readonly gained: number
}

/**
 * The share at the end of each month: completions until then out of the people whose account existed then, times the courses of today.
 * `present` are the accounts, `completed` the completions until each of these ends. It is computed with the people of today: who is deactivated
 * leaves the past too, so that a person who goes is no drop in the line.
 */
export const trendOf = (months: readonly Month[], courses: number, present: readonly number[], completed: readonly number[]): readonly TrendPoint[] =>
  months.map(({ month }, index) => ({
    month,
    gained: (completed[index] ?? 0) - (completed[index - 1] ?? 0),
    ...shareOf(completed[index] ?? 0, (present[index] ?? 0) * courses),
  }))
