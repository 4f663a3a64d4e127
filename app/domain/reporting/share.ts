/** How many of how many, e.g. completions out of people. */
export interface Share {
  readonly people: number
  readonly completed: number
  /** Whole percent, 0 … 100; null where there is nobody. */
  readonly percent: number | null
}

/**
 * A share with its percentage rounded honestly: "100 %" only when everybody has completed, "0 %" only when nobody has.
 * One of 300 is therefore 1 %, and 299 of 300 are 99 %.
 */
export const shareOf = (completed: number, people: number): Share => ({ people, completed, percent: percentOf(completed, people) })

const percentOf = (part: number, whole: number): number | null => {
  if (whole === 0) return null
  if (part === 0) return 0
  if (part >= whole) return 100
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)))
}
