import type { Format } from '#app/i18n/translate.ts'

/** A calendar date for rows and facts: 05.01.2027, 5 Jan 2027 (in figures, English readers would not agree on the month). Noon, so that no time zone moves it. */
export const shortDate = (format: Format, date: string): string => format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'medium' })

/** Date and time of an instant, in Europe/Berlin. */
export const dateAndTime = (format: Format, instant: string): string => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' })
