import { type Month, lastDayOf, monthsUntil } from '#app/platform/calendar.ts'
import type { Tx } from '#db/types.ts'
import { disclose } from './disclosure.ts'
import { columnOf, readSnapshot, type Snapshot } from './snapshot.ts'

/** How far back figures are made up for when there are none yet, or the program did not run. Months. */
const LOOKING_BACK = 12

/**
 * Fixes the figures of an authority at the end of every month that is over and has none yet. What is fixed never changes: later months are
 * told with everything in mind that was told before. Returns the days that were added, oldest first; none when all is there, so that it
 * may be called at any time and twice. Counts the people of today who were there then. Work of the program itself: nobody is the actor.
 */
export const publishFigures = async (
  tx: Tx,
  authority: { readonly id: string; readonly created_at: string },
  facts: { courses: readonly string[]; now: string },
) => {
  const history = await listSnapshots(tx, authority.id)
  const newest = history.at(-1)?.cut_off_on ?? ''
  const due = monthsUntil(facts.now, LOOKING_BACK + 1).filter(
    (month): month is Month & { until: string } => month.until !== null && month.until > authority.created_at && lastDayOf(month) > newest,
  )
  const snapshots = history.map(({ content }) => content)
  for (const month of due) {
    const content = await snapshotAt(tx, authority.id, { ...facts, until: month.until, snapshots })
    snapshots.push(content)
    await tx
      .insertInto('report_snapshot')
      .values({ authority_id: authority.id, cut_off_on: lastDayOf(month), content: JSON.stringify(content), created_at: facts.now })
      .execute()
  }
  return due.map(lastDayOf)
}

const listSnapshots = async (tx: Tx, authority_id: string) => {
  const rows = await tx
    .selectFrom('report_snapshot as r')
    .select(['r.cut_off_on', 'r.content'])
    .where('r.authority_id', '=', authority_id)
    .orderBy('r.cut_off_on')
    .execute()
  return rows.map(({ cut_off_on, content }) => ({ cut_off_on, content: readSnapshot(content) }))
}

interface Moment {
  readonly courses: readonly string[]
  readonly until: string
  readonly snapshots: readonly Snapshot[]
}

const snapshotAt = async (tx: Tx, authority_id: string, { courses, until, snapshots }: Moment): Promise<Snapshot> => {
  const units = await countUnits(tx, authority_id, until)
  const completed = await countCompleted(tx, authority_id, until)
  const told = courses.map((course) => {
    const before = snapshots.flatMap((one) => columnOf(one, course) ?? [])
    const column = disclose(
      before,
      units.map(({ id, people }) => ({ id, people, completed: completed.get(`${id} ${course}`) ?? 0 })),
    )
    return [course, { total: column.total, units: column.units.map(({ completed: number, shown }) => ({ completed: number, shown })) }] as const
  })
  return { units, courses: Object.fromEntries(told) }
}

/** Everybody who has an account now and had one at that moment, by unit, in the order of the authority. Units without people are left out. */
const countUnits = async (tx: Tx, authority_id: string, until: string) => {
  const rows = await tx
    .selectFrom('person as p')
    .innerJoin('org_unit as u', (join) => join.onRef('u.id', '=', 'p.org_unit_id').on('u.authority_id', '=', authority_id))
    .where('p.authority_id', '=', authority_id)
    .where('p.deactivated_at', 'is', null)
    .where('p.created_at', '<', until)
    .select((on) => ['u.id', 'u.name', on.fn.countAll<number>().as('people')])
    .groupBy(['u.id', 'u.name', 'u.position'])
    .orderBy('u.position')
    .orderBy('u.name')
    .execute()
  return rows.map(({ id, name, people }) => ({ id, name, people: Number(people) }))
}

/** How many of the same people had completed a course then, by "unit course". */
const countCompleted = async (tx: Tx, authority_id: string, until: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .selectFrom('person as p')
    .innerJoin('course_state as s', (join) =>
      join.onRef('s.person_id', '=', 'p.id').on('s.authority_id', '=', authority_id).on('s.completed_at', 'is not', null),
    )
    .where('p.authority_id', '=', authority_id)
    .where('p.deactivated_at', 'is', null)
    .where('p.created_at', '<', until)
    .where('s.completed_at', '<', until)
    .select((on) => ['p.org_unit_id', 's.course_id', on.fn.countAll<number>().as('completed')])
    .groupBy(['p.org_unit_id', 's.course_id'])
    .execute()
  return new Map(rows.map(({ org_unit_id, course_id, completed }) => [`${org_unit_id} ${course_id}`, Number(completed)]))
}
