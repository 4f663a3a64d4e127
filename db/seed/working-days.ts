/** Days and hours at which people of the demo learn: Monday to Friday, 8 to 17 h in Berlin. */
import { Temporal } from 'temporal-polyfill'
import type { Dice } from './dice.ts'

const BERLIN = 'Europe/Berlin'

/** Working days of about half a year that end with the day of `now` (instant, UTC), oldest first. */
export const workingDays = (now: string): readonly Temporal.PlainDate[] => {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(BERLIN).toPlainDate()
  const days: Temporal.PlainDate[] = []
  for (let day = today.subtract({ months: 6 }); Temporal.PlainDate.compare(day, today) <= 0; day = day.add({ days: 1 })) if (day.dayOfWeek <= 5) days.push(day)
  return days
}

/** A moment of that day from which an hour of learning ends before 17 h, in milliseconds since 1970. */
export const aMoment = (day: Temporal.PlainDate, dice: Dice): number =>
  day.toZonedDateTime({
    timeZone: BERLIN,
    plainTime: Temporal.PlainTime.from({ hour: dice.between(8, 15), minute: dice.between(0, 59), second: dice.between(0, 59) }),
  }).epochMilliseconds
