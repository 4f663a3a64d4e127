/** The pass mark: percent of the points of the items that count, best attempt each, every item worth the same (blueprint §1.4). */
import type { Course } from '#app/content/course.ts'
import type { ItemState } from './fold.ts'

export interface Points {
  /** 0…1000 over all items that count, rounded down; null where none counts. */
  readonly score: number | null
  /** The same in whole percent, rounded down, so that a mark just missed does not look reached. */
  readonly percent: number | null
  /** Items that count and were answered. */
  readonly answered: number
  /** Items that count and have not yet reached full points, in reading order. */
  readonly improvable: readonly { readonly module_id: string; readonly item_id: string }[]
}

/** The points of the person's best answers. An item without an answer counts 0. */
export const pointsOf = (course: Course, states: readonly ItemState[]): Points => {
  const counting = course.modules.flatMap((module) =>
    module.items
      .filter((item) => item.counts)
      .map((item) => ({
        module_id: module.id,
        item_id: item.id,
        best: states.find((state) => state.module_id === module.id && state.item_id === item.id)?.best_score ?? null,
      })),
  )
  const sum = counting.reduce((total, { best }) => total + (best ?? 0), 0)
  const score = counting.length === 0 ? null : Math.floor(sum / counting.length)
  return {
    score,
    percent: score === null ? null : Math.floor(score / 10),
    answered: counting.filter(({ best }) => best !== null).length,
    improvable: counting.filter(({ best }) => (best ?? 0) < 1000).map(({ module_id, item_id }) => ({ module_id, item_id })),
  }
}

/** A course without items that count has no mark to miss. */
export const reachesPassMark = (course: Course, points: Points): boolean => points.score === null || points.score >= course.pass_mark * 10
