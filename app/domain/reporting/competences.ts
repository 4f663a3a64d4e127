/** How widely each competence of the programme is covered. Pure. */
import type { CompetenceId } from '#app/content/course.ts'
import { COMPETENCES } from '#app/content/items/item.ts'
import { type Share, shareOf } from './share.ts'

/** One competence with its share by org unit. */
export interface CompetenceRow {
  readonly id: CompetenceId
  /** How many of the courses asked for train it. 0: nobody can have it yet, which is no fault of anybody. */
  readonly courses: number
  /** In the order of `units`. */
  readonly units: readonly Share[]
  readonly all: Share
}

export interface CompetenceCoverage {
  readonly units: readonly { readonly id: string; readonly name: string; readonly people: number }[]
  /** All competences of the programme, K1 first. */
  readonly rows: readonly CompetenceRow[]
  readonly people: number
}

/**
 * Coverage by competence and org unit. **A person covers a competence when they have completed at least one course that names the competence
 * among those it trains** (`competences` in its head); how many of them, and how well, makes no difference. The share is these people out of
 * all active people of the unit. It says that a course was taken, not that somebody is competent. `combinations` may hold the people of a
 * unit in several rows, each person once; people who completed nothing appear only in `people`.
 */
export const competenceCoverageOf = (
  courses: readonly { readonly competences: readonly CompetenceId[] }[],
  people: readonly { readonly unit_id: string; readonly unit: string; readonly people: number }[],
  combinations: readonly { readonly unit_id: string; readonly completed: readonly boolean[]; readonly people: number }[],
): CompetenceCoverage => {
  const everybody = people.reduce((sum, unit) => sum + unit.people, 0)
  return {
    units: people.map(({ unit_id, unit, people: count }) => ({ id: unit_id, name: unit, people: count })),
    people: everybody,
    rows: COMPETENCES.map((id) => {
      const trains = courses.map(({ competences }) => competences.includes(id))
      const covering = combinations.filter(({ completed }) => completed.some((done, index) => done && trains[index] === true))
      const countIn = (unit: string) => covering.reduce((sum, row) => (row.unit_id === unit ? sum + row.people : sum), 0)
      const units = people.map((unit) => shareOf(countIn(unit.unit_id), unit.people))
      return {
        id,
        courses: trains.filter(Boolean).length,
        units,
        all: shareOf(
          units.reduce((sum, unit) => sum + unit.completed, 0),
          everybody,
        ),
      }
    }),
  }
}
