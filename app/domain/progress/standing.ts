/**
 * Where a person stands in a course, honestly: only required blocks count, a module's reading counts through its completion,
 * and what is missing is named. Pure arithmetic from the course and the states.
 */
import type { Course, ItemReference, Module } from '#app/content/course.ts'
import type { CourseState, ItemState, ModuleState } from './fold.ts'
import { type Points, pointsOf, reachesPassMark } from './pass-mark.ts'

/** One person's states in one course. `course` is missing before the first event. */
export interface CourseProgress {
  readonly course: CourseState | undefined
  readonly modules: readonly ModuleState[]
  readonly items: readonly ItemState[]
}

/** The progress of somebody who has not begun. */
export const noProgress: CourseProgress = { course: undefined, modules: [], items: [] }

/** One thing that stands between the person and the completion of the course. */
export type Missing =
  | { readonly kind: 'item'; readonly module_id: string; readonly item_id: string }
  /** All its items are done (or it has none); the module only has to be completed. */
  | { readonly kind: 'completion'; readonly module_id: string }
  /** Percent reached and needed, and the items that count and can still gain points. */
  | {
      readonly kind: 'pass_mark'
      readonly reached: number
      readonly needed: number
      readonly items: readonly { readonly module_id: string; readonly item_id: string }[]
    }

export interface ModuleStanding {
  readonly id: string
  readonly done: boolean
  readonly opened: boolean
  readonly completed_at: string | null
  /** Whole minutes; 0 when done. */
  readonly minutes_left: number
  /** Empty when done. Without the module's own completion, which is always the last step. */
  readonly missing: readonly ItemReference[]
}

export interface Standing {
  readonly status: 'open' | 'started' | 'completed'
  readonly completed_at: string | null
  /** In the order of the course. */
  readonly modules: readonly ModuleStanding[]
  /** Whole minutes; `done` + `left` = `total`. */
  readonly minutes_total: number
  readonly minutes_done: number
  readonly minutes_left: number
  /** 0…1; 1 only when the course is completed. */
  readonly share: number
  /** Empty when the course is completed. */
  readonly missing: readonly Missing[]
  /** Exactly where to go on: an item, or a module from its top or to its completion. null when completed. */
  readonly next: { readonly module_id: string; readonly item_id?: string } | null
  /** Whole percent over the items that count, rounded down; absent where none counts or none was answered. */
  readonly score_percent?: number
  readonly pass_mark: number
}

/** The person's standing in this revision of the course. States of items and modules that vanished do not count. */
export const standingOf = (course: Course, progress: CourseProgress): Standing => {
  const modules = course.modules.map((module) => weigh(module, progress))
  const points = pointsOf(course, progress.items)
  const completed_at = progress.course?.completed_at ?? null
  const missing = completed_at === null ? missingIn(course, modules, points) : []
  const total = modules.reduce((sum, { module }) => sum + module.minutes, 0)
  const left = completed_at === null ? Math.min(total, minutesLeft(modules, missing, course)) : 0
  const score_percent = scoreShown(points, progress.course)
  return {
    status: completed_at !== null ? 'completed' : progress.course === undefined ? 'open' : 'started',
    completed_at,
    modules: modules.map(({ standing }) => standing),
    minutes_total: total,
    minutes_done: total - left,
    minutes_left: left,
    share: completed_at !== null ? 1 : total === 0 ? 0 : (total - left) / total,
    missing,
    next: completed_at === null ? nextIn(modules, missing, progress.course?.last_module_id ?? null) : null,
    ...(score_percent === undefined ? {} : { score_percent }),
    pass_mark: course.pass_mark,
  }
}

/** Must be answered before the module can be completed. A reflection is private and never required. */
export const isRequired = (item: ItemReference): boolean => item.required && item.kind !== 'reflection'

/** The required items of the module that are not wholly answered, in reading order. */
export const openItems = (module: Module, items: readonly ItemState[]): readonly ItemReference[] =>
  module.items.filter(
    (item) => isRequired(item) && !items.some((state) => state.module_id === module.id && state.item_id === item.id && state.done_at !== null),
  )

interface Weighed {
  readonly module: Module
  readonly state: ModuleState | undefined
  readonly standing: ModuleStanding
}

const weigh = (module: Module, { modules, items }: CourseProgress): Weighed => {
  const state = modules.find((one) => one.module_id === module.id)
  const completed_at = state?.completed_at ?? null
  const missing = completed_at === null ? openItems(module, items) : []
  const standing = {
    id: module.id,
    done: completed_at !== null,
    opened: state !== undefined,
    completed_at,
    minutes_left: completed_at === null ? leftIn(module, missing) : 0,
    missing,
  }
  return { module, state, standing }
}

/** The module's minutes less those of the items that are done. Items that claim more than the module share its minutes. */
const leftIn = (module: Module, open: readonly ItemReference[]): number => {
  const inItems = sumMinutes(module.items.filter(isRequired))
  const scale = inItems > module.minutes ? module.minutes / inItems : 1
  return Math.max(1, Math.ceil(module.minutes - (inItems - sumMinutes(open)) * scale))
}

const sumMinutes = (items: readonly ItemReference[]) => items.reduce((sum, item) => sum + item.minutes, 0)

const minutesLeft = (modules: readonly Weighed[], missing: readonly Missing[], course: Course): number => {
  const reading = modules.reduce((sum, { standing }) => sum + standing.minutes_left, 0)
  const gain = missing.find((one) => one.kind === 'pass_mark')
  if (reading > 0 || gain === undefined) return reading
  const again = course.modules.flatMap((module) =>
    module.items.filter((item) => gain.items.some((one) => one.module_id === module.id && one.item_id === item.id)),
  )
  return Math.max(1, Math.ceil(sumMinutes(again)))
}

const missingIn = (course: Course, modules: readonly Weighed[], points: Points): readonly Missing[] => {
  const open = modules.filter(({ standing }) => !standing.done)
  const steps = open.flatMap(({ module, standing }): Missing[] => [
    ...standing.missing.map((item) => ({ kind: 'item' as const, module_id: module.id, item_id: item.id })),
    { kind: 'completion', module_id: module.id },
  ])
  if (open.length > 0) return steps
  if (!reachesPassMark(course, points)) return [{ kind: 'pass_mark', reached: points.percent ?? 0, needed: course.pass_mark, items: points.improvable }]
  // Everything is there, but the course was not completed: a new revision dropped what was missing. Completing again closes it.
  return course.modules.slice(-1).map((module) => ({ kind: 'completion', module_id: module.id }))
}

const nextIn = (modules: readonly Weighed[], missing: readonly Missing[], lastModule: string | null): Standing['next'] => {
  const open = modules.filter(({ standing }) => !standing.done)
  const stopped = modules.findIndex(({ module }) => module.id === lastModule)
  const onwards = open.find(({ module }) => modules.findIndex((one) => one.module === module) >= stopped) ?? open[0]
  if (onwards !== undefined) return stepIn(onwards)
  const first = missing[0]
  if (first === undefined) return null
  return first.kind === 'pass_mark' ? (first.items[0] ?? null) : { module_id: first.module_id }
}

/** Before the first answer a module is taken up from its top: its text stands before its items. */
const stepIn = ({ module, state, standing }: Weighed): Standing['next'] => {
  const item = standing.missing[0]
  return item === undefined || (state?.last_item_id ?? null) === null ? { module_id: module.id } : { module_id: module.id, item_id: item.id }
}

const scoreShown = (points: Points, state: CourseState | undefined): number | undefined => {
  if (points.percent === null) return undefined
  if (points.answered === 0 && (state?.completed_score ?? null) === null) return undefined
  return Math.max(points.percent, Math.floor((state?.completed_score ?? 0) / 10))
}
