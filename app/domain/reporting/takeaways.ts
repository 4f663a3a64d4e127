/** What the figures say, in facts: the view makes one sentence of each. Nothing is said that the figures do not hold. */
import type { Coverage } from './coverage.server.ts'
import type { Share } from './share.ts'
import type { TrendPoint } from './trend.ts'

/** A course or an org unit, by its place in the coverage. */
export interface Named extends Share {
  readonly index: number
}

export type Takeaway =
  /** How far everything is; `change` in percentage points since the end of last month, null where there was nobody then. */
  | { readonly kind: 'progress'; readonly share: Share; readonly change: number | null }
  /** The course with the smallest share, where not all are level; `others` is the range of the rest in percent. */
  | { readonly kind: 'course_behind'; readonly course: Named; readonly others: readonly [least: number, most: number] }
  /** The unit with the smallest share over all courses, where not all are level. `open`: courses not completed there. */
  | { readonly kind: 'unit_behind'; readonly unit: Named; readonly open: number }
  /** All units are level. */
  | { readonly kind: 'units_level'; readonly percent: number }
  /** What this month brought, beside the month before. */
  | { readonly kind: 'month'; readonly month: string; readonly gained: number; readonly before: number }

/** Two or three takeaways; none while there are no people or no courses. */
export const takeawaysOf = (coverage: Coverage, trend: readonly TrendPoint[]): readonly Takeaway[] => {
  if (coverage.all.percent === null) return []
  const [before, now] = trend.slice(-2)
  const change = before === undefined || before.percent === null ? null : coverage.all.percent - before.percent
  const behind = coverage.courses.length > 1 ? courseBehind(coverage) : undefined
  return [
    { kind: 'progress', share: coverage.all, change },
    ...(behind ?? unitBehind(coverage)),
    ...(now === undefined || before === undefined ? [] : [{ kind: 'month' as const, month: now.month, gained: now.gained, before: before.gained }]),
  ]
}

const courseBehind = ({ courses }: Coverage): Takeaway[] | undefined => {
  const [last, ...others] = ascending(courses)
  const [next, most] = [others.at(0), others.at(-1)]
  if (last === undefined || next === undefined || most === undefined || (last.percent ?? 0) === (next.percent ?? 0)) return undefined
  return [{ kind: 'course_behind', course: last, others: [next.percent ?? 0, most.percent ?? 0] }]
}

const unitBehind = ({ units }: Coverage): Takeaway[] => {
  const [last, ...others] = ascending(units.map(({ all }) => all))
  const most = others.at(-1)
  if (last === undefined || most === undefined) return []
  if (last.percent === most.percent) return [{ kind: 'units_level', percent: last.percent ?? 0 }]
  return [{ kind: 'unit_behind', unit: last, open: last.people - last.completed }]
}

/** By percent; the larger group first where they are level, because there most is to be done. */
const ascending = (shares: readonly Share[]): Named[] =>
  shares.map((share, index) => ({ ...share, index })).sort((a, b) => (a.percent ?? 0) - (b.percent ?? 0) || b.people - a.people || a.index - b.index)
