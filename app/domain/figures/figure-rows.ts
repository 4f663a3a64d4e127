import type { Bracket } from './disclosure.ts'
import { isHidden } from './disclosure.ts'
import type { UnitFigures } from './queries.server.ts'

/** One line of the figures: a unit, or with `unit: null` the whole authority, on one cut-off day. */
export interface FigureRow {
  readonly cut_off_on: string
  readonly unit: string | null
  readonly people: number
  /** In the order of the courses asked for; null where nothing is told. */
  readonly courses: readonly (Bracket | null)[]
}

/** The lines of one cut-off day: the units in the order of the authority, then the authority as a whole. */
export const figureRows = (figures: UnitFigures, courses: readonly string[]): readonly FigureRow[] => [
  ...figures.units.map((unit, place) => ({
    cut_off_on: figures.cut_off_on,
    unit: unit.name,
    people: unit.people,
    courses: courses.map((course) => shownOf(figures.courses[course]?.units[place], unit.people)),
  })),
  totalRow(figures, courses),
]

/** The line of the whole authority on one cut-off day. */
export const totalRow = (figures: UnitFigures, courses: readonly string[]): FigureRow => ({
  cut_off_on: figures.cut_off_on,
  unit: null,
  people: figures.people,
  courses: courses.map((course) => shownOf(figures.courses[course]?.total, figures.people)),
})

const shownOf = (bracket: Bracket | undefined, people: number): Bracket | null => (bracket === undefined || isHidden(bracket, people) ? null : bracket)
