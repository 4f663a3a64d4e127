/** Hints that learners give the authors of an item: it is unclear, it stereotypes, it is outdated. */

/** In the order in which the form offers them. */
export const FLAG_REASONS = ['unclear', 'stereotype', 'outdated'] as const
export type FlagReason = (typeof FLAG_REASONS)[number]

/** Most characters of the words that may go with a hint. */
export const FLAG_COMMENT_LIMIT = 1000

/** Ids of the item that a hint is about. */
export interface FlagPlace {
  readonly course_id: string
  readonly module_id: string
  readonly item_id: string
}
