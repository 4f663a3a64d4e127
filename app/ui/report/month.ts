import type { Format } from '#app/i18n/translate.ts'

/** Noon of the fifteenth, so that no time zone moves the month. */
const inside = (month: string) => new Date(`${month}-15T12:00:00Z`)

/** "Oktober" */
export const monthName = (format: Format, month: string): string => format.dateTime(inside(month), { month: 'long' })
/** "Okt" */
export const shortMonth = (format: Format, month: string): string => format.dateTime(inside(month), { month: 'short' })
/** "Oktober 2026" */
export const fullMonth = (format: Format, month: string): string => format.dateTime(inside(month), { month: 'long', year: 'numeric' })
