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

/** Whether a module can only be completed with this item: everything but private reflections and tasks for the days after. */
export const isRequired = (item: Pick<Item, 'kind' | 'required'>): boolean => item.required ?? (item.kind !== 'reflection' && item.kind !== 'transfer')

/** Whether an item counts towards the pass mark. */
export const counts = (item: Pick<Item, 'kind'>): boolean => COUNTING_KINDS.has(item.kind)
