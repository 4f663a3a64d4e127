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

/** The last calendar day of a month (YYYY-MM-DD). */
export const lastDayOf = ({ month }: Pick<Month, 'month'>): string => {
  const first = Temporal.PlainYearMonth.from(month)
  return first.toPlainDate({ day: first.daysInMonth }).toString()
}

/** With milliseconds, as instants are stored: without them midnight itself would compare as later. */
const startOf = (month: Temporal.PlainYearMonth) => month.toPlainDate({ day: 1 }).toZonedDateTime(ZONE).toInstant().toString({ fractionalSecondDigits: 3 })

/** The instant as many calendar days later, at the same time of day in Europe/Berlin. */
export const addDays = (instant: string, days: number): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).add({ days }).toInstant().toString({ fractionalSecondDigits: 3 })

/** The calendar day so many months later; the last of the month where that day does not exist (31 August + 6 months: 28 or 29 February). */
export const addMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString()

/** The calendar day so many days later (or, with a negative number, earlier). */
export const daysLater = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** The instant at which a calendar day begins in Europe/Berlin: 23:00 UTC of the day before in winter, 22:00 in summer. */
export const startOfDay = (day: string): string => Temporal.PlainDate.from(day).toZonedDateTime(ZONE).toInstant().toString({ fractionalSecondDigits: 3 })

/** Whether the text is a day of the calendar, written YYYY-MM-DD. */
export const isCalendarDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** Day and time of an instant as the clock stood in Europe/Berlin: "2026-11-22 10:30". */
export const clockInBerlin = (instant: string): string => {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE)
  return `${there.toPlainDate().toString()} ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** The instant at which the calendar year of `now` began in Europe/Berlin. */
export const yearStart = (now: string): string =>
  Temporal.Instant.from(now)
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .with({ month: 1, day: 1 })
    .toZonedDateTime(ZONE)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })

/** The calendar day so many days later, or earlier for a negative number. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** Days from one calendar day to another; negative where the other lies before. */
export const daysBetween = (from: string, until: string): number => (Date.parse(`${until}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000
