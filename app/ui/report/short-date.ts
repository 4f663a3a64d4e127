import type { Format } from '#app/i18n/translate.ts'

/** A calendar date in figures. Noon, so that no time zone moves it. */
export const shortDate = (format: Format, date: string): string =>
  format.dateTime(new Date(`${date}T12:00:00Z`), { day: '2-digit', month: '2-digit', year: 'numeric' })

/** Date and time of an instant, in Europe/Berlin. */
export const dateAndTime = (format: Format, instant: string): string =>
  format.dateTime(new Date(instant), { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' })
