/** What the figures of an item suggest to look at. Questions to the authors, never verdicts; each names its limit in its sentence. */
import type { Figure } from './item-figures.ts'
import type { AnswerRow, Spread } from './item-statistics.ts'

/**
 * `almost_all_right`: at least 90 % right · `hard`: less than 30 % right · `dead_distractor`: a wrong answer that at most 10 % choose ·
 * `wrong_preferred`: a wrong answer chosen by more people than the right one · `far_from_authors`: closeness below 60 of 100, 20 people or more.
 */
export interface ItemHint {
  readonly code: 'almost_all_right' | 'hard' | 'dead_distractor' | 'wrong_preferred' | 'far_from_authors'
  /** The option it is about, if one. */
  readonly text: string | null
}

/** Every hint is certain: it holds for all counts that the rounded figures stand for. Where almost everybody is right, no wrong answer is news. */
export const hintsOf = (right: Figure | null, spreads: readonly Spread[]): readonly ItemHint[] => {
  if (right !== null && right.low >= 0.9 * right.of) return [{ code: 'almost_all_right', text: null }]
  return [...(right !== null && right.high < 0.3 * right.of ? [{ code: 'hard' as const, text: null }] : []), ...spreads.flatMap(hintsOfSpread)]
}

const hintsOfSpread = (spread: Spread): readonly ItemHint[] => {
  if (spread.kind === 'ratings')
    return spread.rows
      .filter((row) => row.closeness < 600 && (row.figures[0]?.of ?? 0) >= 20)
      .map((row) => ({ code: 'far_from_authors' as const, text: row.text }))
  if (spread.kind !== 'options' && !(spread.kind === 'parts' && spread.rows.some((row) => row.right !== null))) return []
  const wrong = spread.rows.filter((row) => row.right === false)
  const best = spread.kind === 'options' ? spread.rows.find((row) => row.right === true) : undefined
  return [
    ...wrong.filter((row) => best !== undefined && row.figure.low > best.figure.high).map(about('wrong_preferred')),
    ...wrong.filter(({ figure }) => figure.high <= 0.1 * figure.of).map(about('dead_distractor')),
  ]
}

const about =
  (code: ItemHint['code']) =>
  ({ text }: AnswerRow): ItemHint => ({ code, text })
