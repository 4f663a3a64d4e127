import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Actor } from '#app/domain/actor.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import type { Db } from '#db/types.ts'
import { requireSight } from '../privacy/policy.ts'
import { papersInForce } from './certificates-in-force.ts'
import { countByCourses } from './completions.server.ts'
import { nameContains, nameKey, namePlace, searchWords } from './name-key.ts'
import { PEOPLE_PAGE_SIZE, type PeopleListQuery, type PeopleListRow, type PeopleSort } from './people-list.ts'
import { namePeople } from './name-people.server.ts'
import { pageSlice, type Slice, sliced } from './slice.ts'
import { unitRanks } from './unit-ranks.ts'

/** One page of the list with the number of all people the filters leave. */
export interface PeopleListPage {
  readonly rows: readonly PeopleListRow[]
  readonly people: number
  /** The page shown: the last one when a later one was asked for. */
  readonly page: number
  readonly pages: number
}

/** What the list is about: ids of the courses in order, the id of the filtered one ('' for all), and today (YYYY-MM-DD) for certificates. */
export interface PeopleListFacts {
  readonly courses: readonly string[]
  readonly course: string
  readonly today: string
}

/** People of the actor's authority with what they completed, 50 to a page. Names, dates and certificates of the other pages are not read. */
export const listPeoplePage = async (db: Db, actor: Actor<'hr'>, query: PeopleListQuery, facts: PeopleListFacts): Promise<PeopleListPage> => {
  requireNamedStatus(actor)
  const people = query.name === '' ? await countFromSums(db, actor, query, facts) : await countFound(db, actor, query, facts)
  const pages = Math.max(1, Math.ceil(people / PEOPLE_PAGE_SIZE))
  const page = Math.min(query.page, pages)
  const ids = await sortedPeople(db, actor, query, facts, pageSlice(page, PEOPLE_PAGE_SIZE))
  return { rows: await withStatus(db, actor, ids, facts), people, page, pages }
}

/** People whose completions are read in one go for a file; between two of these other requests get their turn. */
const AT_ONCE = 500

/** The whole filtered list in the same order, for the files. */
export const listPeople = async (db: Db, actor: Actor<'hr'>, query: PeopleListQuery, facts: PeopleListFacts): Promise<readonly PeopleListRow[]> => {
  requireNamedStatus(actor)
  const ids = await sortedPeople(db, actor, query, facts)
  const rows: PeopleListRow[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await setImmediate()
    rows.push(...(await withStatus(db, actor, ids.slice(from, from + AT_ONCE), facts)))
  }
  return rows
}

const requireNamedStatus = (actor: Actor<'hr'>) => {
  requireSight(actor, 'name', 'all')
  requireSight(actor, 'completion', 'status')
  requireSight(actor, 'certificate', 'status')
}

/** Completions of the person `p`: whether, never since when under way. */
const completedBy = (db: Db, actor: Actor<'hr'>, courses: readonly string[]) =>
  db
    .selectFrom('course_state as s')
    // Within the sum, not as a condition: so all completions of a person are one look into the index instead of one for each course.
    .select(sql<number>`count(case when s.course_id in (${sql.join(courses)}) then 1 end)`.as('completed'))
    .where('s.authority_id', '=', actor.authority_id)
    .whereRef('s.person_id', '=', 'p.id' as never)
    .where('s.completed_at', 'is not', null)

/** Everybody who is left by the filters, once. */
const peopleOf = (db: Db, actor: Actor<'hr'>, { unit, status, name }: PeopleListQuery, { courses, course }: PeopleListFacts) => {
  let people = db.selectFrom('person as p').where('p.authority_id', '=', actor.authority_id).where('p.deactivated_at', 'is', null)
  if (unit !== '') people = people.where('p.org_unit_id', '=', unit)
  const asked = course === '' ? courses : [course]
  if (status !== '' && asked.length > 0) people = people.where(completedBy(db, actor, asked), status === 'completed' ? '=' : '<', asked.length)
  for (const word of searchWords(name)) people = people.where((on) => on.or([nameContains('p.family_name', word), nameContains('p.given_name', word)]))
  return people
}

/** How many people the filters leave, from the sums: they know units and courses, but no names. */
const countFromSums = async (db: Db, actor: Actor<'hr'>, { unit, status }: PeopleListQuery, { courses, course }: PeopleListFacts): Promise<number> => {
  const asked = course === '' ? courses : [course]
  const isLeft = (completed: readonly string[]) =>
    status === '' || asked.length === 0 || asked.every((id) => completed.includes(id)) === (status === 'completed')
  return (await countByCourses(db, actor, unit)).reduce((sum, row) => (isLeft(row.courses) ? sum + row.people : sum), 0)
}

/** The place is not asked for its own sake: with it names are read from their index, ready to be compared, instead of being made for everybody. */
const countFound = async (db: Db, actor: Actor<'hr'>, query: PeopleListQuery, facts: PeopleListFacts): Promise<number> => {
  const found = peopleOf(db, actor, query, facts).select(namePlace().as('place'))
  const { people } = await db.selectFrom(found.as('x')).select(sql<number>`count(*)`.as('people')).executeTakeFirstOrThrow()
  return Number(people)
}

/**
 * The ids of who is on the list, in its order. By name the index gives the order; every other order sorts numbers and dates, and nothing else of
 * a person is read before it is known who stands on the page.
 */
const sortedPeople = async (db: Db, actor: Actor<'hr'>, query: PeopleListQuery, facts: PeopleListFacts, slice?: Slice): Promise<readonly string[]> => {
  const direction = query.descending ? 'desc' : 'asc'
  const people = peopleOf(db, actor, query, facts).select('p.id')
  const placed = people.select(namePlace().as('place'))
  const sorted: Record<PeopleSort, () => Promise<readonly { readonly id: string }[]>> = {
    name: () => {
      const named = people.orderBy(nameKey('p.family_name'), direction).orderBy(nameKey('p.given_name'), direction).orderBy('p.id', direction)
      return sliced(named, slice).execute()
    },
    unit: () => {
      const rows = db.selectFrom(placed.select('p.org_unit_id').as('x')).leftJoin(unitRanks(db, actor), 'r.id', 'x.org_unit_id')
      return sliced(rows.select('x.id').orderBy('r.rank', direction).orderBy('x.place'), slice).execute()
    },
    completed: () => {
      const completed = facts.courses.length === 0 ? sql<number>`0` : completedBy(db, actor, facts.courses)
      const rows = db.selectFrom(placed.select(completed.as('completed')).as('x')).select('x.id')
      return sliced(rows.orderBy('x.completed', direction).orderBy('x.place'), slice).execute()
    },
    // People whose certificates do not run out stand last in both directions.
    valid: () => {
      const rows = db
        .selectFrom(placed.as('x'))
        .leftJoin(nextExpiry(db, actor, facts.today).as('n'), 'n.person_id', 'x.id')
        .select('x.id')
      const next = rows.orderBy('n.next', (order) => (query.descending ? order.desc().nullsLast() : order.asc().nullsLast()))
      return sliced(next.orderBy('x.place'), slice).execute()
    },
  }
  return (await sorted[query.sort]()).map(({ id }) => id)
}

/** For each person the day on which their next certificate runs out, today (YYYY-MM-DD) at the earliest; null where none does. */
const nextExpiry = (db: Db, actor: Actor<'hr'>, today: string) =>
  // The day stands in the sum and not in a condition: as a condition it would draw the planner to all certificates by day instead of these people's.
  papersInForce(db, actor)
    .select(['c.person_id', sql<string | null>`min(case when c.valid_until >= ${today} then c.valid_until end)`.as('next')])
    .groupBy('c.person_id')

/** The people with names, completions and certificates: three statements, none for nobody. */
const withStatus = async (db: Db, actor: Actor<'hr'>, ids: readonly string[], { courses, today }: PeopleListFacts): Promise<readonly PeopleListRow[]> => {
  if (ids.length === 0) return []
  const completed = new Map<string, string>()
  const states = db
    .selectFrom('course_state as s')
    .select(['s.person_id', 's.course_id', 's.completed_at'])
    .where('s.authority_id', '=', actor.authority_id)
    .where('s.completed_at', 'is not', null)
    .where('s.person_id', 'in', ids)
  for (const { person_id, course_id, completed_at } of await states.execute())
    if (completed_at !== null) completed.set(`${person_id} ${course_id}`, dateInBerlin(completed_at))

  const papers = nextExpiry(db, actor, today).where('c.person_id', 'in', ids)
  const next = new Map((await papers.execute()).map((row) => [row.person_id, row.next]))
  const described = await namePeople(db, actor, ids)
  return ids.flatMap((id): PeopleListRow[] => {
    const person = described.get(id)
    if (person === undefined) return []
    const completed_on = courses.map((course) => completed.get(`${id} ${course}`) ?? null)
    return [{ ...person, completed_on, valid_until: next.get(id) ?? null }]
  })
}
