import { COUNTING_KINDS, type Item, type ItemKind } from './item.ts'

/** Minutes an item takes where its author gives none: measured guesses, to be corrected from practice. */
export const DEFAULT_MINUTES: Readonly<Record<ItemKind, number>> = {
  single: 1,
  multiple: 1.5,
  truefalse: 1,
  order: 1.5,
  match: 1.5,
  gap: 1,
  'critical-incident': 5,
  sjt: 3,
  dialogue: 6,
  rewrite: 6,
  reflection: 3,
  transfer: 1,
}

/** Estimated minutes of an item. */
export const itemMinutes = (item: Pick<Item, 'kind' | 'minutes'>): number => item.minutes ?? DEFAULT_MINUTES[item.kind]

/** Words read in a minute: a text with unfamiliar terms, read to be understood. */
export const WORDS_PER_MINUTE = 180

/** What a module takes by its words and items, in exact minutes: the one formula behind the check and what learners are told. */
export const countMinutes = (words: number, items: readonly Pick<Item, 'kind' | 'minutes'>[]): { readonly reading: number; readonly practice: number } => ({
  reading: words / WORDS_PER_MINUTE,
  practice: items.reduce((sum, item) => sum + itemMinutes(item), 0),
})

/** How much of the stated minutes is reading, in whole minutes: divided as the counted ones are, so that both parts add up to what is stated. */
export const readingMinutes = (stated: number, counted: { readonly reading: number; readonly practice: number }): number => {
  if (counted.practice === 0) return stated
  if (counted.reading === 0) return 0
  const share = Math.round((stated * counted.reading) / (counted.reading + counted.practice))
  return Math.min(Math.max(share, 1), Math.max(stated - 1, 1))
}

/** Whether a module can only be completed with this item: everything but private reflections and tasks for the days after. */
export const isRequired = (item: Pick<Item, 'kind' | 'required'>): boolean => item.required ?? (item.kind !== 'reflection' && item.kind !== 'transfer')

/** Whether an item counts towards the pass mark. */
export const counts = (item: Pick<Item, 'kind'>): boolean => COUNTING_KINDS.has(item.kind)
