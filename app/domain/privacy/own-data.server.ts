/** Everything stored about the actor, read piece by piece: for the page "Meine Daten" and its files. Reads the actor's own rows only. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Schema } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { givenColumns, OWN_TABLES, type OwnPart, type OwnRow, type OwnTable, whereabouts } from './own-data.ts'
import { concerns, getStanding, type Standing } from './trail.server.ts'

/** How much there is of a table. */
export interface OwnCount {
  readonly table: OwnTable
  readonly rows: number
  /** Instant of the newest row; null where there is none. */
  readonly newest: string | null
}

/** Rows read at once. Between two such pieces others get their turn. */
const PIECE = 1000

/** How many rows there are of each table, and how new they are. */
export const countOwnData = async (db: Db, actor: Actor<'learner'>): Promise<readonly OwnCount[]> => {
  const standing = await getStanding(db, actor)
  const counts: OwnCount[] = []
  for (const table of OWN_TABLES) {
    const { rows, newest } = await rowsOf(db, actor, table, 'about', standing)
      .select((on) => [on.fn.countAll<number>().as('rows'), on.fn.max<string | null>(sql.ref(whereabouts[table].newest)).as('newest')])
      .executeTakeFirstOrThrow()
    counts.push({ table, rows: Number(rows), newest })
  }
  return counts
}

/** All of it: first table by table what is about the actor, then what the actor's own acts left in rows about others. */
export async function* readOwnData(db: Db, actor: Actor<'learner'>): AsyncGenerator<OwnPart, void> {
  const standing = await getStanding(db, actor)
  const names = await namesFor(db, actor)
  for (const why of ['about', 'acted'] as const) {
    for (const table of OWN_TABLES) {
      if (why === 'acted' && !('acted' in whereabouts[table])) continue
      const given = rowReader(table, why)
      for (let last: Stored | undefined, first = true; first || last !== undefined; first = false) {
        const stored = await readPiece(db, actor, table, why, standing, last)
        yield { table, why, rows: await names.say(stored.map(given), why) }
        last = stored.length < PIECE ? undefined : stored.at(-1)
      }
    }
  }
}

type Why = OwnPart['why']
type Stored = Readonly<Record<string, unknown>>
/** Tables are chosen at run time, so they all pass for one of them here; the tests read every one of them. */
type SomeTable = 'note'

const rowsOf = (db: Db, actor: Actor, table: OwnTable, why: Why, standing: Standing) =>
  db
    .selectFrom(table as SomeTable)
    .where('authority_id', '=', actor.authority_id)
    .where((on) => (why === 'about' ? about(on, actor, table, standing) : acted(on, actor, table)))

type On = ExpressionBuilder<Schema, SomeTable>
const ref = (column: string) => sql.ref<string | null>(column)

const about = (on: On, actor: Actor, table: OwnTable, standing: Standing): Expression<SqlBool> =>
  table === 'audit_entry'
    ? concerns(actor, standing)(on as unknown as ExpressionBuilder<Schema, 'audit_entry'>)
    : on(ref(whereabouts[table].owner), '=', actor.person_id)

/** Rows about the actor are given out as such already. */
const acted = (on: On, actor: Actor, table: OwnTable): Expression<SqlBool> => {
  const { acted: by, owner } = detailsOf(table)
  if (by === undefined) return sql<SqlBool>`1 = 0`
  return on.and([on(ref(by.by), '=', actor.person_id), on.or([on(ref(owner), 'is', null), on(ref(owner), '!=', actor.person_id)])])
}

interface Details {
  readonly owner: string
  readonly order: readonly string[]
  readonly json?: readonly string[]
  readonly acted?: { readonly by: string; readonly columns: readonly string[] }
}
const detailsOf = (table: OwnTable): Details => whereabouts[table]

/** Up to `PIECE` rows behind the last one. The order is unique for a person, so that no row is left out or read twice. */
const readPiece = async (db: Db, actor: Actor, table: OwnTable, why: Why, standing: Standing, last: Stored | undefined): Promise<readonly Stored[]> => {
  const { order } = detailsOf(table)
  const columns = [...new Set([...givenColumns(table).map(({ column }) => column), ...order])]
  let query = rowsOf(db, actor, table, why, standing)
    .select(columns.map((column) => ref(column).as(column)))
    .limit(PIECE)
  if (last !== undefined) {
    query = query.where(sql<SqlBool>`(${sql.join(order.map((column) => sql.ref(column)))}) > (${sql.join(order.map((column) => last[column]))})`)
  }
  for (const column of order) query = query.orderBy(ref(column))
  return query.execute()
}

/** Makes a row what the person gets: under the names of the data map; of an own act only what it says without naming others. */
const rowReader = (table: OwnTable, why: Why): ((row: Stored) => OwnRow) => {
  const { json = [], acted: by } = detailsOf(table)
  const columns = givenColumns(table)
    .filter(({ column }) => why === 'about' || by?.columns.includes(column))
    .map(({ column, name }) => ({ column, name, isJson: json.includes(column) }))
  return (row) => {
    const given: Record<string, unknown> = {}
    for (const { column, name, isJson } of columns) given[name] = isJson ? JSON.parse(String(row[column])) : (row[column] ?? null)
    return given
  }
}

/**
 * Ids of units and people become names: of units, and of who acted on the actor's data. A colleague is named with what the page of
 * the trail says too, the name; ids and addresses of others are not given out. Whom an own act was about is left out.
 */
const namesFor = async (db: Db, actor: Actor) => {
  const units = await db
    .selectFrom('org_unit')
    .select(['org_unit.id', 'org_unit.name'])
    .where('org_unit.authority_id', '=', actor.authority_id)
    .orderBy('org_unit.id')
    .execute()
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const people = new Map<string, string>()
  const personName = async (id: unknown): Promise<string | null> => {
    if (typeof id !== 'string') return null
    const known = people.get(id)
    if (known !== undefined) return known
    const person = await db
      .selectFrom('person')
      .select(['person.given_name', 'person.family_name'])
      .where('person.authority_id', '=', actor.authority_id)
      .where('person.id', '=', id)
      .executeTakeFirst()
    const name = person === undefined ? '' : `${person.given_name} ${person.family_name}`
    people.set(id, name)
    return name
  }
  const unitName = (id: unknown) => (typeof id === 'string' ? (unitNames.get(id) ?? null) : null)
  const sayOne = async (row: OwnRow, why: Why): Promise<OwnRow> => ({
    ...row,
    ...('org_unit' in row && { org_unit: unitName(row.org_unit) }),
    ...('created_by' in row && { created_by: await personName(row.created_by) }),
    ...('actor' in row && { actor: await personName(row.actor) }),
    ...('detail' in row && { detail: withUnitName(row.detail, unitName) }),
    ...(why === 'acted' && (row.subject_kind === 'person' || row.subject_kind === 'certificate') && { subject: null }),
  })
  const say = async (rows: readonly OwnRow[], why: Why): Promise<readonly OwnRow[]> => {
    const [first] = rows
    if (first === undefined || !NAMED.some((name) => name in first)) return rows
    const said: OwnRow[] = []
    for (const row of rows) said.push(await sayOne(row, why))
    return said
  }
  return { say }
}

/** Where ids stand that are not given out as they are. */
const NAMED = ['org_unit', 'created_by', 'actor', 'detail'] as const

const withUnitName = (detail: unknown, unitName: (id: unknown) => string | null): unknown =>
  typeof detail === 'object' && detail !== null && 'unit' in detail ? { ...detail, unit: unitName(detail.unit) } : detail
