/**
 * From counted answers to what may be shown of them. Nothing leaves this file that has not been rounded to whole fives: with groups of
 * five, an exact count would say how the newest five answered whenever they answered alike. See the README, "Item statistics in fives".
 */

/** Counts are shown as the nearest multiple of this, which is also the smallest group that is added at once. */
const STEP = 5
/** How far a count may lie from the multiple that is shown for it. */
const OFF = 2

/** How many of `of` people, as far as it may be known: about so many, at least `low`, at most `high`. */
export interface Figure {
  readonly about: number
  readonly low: number
  readonly high: number
  readonly of: number
}

/**
 * Counts of which every person is in exactly one (options, ratings, endings). They are rounded as running totals in the order given, so
 * that the shown ones add up again and the sum gives none of them away; the first is therefore the most precise.
 * `counts` must add up to `people`, a multiple of five.
 */
export const figuresOf = (counts: readonly number[], people: number): readonly Figure[] => {
  let total = 0
  let floor = 0
  const bounds = counts.map((count, at) => {
    total += count
    if (at === counts.length - 1) return { about: people, low: people, high: people }
    const about = nearest(total)
    floor = Math.max(floor, about - OFF)
    return { about, low: floor, high: Math.min(people, about + OFF) }
  })
  return bounds.map(({ about, low, high }, at) => {
    const before = bounds[at - 1] ?? { about: 0, low: 0, high: 0 }
    return { about: about - before.about, low: Math.max(0, low - before.high), high: high - before.low, of: people }
  })
}

/** One count of its own. */
export const figureOf = (count: number, people: number): Figure =>
  figuresOf([count, people - count], people)[0] ?? { about: 0, low: 0, high: people, of: people }

const nearest = (count: number) => STEP * Math.round(count / STEP)
