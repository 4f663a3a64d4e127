import type { Db, Tx } from '#db/types.ts'
import { readEvent } from './events.ts'
import { foldAll, type States } from './fold.ts'
import { insertStates } from './insert-states.server.ts'

const STATE_TABLES = ['item_state', 'module_state', 'course_state'] as const

/** A state that is not what the ledger says. `column` is null where the whole row is missing or one too many. */
export interface Difference {
  readonly table: (typeof STATE_TABLES)[number]
  /** Ids only: authority, person, course, module, item. */
  readonly key: string
  readonly column: string | null
}

export interface Comparison {
  readonly events: number
  readonly states: number
  readonly differences: readonly Difference[]
}

/** Folds the whole ledger anew and names every state that differs. Writes nothing. In a transaction it sees one moment. */
export const compareWithLedger = (db: Db): Promise<Comparison> => overAuthorities(db, async () => undefined)

/** As `compareWithLedger`, and replaces the states of every authority where one differs. */
export const rebuildStates = (tx: Tx): Promise<Comparison> =>
  overAuthorities(tx, async (authorityId, folded) => {
    for (const table of STATE_TABLES) await tx.deleteFrom(table).where('authority_id', '=', authorityId).execute()
    await insertStates(tx, folded)
  })

const overAuthorities = async (db: Db, repair: (authorityId: string, folded: States) => Promise<void>): Promise<Comparison> => {
  const authorities = await db.selectFrom('authority').select('id').orderBy('id').execute()
  let events = 0
  let states = 0
  const differences: Difference[] = []
  for (const { id } of authorities) {
    const folded = await foldAuthority(db, id)
    const found = compare(await storedStates(db, id), folded.states)
    if (found.length > 0) await repair(id, folded.states)
    events += folded.events
    states += folded.states.items.length + folded.states.modules.length + folded.states.courses.length
    differences.push(...found)
  }
  return { events, states, differences }
}

const foldAuthority = async (db: Db, authorityId: string) => {
  const rows = await db.selectFrom('learning_event').selectAll().where('authority_id', '=', authorityId).orderBy('seq').execute()
  return { events: rows.length, states: foldAll(rows.map((row) => readEvent({ ...row }))) }
}

const storedStates = async (db: Db, authorityId: string): Promise<States> => ({
  items: await db.selectFrom('item_state').selectAll().where('authority_id', '=', authorityId).execute(),
  modules: await db.selectFrom('module_state').selectAll().where('authority_id', '=', authorityId).execute(),
  courses: await db.selectFrom('course_state').selectAll().where('authority_id', '=', authorityId).execute(),
})

const compare = (stored: States, folded: States): Difference[] => [
  ...compareRows('item_state', stored.items, folded.items),
  ...compareRows('module_state', stored.modules, folded.modules),
  ...compareRows('course_state', stored.courses, folded.courses),
]

type Row = Readonly<Record<string, unknown>>

const compareRows = (table: Difference['table'], stored: readonly object[], folded: readonly object[]): Difference[] => {
  const there = byKey(stored)
  const wanted = byKey(folded)
  const keys = new Set([...there.keys(), ...wanted.keys()])
  return [...keys].flatMap((key): Difference[] => {
    const [is, should] = [there.get(key), wanted.get(key)]
    if (is === undefined || should === undefined) return [{ table, key, column: null }]
    return Object.keys(should).flatMap((column) => (is[column] === should[column] ? [] : [{ table, key, column }]))
  })
}

const byKey = (rows: readonly object[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [KEY.flatMap((column) => ((row as Row)[column] === undefined ? [] : [String((row as Row)[column])])).join(' '), row as Row]))

const KEY = ['authority_id', 'person_id', 'course_id', 'module_id', 'item_id'] as const
