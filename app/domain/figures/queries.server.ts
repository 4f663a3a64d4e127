import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { requireSight } from '../privacy/policy.ts'
import type { Bracket } from './disclosure.ts'
import { readSnapshot } from './snapshot.ts'

/** What is told of an authority at the end of a month. Holds brackets only: the counts behind them stay in the database. */
export interface UnitFigures {
  /** The last day that counts. */
  readonly cut_off_on: string
  readonly people: number
  readonly units: readonly { readonly id: string; readonly name: string; readonly people: number }[]
  /** By the id of the course: the sum, and the units in the same order. */
  readonly courses: Readonly<Record<string, { readonly total: Bracket; readonly units: readonly Bracket[] }>>
}

/** Everything ever told of the actor's authority, oldest month first. The same for everybody who may see it. */
export const listUnitFigures = async (db: Db, actor: Actor<'lead' | 'hr' | 'council'>): Promise<readonly UnitFigures[]> => {
  requireSight(actor, 'completion', 'sums')
  const rows = await db
    .selectFrom('report_snapshot as r')
    .select(['r.cut_off_on', 'r.content'])
    .where('r.authority_id', '=', actor.authority_id)
    .orderBy('r.cut_off_on')
    .execute()
  return rows.map(({ cut_off_on, content }) => {
    const { units, courses } = readSnapshot(content)
    return {
      cut_off_on,
      people: units.reduce((sum, unit) => sum + unit.people, 0),
      units,
      courses: Object.fromEntries(Object.entries(courses).map(([id, { total, units: told }]) => [id, { total, units: told.map(({ shown }) => shown) }])),
    }
  })
}
