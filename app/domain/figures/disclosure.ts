/**
 * What people who see sums only are told about how many of a group have completed a course, at the end of each month: never a number,
 * but a bracket of at least five. Groups of fewer than ten are told nothing of, because there "all" or "nobody" is said of few.
 *
 * Figures are told one after the other, the sum first. Before each one it is worked out what a reader already knows of it, from every
 * figure ever told, by subtracting units from sums and months from months, and knowing that nobody forgets a course. That range is cut
 * into brackets of five or more, and the reader learns in which one the number lies. So nothing that is told depends on a secret other
 * than through its bracket, and there is nothing to be won by knowing this program.
 *
 * Why this is enough: units, sums and months form a circulation (see `networkOf`). A cut of five or more numbers through what a figure can be
 * leaves every other number of the circulation a span of five or more, or all that it had; also numbers put together (several units, the steps
 * of several months). The possible pairs of the figure and the other number form a polygon. Along a circuit of a network a figure changes by -1, 0
 * or 1 and the other number by a whole number, so no side of the polygon is steeper than a diagonal without being upright. A slab of height
 * four through such a polygon is at least four wide, or as wide as the polygon.
 * Sources: GDPR Art. 5 (1) c; Hundepool et al., Statistical Disclosure Control, 2012, ch. 4; Schrijver, Combinatorial Optimization, 2003, ch. 11.
 */
import { type Flow, type Range, rangeOf } from './circulation.ts'

/** Fewest persons behind a figure, and fewest numbers that it may be. A rule of the product: no setting lowers it. */
export const K = 5

/** A group of people and how many of them have completed the course. */
export interface Group {
  readonly id: string
  readonly people: number
  readonly completed: number
}

/** What may be told: the number lies from `low` to `high`. */
export type Bracket = Range

/** One course at the end of one month, with what was told of it. */
export interface Column {
  readonly units: readonly (Group & { readonly shown: Bracket })[]
  readonly total: Bracket
}

/** What may be told of a course now, given everything that was told of it before (oldest first). */
export const disclose = (before: readonly Column[], units: readonly Group[]): Column => {
  const people = sum(units.map((unit) => unit.people))
  const { flows, total, unit } = networkOf([...before, { units: units.map((one) => ({ ...one, shown: anything(one.people) })), total: anything(people) }])
  const tell = (index: number, size: number): Bracket => {
    const flow = flows[index]
    if (flow === undefined || size < 2 * K) return anything(size)
    const shown = bracketIn(rangeOf(flows, index), flow.value)
    flows[index] = { ...flow, ...shown }
    return shown
  }
  const told = tell(total, people)
  return { total: told, units: units.map((one) => ({ ...one, shown: tell(unit(one.id), one.people) })) }
}

/** Nothing is told of it. */
export const isHidden = (shown: Bracket, people: number): boolean => shown.low === 0 && shown.high === people

const anything = (people: number): Bracket => ({ low: 0, high: people })

/** The part of the known range in which the number lies. Cuts are multiples of K; no part has fewer than K numbers. */
const bracketIn = (known: Range, value: number): Bracket => {
  const first = Math.ceil((known.low + K) / K) * K
  const last = Math.floor((known.high + 1 - K) / K) * K
  if (first > last) return known
  const cut = Math.min(last, Math.floor(value / K) * K)
  if (cut < first) return { low: known.low, high: first - 1 }
  return { low: cut, high: cut === last ? known.high : cut + K - 1 }
}

/**
 * Months × units as one circulation. A unit's number flows from month to month; what is new in a month comes in from its sum; the sums
 * flow back from the newest month to the first. That turns three dimensions (unit, month, sum) into a plain network.
 */
const networkOf = (columns: readonly Column[]) => {
  const ids = [...new Set(columns.flatMap((column) => column.units.map(({ id }) => id)))]
  const end = columns.length
  const sumNode = (month: number) => month * (ids.length + 1)
  const unitNode = (month: number, unit: number) => (month === end ? sumNode(end) : sumNode(month) + 1 + unit)
  const flows: Flow[] = []
  for (const [month, column] of columns.entries()) {
    const now = groupsOf(column)
    const earlier = groupsOf(columns[month - 1])
    for (const [place, id] of ids.entries()) {
      const [unit, was] = [now(id), earlier(id)]
      const step = unit.completed - was.completed
      // Numbers only grow, except where people left or changed places.
      flows.push({ from: sumNode(month), to: unitNode(month, place), value: step, low: Math.min(0, step, unit.people - was.people), high: unit.people })
      flows.push({ from: unitNode(month, place), to: unitNode(month + 1, place), value: unit.completed, ...unit.shown })
    }
    const total = sum(column.units.map(({ completed }) => completed))
    flows.push({ from: sumNode(month + 1), to: sumNode(month), value: total, ...column.total })
  }
  const total = flows.length - 1
  return { flows, total, unit: (id: string) => total - 2 * (ids.length - ids.indexOf(id)) + 1 }
}

const NOBODY = { people: 0, completed: 0, shown: anything(0) }

const groupsOf = (column: Column | undefined) => {
  const groups = new Map(column?.units.map((unit) => [unit.id, unit]))
  return (id: string) => groups.get(id) ?? NOBODY
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
