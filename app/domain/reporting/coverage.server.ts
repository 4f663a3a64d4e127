import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import { monthsUntil, yearStart } from '#app/platform/calendar.ts'
import { type CompetenceCoverage, competenceCoverageOf } from './competences.ts'
import { type Combination, countAccounts, countCompletions, type Groups, listCombinations, type ReportedCourse } from './completions.server.ts'
import { type Share, shareOf } from './share.ts'
import { type TrendPoint, trendOf } from './trend.ts'

/** An org unit with its share of completions, one for each course in the order asked for. */
export interface UnitCoverage {
  readonly id: string
  readonly name: string
  readonly people: number
  readonly courses: readonly Share[]
  /** All courses together: `people` counts people times courses here. */
  readonly all: Share
}

/** Who has completed what, as one table with its sums. */
export interface Coverage {
  /** In the order of the authority; units without active people are left out. */
  readonly units: readonly UnitCoverage[]
  /** The whole authority, by course. */
  readonly courses: readonly Share[]
  /** All courses together: `people` counts people times courses here. */
  readonly all: Share
  readonly people: number
}

/** What the overview of HR shows: the table as of now and the way there. */
export interface Overview {
  readonly coverage: Coverage
  /** One point a month, oldest first; the last month is still running. */
  readonly trend: readonly TrendPoint[]
  readonly competences: CompetenceCoverage
  /** Stated minutes of the courses completed since the beginning of the calendar year. */
  readonly minutes_this_year: number
}

/** How many months the trend looks back, the running one included. */
export const TREND_MONTHS = 12

/**
 * Completion of the actor's authority by org unit and course, by competence, and its trend. Figures: only people who are not deactivated;
 * `completed` are people who have completed the course at any time until `now`. Four statements over sums, whatever the number of units, courses
 * and people; only the accounts by month are counted one by one.
 */
export const getOverview = async (db: Db, actor: Actor<'hr'>, courses: readonly ReportedCourse[], { now }: { now: string }): Promise<Overview> => {
  const months = monthsUntil(now, TREND_MONTHS)
  const groups = await listCombinations(db, actor, { courses })
  const accounts = await countAccounts(db, actor, { months })
  const { this_year, by_month } = await countCompletions(db, actor, { courses, months, year_from: yearStart(now) })
  return {
    coverage: coverageOf(courses, groups),
    trend: trendOf(months, courses.length, accounts, by_month),
    competences: competenceCoverageOf(courses, groups.units, groups.combinations),
    minutes_this_year: sum(courses.map(({ minutes }, index) => minutes * (this_year[index] ?? 0))),
  }
}

/** The table of coverage alone, for its files: one statement. */
export const getCoverage = async (db: Db, actor: Actor<'hr'>, courses: readonly ReportedCourse[]): Promise<Coverage> =>
  coverageOf(courses, await listCombinations(db, actor, { courses }))

/** Coverage by competence alone, for its page and files: one statement. */
export const getCompetences = async (db: Db, actor: Actor<'hr'>, courses: readonly ReportedCourse[]): Promise<CompetenceCoverage> => {
  const { units, combinations } = await listCombinations(db, actor, { courses })
  return competenceCoverageOf(courses, units, combinations)
}

const coverageOf = (courses: readonly ReportedCourse[], { units: people, combinations }: Groups): Coverage => {
  const byUnit = new Map<string, Combination[]>(people.map(({ unit_id }) => [unit_id, []]))
  for (const row of combinations) byUnit.get(row.unit_id)?.push(row)
  const units = people.map((unit) => {
    const own = byUnit.get(unit.unit_id) ?? []
    const completed = courses.map((_, index) => sum(own.map((row) => (row.completed[index] === true ? row.people : 0))))
    return {
      id: unit.unit_id,
      name: unit.unit,
      people: unit.people,
      courses: completed.map((count) => shareOf(count, unit.people)),
      all: shareOf(sum(completed), unit.people * courses.length),
    }
  })
  const everybody = sum(units.map((unit) => unit.people))
  const totals = courses.map((_, index) => sum(units.map((unit) => unit.courses[index]?.completed ?? 0)))
  return {
    units,
    courses: totals.map((total) => shareOf(total, everybody)),
    all: shareOf(sum(totals), everybody * courses.length),
    people: everybody,
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
