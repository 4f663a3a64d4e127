import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import { monthsUntil } from '#app/platform/calendar.ts'
import { countCompletions, countPeople, type UnitCompletions, type UnitPeople } from './completions.server.ts'
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
}

/** How many months the trend looks back, the running one included. */
export const TREND_MONTHS = 12

/**
 * Completion of the actor's authority by org unit and course, and its trend. Figures: only people who are not deactivated;
 * `completed` are people who have completed the course at any time until `now`. Two statements, whatever the number of units and courses.
 */
export const getOverview = async (db: Db, actor: Actor<'hr'>, courses: readonly string[], { now }: { now: string }): Promise<Overview> => {
  const months = monthsUntil(now, TREND_MONTHS)
  const people = await countPeople(db, actor, { months })
  const completions = courses.length === 0 ? [] : await countCompletions(db, actor, { courses, months })
  return { coverage: coverageOf(courses, people, completions), trend: trendOf(months, courses.length, people, completions) }
}

const coverageOf = (courses: readonly string[], people: readonly UnitPeople[], completions: readonly UnitCompletions[]): Coverage => {
  const completed = new Map(completions.map((row) => [row.unit_id, row.by_course]))
  const units = people.map((unit) => ({
    id: unit.unit_id,
    name: unit.unit,
    people: unit.people,
    courses: courses.map((_, index) => shareOf(completed.get(unit.unit_id)?.[index] ?? 0, unit.people)),
    all: shareOf(sum(completed.get(unit.unit_id) ?? []), unit.people * courses.length),
  }))
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
