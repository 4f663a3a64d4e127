import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bracket, type Column, disclose, type Group, isHidden, K } from './disclosure.ts'

/** What a reader has: names, sizes and brackets. Nothing else enters the attacks below. */
interface Told {
  readonly units: readonly { readonly people: number; readonly shown: Bracket }[]
  readonly total: Bracket
}
const told = (column: Column): Told => ({ units: column.units.map(({ people, shown }) => ({ people, shown })), total: column.total })

const groups = (...numbers: readonly (readonly [people: number, completed: number])[]): Group[] =>
  numbers.map(([people, completed], index) => ({ id: `unit-${index}`, people, completed }))

/** The same columns published one after the other, month by month. */
const publishAll = (months: readonly (readonly Group[])[]): readonly Column[] =>
  months.reduce<Column[]>((before, month) => {
    before.push(disclose(before, month))
    return before
  }, [])

/** Groups month by month: nobody leaves, completions only grow. */
const histories = (units: { min: number; max: number }, people: number, months: number) =>
  fc.array(
    fc
      .integer({ min: 1, max: people })
      .chain((size) =>
        fc
          .array(fc.integer({ min: 0, max: size }), { minLength: months, maxLength: months })
          .map((completed) => ({ size, completed: completed.sort((a, b) => a - b) })),
      ),
    { minLength: units.min, maxLength: units.max },
  )
const monthsOf = (history: readonly { size: number; completed: readonly number[] }[], months: number): Group[][] =>
  Array.from({ length: months }, (_, month) => groups(...history.map(({ size, completed }) => [size, completed[month] ?? 0] as const)))

test('groups of fewer than ten people say nothing, larger ones at least five numbers', () => {
  const [column] = publishAll([groups([4, 2], [9, 9], [10, 10], [11, 0], [43, 17])])
  expect(column?.total).toEqual({ low: 35, high: 39 })
  expect(column?.units.map(({ shown }) => shown)).toEqual([
    { low: 0, high: 4 },
    { low: 0, high: 9 },
    { low: 5, high: 10 },
    { low: 0, high: 4 },
    { low: 15, high: 19 },
  ])
})

test('an office of small units learns the sum of all, though no unit', () => {
  const [column] = publishAll([groups([8, 3], [7, 5], [9, 2], [6, 6])])
  expect(column?.units.every(({ shown, people }) => isHidden(shown, people))).toBe(true)
  expect(column?.total).toEqual({ low: 15, high: 19 })
})

test('a unit whose number would say too much of the one beside it gets a wider bracket', () => {
  const [column] = publishAll([groups([40, 19], [4, 4])])
  expect(column?.total).toEqual({ low: 20, high: 24 })
  // 15 to 19 would leave the four people beside it at least one completion.
  expect(column?.units[0]?.shown).toEqual({ low: 16, high: 24 })
})

test('an authority of fewer than ten people is told nothing of', () => {
  expect(publishAll([groups([5, 5], [4, 0])])[0]?.total).toEqual({ low: 0, high: 9 })
})

test('a second month is cut where the first has left something to tell', () => {
  const columns = publishAll([groups([30, 12], [8, 3]), groups([30, 14], [8, 3]), groups([30, 15], [8, 4])])
  expect(columns.map(({ total }) => total)).toEqual([
    { low: 15, high: 19 },
    { low: 15, high: 19 },
    { low: 15, high: 19 },
  ])
  expect(columns[2]?.units[0]?.shown.low).toBeLessThanOrEqual(15)
})

test('exact attack on small tables over two months: every unit and every step keeps five possible numbers', () => {
  fc.assert(
    fc.property(histories({ min: 1, max: 3 }, 13, 2), (history) => {
      const columns = publishAll(monthsOf(history, 2))
      const [first, second] = columns.map(told)
      if (first === undefined || second === undefined) throw new Error('two months')
      for (const [place, group] of enumerate(first, second).entries()) {
        const enough = Math.min(K, (first.units[place]?.people ?? 0) + 1)
        expect(group.first.size, `first month, unit ${place}`).toBeGreaterThanOrEqual(enough)
        expect(group.second.size, `second month, unit ${place}`).toBeGreaterThanOrEqual(enough)
        expect(group.step.size, `step, unit ${place}`).toBeGreaterThanOrEqual(enough)
      }
    }),
    { numRuns: 150 },
  )
})

/** All pairs of tables that fit what was told, by plain enumeration. */
const enumerate = (first: Told, second: Told) => {
  const found = first.units.map(() => ({ first: new Set<number>(), second: new Set<number>(), step: new Set<number>() }))
  const later = tablesOf(second)
  for (const before of tablesOf(first)) {
    for (const after of later) {
      if (before.some((number, place) => number > (after[place] ?? 0))) continue
      for (const [place, sets] of found.entries()) {
        const [was, is] = [before[place] ?? 0, after[place] ?? 0]
        sets.first.add(was)
        sets.second.add(is)
        sets.step.add(is - was)
      }
    }
  }
  return found
}

const tablesOf = ({ units, total }: Told): number[][] =>
  units
    .reduce<number[][]>((tables, { shown }) => tables.flatMap((table) => range(shown).map((number) => [...table, number])), [[]])
    .filter((table) => within(sumOf(table), total))
const range = ({ low, high }: Bracket) => Array.from({ length: high - low + 1 }, (_, index) => low + index)
const within = (number: number, { low, high }: Bracket) => number >= low && number <= high
const sumOf = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

test('somebody who knows this program learns no more: all histories that would be told alike keep five possible numbers', () => {
  for (const sizes of [[11, 3], [14], [10, 10], [4, 7, 2], [2, 10, 1]]) {
    const alike = new Map<string, { first: number[]; second: number[] }[]>()
    const tables = sizes.reduce<number[][]>((all, size) => all.flatMap((table) => range({ low: 0, high: size }).map((number) => [...table, number])), [[]])
    for (const first of tables) {
      for (const second of tables) {
        if (first.some((number, place) => number > (second[place] ?? 0))) continue
        const columns = publishAll([first, second].map((numbers) => groups(...numbers.map((number, place) => [sizes[place] ?? 0, number] as const))))
        const key = JSON.stringify(columns.map(told))
        alike.set(key, [...(alike.get(key) ?? []), { first, second }])
      }
    }
    expect(alike.size).toBeGreaterThan(sizes.length === 3 ? 1 : 2)
    for (const histories of alike.values()) {
      // Units together, and both months together, span five numbers as well (not all of which need to occur).
      for (let some = 1; some < 2 ** sizes.length; some++) {
        const chosen = sizes.flatMap((_, place) => (some & (2 ** place) ? [place] : []))
        const people = sumOf(chosen.map((place) => sizes[place] ?? 0))
        const spans = (of: (history: { first: number[]; second: number[] }, place: number) => number) => {
          const numbers = histories.map((history) => sumOf(chosen.map((place) => of(history, place))))
          return Math.max(...numbers) - Math.min(...numbers)
        }
        expect(spans(({ first }, place) => first[place] ?? 0)).toBeGreaterThanOrEqual(Math.min(K - 1, people))
        expect(spans(({ second }, place) => second[place] ?? 0)).toBeGreaterThanOrEqual(Math.min(K - 1, people))
        expect(spans(({ first, second }, place) => (second[place] ?? 0) - (first[place] ?? 0))).toBeGreaterThanOrEqual(Math.min(K - 1, people))
      }
      for (const [place, size] of sizes.entries()) {
        const enough = Math.min(K, size + 1)
        const numbers = (of: (history: { first: number[]; second: number[] }) => number) => new Set(histories.map(of)).size
        expect(numbers(({ first }) => first[place] ?? 0)).toBeGreaterThanOrEqual(enough)
        expect(numbers(({ second }) => second[place] ?? 0)).toBeGreaterThanOrEqual(enough)
        expect(numbers(({ first, second }) => (second[place] ?? 0) - (first[place] ?? 0))).toBeGreaterThanOrEqual(enough)
      }
    }
  }
})

test('interval attack on tables of any size over a year: no bracket of a unit becomes narrower than five', () => {
  fc.assert(
    fc.property(histories({ min: 1, max: 14 }, 60, 12), (history) => {
      const columns = publishAll(monthsOf(history, 12)).map(told)
      for (const [month, units] of narrowed(columns).entries()) {
        for (const [place, { low, high }] of units.entries()) {
          expect(high - low + 1, `month ${month}, unit ${place}`).toBeGreaterThanOrEqual(Math.min(K, (columns[month]?.units[place]?.people ?? 0) + 1))
        }
      }
    }),
    { numRuns: 25 },
  )
})

/** Every bracket made as narrow as the sums and the neighbouring months make it, until nothing changes. */
const narrowed = (columns: readonly Told[]): Bracket[][] => {
  const cells = columns.map(({ units }) => units.map(({ shown }) => ({ ...shown })))
  for (let changed = true; changed; ) {
    changed = false
    const tighten = (cell: { low: number; high: number }, low: number, high: number) => {
      if (low > cell.low || high < cell.high) changed = true
      cell.low = Math.max(cell.low, low)
      cell.high = Math.min(cell.high, high)
    }
    for (const [month, row] of cells.entries()) {
      const total = columns[month]?.total ?? { low: 0, high: 0 }
      for (const [place, cell] of row.entries()) {
        const others = row.filter((_, other) => other !== place)
        tighten(cell, total.low - sumOf(others.map(({ high }) => high)), total.high - sumOf(others.map(({ low }) => low)))
        tighten(cell, cells[month - 1]?.[place]?.low ?? cell.low, cells[month + 1]?.[place]?.high ?? cell.high)
      }
    }
  }
  return cells
}

test('people come, leave and change units: what is published still holds them', () => {
  const month = fc.array(
    fc.integer({ min: 0, max: 30 }).chain((people) => fc.integer({ min: 0, max: people }).map((completed) => [people, completed] as const)),
    { minLength: 3, maxLength: 3 },
  )
  fc.assert(
    fc.property(fc.array(month, { minLength: 1, maxLength: 6 }), (months) => {
      const columns = publishAll(months.map((numbers) => groups(...numbers)))
      for (const column of columns) {
        for (const { completed, shown } of column.units) expect(within(completed, shown)).toBe(true)
        expect(within(sumOf(column.units.map(({ completed }) => completed)), column.total)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
