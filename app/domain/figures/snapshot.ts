/** What stands in `report_snapshot.content`: the figures of one authority at the end of one month, counted and as told. */
import { z } from 'zod'
import type { Column } from './disclosure.ts'

const count = z.int().min(0)
const bracket = z.strictObject({ low: count, high: count })

const snapshot = z.strictObject({
  units: z.array(z.strictObject({ id: z.string(), name: z.string(), people: count })),
  /** By the id of the course. `completed` is what the next month is reckoned against; nobody is ever shown it. */
  courses: z.record(z.string(), z.strictObject({ total: bracket, units: z.array(z.strictObject({ completed: count, shown: bracket })) })),
})

export type Snapshot = z.output<typeof snapshot>

/** Throws where the text is none: somebody else wrote into the table. */
export const readSnapshot = (content: string): Snapshot => snapshot.parse(JSON.parse(content))

/** One course of a snapshot, as the reckoning needs it; undefined where the course was not there yet. */
export const columnOf = ({ units, courses }: Snapshot, course: string): Column | undefined => {
  const told = courses[course]
  if (told === undefined) return undefined
  return {
    total: told.total,
    units: units.map(({ id, people }, place) => ({ id, people, ...(told.units[place] ?? { completed: 0, shown: { low: 0, high: people } }) })),
  }
}
