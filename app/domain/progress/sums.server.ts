/**
 * Proof that the sums behind the figures are right. The database keeps them by triggers (`db/migrations/0004-sums.ts`); here the same is counted
 * from people and completions, without SQL that adds up, and compared. For the rebuild and for tests; no page waits for it.
 */
import type { RoleProfile } from '#db/schema.ts'
import type { Db, Tx } from '#db/types.ts'

/** How many people of a unit and role profile have completed exactly these courses. */
interface CombinationRow {
  readonly authority_id: string
  readonly org_unit_id: string
  readonly courses: string
  readonly role_profile: RoleProfile
  readonly people: number
}

/** How many people completed a course in an hour, by the hour from which on it counts. */
interface HourRow {
  readonly authority_id: string
  readonly course_id: string
  readonly counted_hour: string
  readonly completed_hour: string
  readonly people: number
}

interface Sums {
  readonly combination: readonly CombinationRow[]
  readonly completion_hour: readonly HourRow[]
}

/** A sum that is not what people and completions add up to. 0 where there is no row. */
export interface SumDifference {
  readonly table: keyof Sums
  /** Ids and hours only. */
  readonly key: string
  readonly is: number
  readonly should: number
}

/** Counts the sums of all authorities anew and names every one that differs. Writes nothing. In a transaction it sees one moment. */
export const compareSums = (db: Db): Promise<readonly SumDifference[]> => overAuthorities(db, async () => undefined)

/** As `compareSums`, and replaces the sums of every authority where one differs. */
export const rebuildSums = (tx: Tx): Promise<readonly SumDifference[]> =>
  overAuthorities(tx, async (authorityId, { combination, completion_hour }) => {
    await tx.deleteFrom('combination').where('authority_id', '=', authorityId).execute()
    await tx.deleteFrom('completion_hour').where('authority_id', '=', authorityId).execute()
    for (const row of combination) await tx.insertInto('combination').values(row).execute()
    for (const row of completion_hour) await tx.insertInto('completion_hour').values(row).execute()
  })

const overAuthorities = async (db: Db, repair: (authorityId: string, counted: Sums) => Promise<void>): Promise<readonly SumDifference[]> => {
  const differences: SumDifference[] = []
  for (const { id } of await db.selectFrom('authority').select('id').orderBy('id').execute()) {
    const counted = await countSums(db, id)
    const kept: Sums = {
      combination: await db.selectFrom('combination').selectAll().where('authority_id', '=', id).execute(),
      completion_hour: await db.selectFrom('completion_hour').selectAll().where('authority_id', '=', id).execute(),
    }
    const found = [...compare('combination', kept, counted), ...compare('completion_hour', kept, counted)]
    if (found.length > 0) await repair(id, counted)
    differences.push(...found)
  }
  return differences
}

const countSums = async (db: Db, authority_id: string): Promise<Sums> => {
  const people = await db
    .selectFrom('person')
    .select(['id', 'org_unit_id', 'role_profile', 'created_at'])
    .where('authority_id', '=', authority_id)
    .where('deactivated_at', 'is', null)
    .execute()
  const states = await db
    .selectFrom('course_state')
    .select(['person_id', 'course_id', 'completed_at'])
    .where('authority_id', '=', authority_id)
    .where('completed_at', 'is not', null)
    .execute()
  const completed = new Map<string, { readonly course_id: string; readonly at: string }[]>(people.map(({ id }) => [id, []]))
  for (const { person_id, course_id, completed_at } of states) if (completed_at !== null) completed.get(person_id)?.push({ course_id, at: completed_at })
  const combinations = new Map<string, CombinationRow>()
  const hours = new Map<string, HourRow>()
  for (const { id, org_unit_id, role_profile, created_at } of people) {
    const own = completed.get(id) ?? []
    const courses = own.map(({ course_id }) => course_id).sort(byBytes)
    addOne(combinations, { authority_id, org_unit_id, courses: courses.join(' '), role_profile })
    for (const { course_id, at } of own)
      addOne(hours, { authority_id, course_id, counted_hour: hourOf([at, created_at].sort(byBytes)[1] ?? at), completed_hour: hourOf(at) })
  }
  return { combination: [...combinations.values()], completion_hour: [...hours.values()] }
}

const hourOf = (instant: string) => instant.slice(0, 13)
/** The order of the database. Ids are plain ASCII, for which it is that of JavaScript. */
const byBytes = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const addOne = <Row extends { readonly people: number }>(rows: Map<string, Row>, key: Omit<Row, 'people'>) => {
  const name = nameOf(key)
  rows.set(name, { ...key, people: (rows.get(name)?.people ?? 0) + 1 } as Row)
}

const compare = (table: keyof Sums, kept: Sums, counted: Sums): readonly SumDifference[] => {
  const [is, should] = [byName(kept[table]), byName(counted[table])]
  return [...new Set([...is.keys(), ...should.keys()])].flatMap((key) => {
    const [there, wanted] = [is.get(key) ?? 0, should.get(key) ?? 0]
    return there === wanted ? [] : [{ table, key, is: there, should: wanted }]
  })
}

const byName = (rows: Sums[keyof Sums]): ReadonlyMap<string, number> => new Map(rows.map(({ people, ...key }) => [nameOf(key), people]))
const nameOf = (key: object) =>
  Object.entries(key)
    .sort(([a], [b]) => byBytes(a, b))
    .map(([column, value]) => `${column} ${value}`)
    .join(' · ')
