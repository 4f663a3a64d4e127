import type { Format } from '#app/i18n/translate.ts'

/** A calendar day (YYYY-MM-DD) in words: 20. November 2026. Noon, so that no time zone moves it. */
export const longDay = (format: Format, day: string): string => format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'long' })

/** A calendar day in short: 20.11.2026, 20 Nov 2026. */
export const shortDay = (format: Format, day: string): string => format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'medium' })

/** The day of an instant in Europe/Berlin, in words. */
export const longDayOf = (format: Format, instant: string): string => format.dateTime(new Date(instant), { dateStyle: 'long' })
