import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Figure, figureOf, figuresOf } from './item-figures.ts'

const GROUP = 5

/** Every way in which so many people can be spread over so many cells. */
const spreads = (people: number, cells: number): readonly (readonly number[])[] =>
  cells === 1 ? [[people]] : Array.from({ length: people + 1 }, (_, first) => spreads(people - first, cells - 1).map((rest) => [first, ...rest])).flat()

const sumOf = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
const add = (a: readonly number[], b: readonly number[]) => a.map((count, at) => count + (b[at] ?? 0))

/**
 * Somebody who has seen every state of the page and knows who answered when: all that the newest group can have answered, given everything
 * that was ever shown. `groups` is how each group really answered.
 */
const possibleNewestGroups = (groups: readonly (readonly number[])[], show: (counts: readonly number[]) => string) => {
  const cells = groups[0]?.length ?? 0
  const steps = spreads(GROUP, cells)
  let truth: readonly number[] = Array.from({ length: cells }, () => 0)
  let possible: readonly (readonly number[])[] = [truth]
  let newest: readonly (readonly number[])[] = []
  for (const group of groups) {
    truth = add(truth, group)
    const page = show(truth)
    const next = new Map<string, readonly number[]>()
    const seen = new Set<readonly number[]>()
    for (const before of possible)
      for (const step of steps) {
        const after = add(before, step)
        if (show(after) !== page) continue
        next.set(after.join(), after)
        seen.add(step)
      }
    possible = [...next.values()]
    newest = [...seen]
  }
  return newest
}

/** Cells of which it is certain that everybody of the group is in them; `insider` is the cell of one who tells the attacker, or null. */
const certain = (newest: readonly (readonly number[])[], insider: number | null): readonly string[] => {
  const others = newest
    .filter((group) => insider === null || (group[insider] ?? 0) > 0)
    .map((group) => group.map((count, at) => count - (at === insider ? 1 : 0)))
  const size = insider === null ? GROUP : GROUP - 1
  return (others[0] ?? []).flatMap((_, cell) => [
    ...(others.every((group) => group[cell] === size) ? [`all of them: ${cell}`] : []),
    // The first cell is the right answer: that none of them has it is an answer too.
    ...(cell === 0 && others.every((group) => group[cell] === 0) ? ['none of them right'] : []),
  ])
}

const populations = (cells: number, groups: number) =>
  fc
    .tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: GROUP, maxLength: GROUP }), { minLength: 1, maxLength: groups }),
    )
    .map(([ease, dice]) =>
      dice.map((group) => {
        const counts = Array.from({ length: cells }, () => 0)
        for (const die of group) {
          const cell = die < ease ? 0 : 1 + Math.floor(((die - ease) / (1 - ease)) * (cells - 1))
          const at = Math.min(cells - 1, cell)
          counts[at] = (counts[at] ?? 0) + 1
        }
        return counts
      }),
    )

const attack = (groups: readonly (readonly number[])[], show: (counts: readonly number[]) => string) => {
  const newest = possibleNewestGroups(groups, show)
  const last = groups.at(-1) ?? []
  const insiders = last.flatMap((count, cell) => (count > 0 ? [cell] : []))
  return [null, ...insiders].flatMap((insider) => certain(newest, insider))
}

const shown = (counts: readonly number[]) => JSON.stringify(figuresOf(counts, sumOf(counts)))

test.each([
  [2, 8, 200],
  [3, 6, 60],
  [4, 4, 25],
  [5, 3, 15],
])(
  'who has seen every page never learns how one of the newest five answered, nor does one of the five (%i answers)',
  (cells, groups, numRuns) => {
    fc.assert(
      fc.property(populations(cells, groups), (population) => {
        expect(attack(population, shown)).toEqual([])
      }),
      { numRuns, seed: 20261122 },
    )
  },
  60_000,
)

test('parts that depend on each other give nothing away either, because they come in tens', () => {
  // An order of three: [both transitions right, the first, the second, neither].
  const transitions = [
    [true, true, false, false],
    [true, false, true, false],
  ]
  const within = (counts: readonly number[], transition: readonly boolean[]) => sumOf(counts.filter((_, at) => transition[at] === true))
  const page = (counts: readonly number[]) => {
    const people = sumOf(counts)
    const parts = people % 10 === 0 ? transitions.map((transition) => figureOf(within(counts, transition), people)) : []
    return JSON.stringify([figureOf(counts[0] ?? 0, people), parts])
  }
  fc.assert(
    fc.property(populations(4, 4), (population) => {
      const newest = possibleNewestGroups(population, page)
      const insiders = (population.at(-1) ?? []).flatMap((count, cell) => (count > 0 ? [cell] : []))
      for (const insider of [null, ...insiders])
        for (const transition of transitions) {
          const others = newest.filter((group) => insider === null || (group[insider] ?? 0) > 0)
          const own = insider !== null && transition[insider] === true ? 1 : 0
          const counts = new Set(others.map((group) => within(group, transition) - own))
          expect(counts.size, JSON.stringify([population, insider])).toBeGreaterThan(1)
        }
    }),
    { numRuns: 25, seed: 20261122 },
  )
}, 60_000)

test('exact counts would not keep that promise, which is why there are none', () => {
  expect(
    attack(
      [
        [2, 3],
        [5, 0],
      ],
      (counts) => counts.join(),
    ),
  ).toContain('all of them: 0')
  expect(
    attack(
      [
        [2, 3],
        [4, 1],
      ],
      (counts) => counts.join(),
    ),
  ).toContain('all of them: 0')
})

test('what is shown adds up, stands on whole fives, and its bounds hold the truth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(50), { minLength: 2, maxLength: 8 }), (groups, weights) => {
      const people = groups * GROUP
      const counts = weights.map(() => 0)
      for (let one = 0; one < people; one += 1) {
        const at = (weights[one % weights.length] ?? 0) % counts.length
        counts[at] = (counts[at] ?? 0) + 1
      }
      const figures = figuresOf(counts, people)
      expect(sumOf(figures.map(({ about }) => about))).toBe(people)
      for (const [at, { about, low, high, of }] of figures.entries()) {
        expect(about % GROUP).toBe(0)
        expect([about >= 0, of]).toEqual([true, people])
        expect(low <= (counts[at] ?? 0) && (counts[at] ?? 0) <= high, `${counts} ${at}`).toBe(true)
        expect(high - low).toBeLessThanOrEqual(8)
      }
    }),
  )
})

test('of five people it is only said whether it is about all or about none of them', () => {
  const says = (right: number): Figure => figureOf(right, 5)
  expect(says(0)).toEqual({ about: 0, low: 0, high: 2, of: 5 })
  expect(says(2)).toEqual(says(0))
  expect(says(3)).toEqual({ about: 5, low: 3, high: 5, of: 5 })
  expect(says(5)).toEqual(says(3))
})
