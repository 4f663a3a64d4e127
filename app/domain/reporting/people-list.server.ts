import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Actor } from '#app/domain/actor.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import type { Db } from '#db/types.ts'
import { requireSight } from '../privacy/policy.ts'
import { papersInForce } from './certificates-in-force.ts'
import { nameContains, nameKey, searchWords } from './name-key.ts'
import { PEOPLE_PAGE_SIZE, type PeopleListQuery, type PeopleListRow, type PeopleSort } from './people-list.ts'

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
  const { people } = await peopleOf(db, actor, query, facts).select(sql<number>`count(*)`.as('people')).executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(people) / PEOPLE_PAGE_SIZE))
  const page = Math.min(query.page, pages)
  const found = await sortedPeople(db, actor, query, facts)
    .limit(PEOPLE_PAGE_SIZE)
    .offset((page - 1) * PEOPLE_PAGE_SIZE)
    .execute()
  return { rows: await withStatus(db, actor, found, facts), people: Number(people), page, pages }
}

/** People whose completions are read in one go for a file; between two of these other requests get their turn. */
const AT_ONCE = 500

/** The whole filtered list in the same order, for the files. */
export const listPeople = async (db: Db, actor: Actor<'hr'>, query: PeopleListQuery, facts: PeopleListFacts): Promise<readonly PeopleListRow[]> => {
  requireNamedStatus(actor)
  const found = await sortedPeople(db, actor, query, facts).execute()
  const rows: PeopleListRow[] = []
  for (let from = 0; from < found.length; from += AT_ONCE) {
    await setImmediate()
    rows.push(...(await withStatus(db, actor, found.slice(from, from + AT_ONCE), facts)))
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
    .select(sql<number>`count(*)`.as('completed'))
    .where('s.authority_id', '=', actor.authority_id)
    .whereRef('s.person_id', '=', 'p.id' as never)
    .where('s.completed_at', 'is not', null)
    .where('s.course_id', 'in', [...courses])

/** Everybody who is left by the filters, once. */
const peopleOf = (db: Db, actor: Actor<'hr'>, { unit, status, name }: PeopleListQuery, { courses, course }: PeopleListFacts) => {
  let people = db.selectFrom('person as p').where('p.authority_id', '=', actor.authority_id).where('p.deactivated_at', 'is', null)
  if (unit !== '') people = people.where('p.org_unit_id', '=', unit)
  const asked = course === '' ? courses : [course]
  if (status !== '' && asked.length > 0) people = people.where(completedBy(db, actor, asked), status === 'completed' ? '=' : '<', asked.length)
  for (const word of searchWords(name)) people = people.where((on) => on.or([nameContains('p.family_name', word), nameContains('p.given_name', word)]))
  return people
}

const sortedPeople = (db: Db, actor: Actor<'hr'>, query: PeopleListQuery, facts: PeopleListFacts) => {
  const direction = query.descending ? 'desc' : 'asc'
  const rows = peopleOf(db, actor, query, facts)
    .innerJoin('org_unit as u', (join) => join.onRef('u.id', '=', 'p.org_unit_id').on('u.authority_id', '=', actor.authority_id))
    .select(['p.id', 'p.family_name', 'p.given_name', 'u.name as unit', 'p.role_profile'])
  const next = papersInForce(db, actor)
    .whereRef('c.person_id', '=', 'p.id' as never)
    .where('c.valid_until', '>=', facts.today)
    .select((on) => on.fn.min('c.valid_until').as('next'))
  const first: Record<PeopleSort, () => typeof rows> = {
    name: () => rows.orderBy(nameKey('p.family_name'), direction).orderBy(nameKey('p.given_name'), direction),
    unit: () => rows.orderBy(nameKey('u.name'), direction),
    completed: () => (facts.courses.length === 0 ? rows : rows.orderBy(completedBy(db, actor, facts.courses), direction)),
    // People whose certificates do not run out stand last in both directions.
    valid: () => rows.orderBy(next, (order) => (query.descending ? order.desc().nullsLast() : order.asc().nullsLast())),
  }
  const named = query.sort === 'name' ? first.name() : first[query.sort]().orderBy(nameKey('p.family_name')).orderBy(nameKey('p.given_name'))
  return named.orderBy('p.id', query.sort === 'name' ? direction : 'asc')
}

type Found = Omit<PeopleListRow, 'completed_on' | 'valid_until'>

/** The people with completions and certificates: two statements, none for nobody. */
const withStatus = async (db: Db, actor: Actor<'hr'>, found: readonly Found[], { courses, today }: PeopleListFacts): Promise<readonly PeopleListRow[]> => {
  const ids = found.map(({ id }) => id)
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

  // The day stands in the sum and not in a condition: as a condition it would draw the planner to all certificates by day instead of these people's.
  const papers = papersInForce(db, actor)
    .where('c.person_id', 'in', ids)
    .select(['c.person_id', sql<string | null>`min(case when c.valid_until >= ${today} then c.valid_until end)`.as('next')])
    .groupBy('c.person_id')
  const next = new Map((await papers.execute()).map((row) => [row.person_id, row.next]))
  return found.map(
    (person): PeopleListRow => ({
      ...person,
      completed_on: courses.map((course) => completed.get(`${person.id} ${course}`) ?? null),
      valid_until: next.get(person.id) ?? null,
    }),
  )
}
