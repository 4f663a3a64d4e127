/** Calendar dates and month ends as they are in Hessen. Instants are UTC; an office counts days and months in Europe/Berlin. */
import { Temporal } from 'temporal-polyfill'

const ZONE = 'Europe/Berlin'

/** The calendar date (YYYY-MM-DD) on which an instant fell in Europe/Berlin. */
export const dateInBerlin = (instant: string): string => {
  const day = instant.slice(0, 10)
  // Berlin is one or two hours ahead of UTC: only after 21:59 UTC can it already be the next day there. Asking the calendar is slow for thousands of rows.
  if (Number(instant.slice(11, 13)) < 22) return day
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString()
}

/** A month and the instant at which it is over (exclusive); null for the running month. */
export interface Month {
  /** YYYY-MM */
  readonly month: string
  readonly until: string | null
}

/** The month of `now` and those before it, `count` in all, oldest first. */
export const monthsUntil = (now: string, count: number): readonly Month[] => {
  const current = Temporal.Instant.from(now).toZonedDateTimeISO(ZONE).toPlainDate().toPlainYearMonth()
  return Array.from({ length: count }, (_, index) => {
    const month = current.subtract({ months: count - 1 - index })
    return { month: month.toString(), until: index === count - 1 ? null : startOf(month.add({ months: 1 })) }
  })
}

/** With milliseconds, as instants are stored: without them midnight itself would compare as later. */
const startOf = (month: Temporal.PlainYearMonth) => month.toPlainDate({ day: 1 }).toZonedDateTime(ZONE).toInstant().toString({ fractionalSecondDigits: 3 })

/** The instant as many calendar days later, at the same time of day in Europe/Berlin. */
export const addDays = (instant: string, days: number): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).add({ days }).toInstant().toString({ fractionalSecondDigits: 3 })

/** The calendar day so many months later; the last of the month where that day does not exist (31 August + 6 months: 28 or 29 February). */
export const addMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString()
