import { expect, test } from 'vitest'
import type { Coverage } from './coverage.server.ts'
import { shareOf } from './share.ts'
import { takeawaysOf } from './takeaways.ts'

/** A coverage from numbers: one row a unit, [people, completed by course…]. */
const coverage = (...units: readonly (readonly [people: number, ...completed: number[]])[]): Coverage => {
  const courses = units[0]?.slice(1) ?? []
  const people = units.reduce((sum, [count]) => sum + count, 0)
  const totals = courses.map((_, index) => units.reduce((sum, unit) => sum + (unit[index + 1] ?? 0), 0))
  return {
    people,
    units: units.map(([count, ...completed], index) => ({
      id: `u${index}`,
      name: `Unit ${index}`,
      people: count,
      courses: completed.map((done) => shareOf(done, count)),
      all: shareOf(
        completed.reduce((sum, done) => sum + done, 0),
        count * completed.length,
      ),
    })),
    courses: totals.map((total) => shareOf(total, people)),
    all: shareOf(
      totals.reduce((sum, total) => sum + total, 0),
      people * courses.length,
    ),
  }
}
const point = (month: string, completed: number, people: number, gained: number) => ({ month, gained, ...shareOf(completed, people) })

test('says how far the authority is and what changed since the end of last month', () => {
  const [progress, , month] = takeawaysOf(coverage([10, 4], [10, 8]), [point('2026-10', 9, 20, 2), point('2026-11', 12, 20, 3)])
  expect(progress).toEqual({ kind: 'progress', share: { people: 20, completed: 12, percent: 60 }, change: 15 })
  expect(month).toEqual({ kind: 'month', month: '2026-11', gained: 3, before: 2 })
})

test('with one course names the unit where most is open, with several the course', () => {
  expect(takeawaysOf(coverage([10, 4], [10, 8]), [])[1]).toMatchObject({ kind: 'unit_behind', open: 6, unit: { index: 0, percent: 40 } })
  expect(takeawaysOf(coverage([10, 4, 9, 8]), [])[1]).toMatchObject({ kind: 'course_behind', course: { index: 0, percent: 40 }, others: [80, 90] })
})

test('says nobody is behind where all are level', () => {
  expect(takeawaysOf(coverage([10, 5], [20, 10]), [])[1]).toEqual({ kind: 'units_level', percent: 50 })
  expect(takeawaysOf(coverage([10, 5, 5]), []).map(({ kind }) => kind)).toEqual(['progress'])
})

test('claims no change where there was nobody before, and says nothing where there is nobody', () => {
  expect(takeawaysOf(coverage([2, 1]), [point('2026-10', 0, 0, 0), point('2026-11', 1, 2, 1)])[0]).toMatchObject({ change: null })
  expect(takeawaysOf(coverage(), [])).toEqual([])
})

test('a percentage claims "all" and "nobody" only where it is so', () => {
  expect([shareOf(299, 300), shareOf(1, 300), shareOf(300, 300), shareOf(0, 300), shareOf(0, 0)].map(({ percent }) => percent)).toEqual([99, 1, 100, 0, null])
})
