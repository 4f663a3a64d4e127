/**
 * Where the data of a person stands: every table of the data map that holds something about people, and how its rows are found.
 * Complete by its type: a new table does not compile until it is said here. Which columns are given out says the data map.
 */
import type { PersonalColumn, Retention } from '#db/data-facts.ts'
import { dataMap, type ExportName, type PersonalTable } from '#db/data-map.ts'
import type { Schema } from '#db/schema.ts'

type Column<T extends PersonalTable> = keyof Schema[T] & string

/** A table whose rows belong to people with an account. */
interface Owned<T extends PersonalTable> {
  /** Holds the id of the person whose row it is. */
  readonly owner: Column<T>
  /** Tells the person's rows apart and stands as an index has them, so that many rows are read piece by piece. Never null. */
  readonly order: readonly Column<T>[]
  /** The instant that says how new a row is. */
  readonly newest: Column<T>
  /** Columns of JSON text, given out as what they hold. */
  readonly json?: readonly Column<T>[]
  /**
   * Rows about other people in which the person acted. These are own acts and given out too, but only with these columns: nothing that
   * says whom the act was about or what became of it.
   */
  readonly acted?: { readonly by: Column<T>; readonly columns: readonly Column<T>[] }
}

/** A table whose rows cannot be matched to an account: nobody's own data can be found in it. */
interface Unmatched {
  readonly owner: null
}

type Whereabouts = { readonly [T in PersonalTable]: Owned<T> | Unmatched }

const place = ['course_id', 'module_id', 'item_id'] as const

/** In the order in which the person reads it. */
export const whereabouts = {
  person: { owner: 'id', order: ['id'], newest: 'created_at' },
  person_role: { owner: 'person_id', order: ['role'], newest: 'granted_at' },
  invitation: { owner: 'person_id', order: ['id'], newest: 'created_at', acted: { by: 'created_by', columns: ['created_at'] } },
  session: { owner: 'person_id', order: ['id'], newest: 'last_seen_at' },
  held_form: { owner: 'person_id', order: ['id_hash'], newest: 'created_at', json: ['body'] },
  people_import: { owner: 'person_id', order: ['id'], newest: 'created_at' },
  course_state: { owner: 'person_id', order: ['course_id'], newest: 'last_active_at' },
  module_state: { owner: 'person_id', order: ['course_id', 'module_id'], newest: 'last_active_at' },
  learning_event: { owner: 'person_id', order: ['course_id', 'seq'], newest: 'occurred_at', json: ['payload'] },
  response: { owner: 'person_id', order: [...place, 'id'], newest: 'answered_at', json: ['answer'] },
  item_state: { owner: 'person_id', order: place, newest: 'answered_at' },
  reflection: { owner: 'person_id', order: place, newest: 'saved_at' },
  note: { owner: 'person_id', order: ['course_id', 'module_id', 'id'], newest: 'saved_at' },
  certificate: { owner: 'person_id', order: ['id'], newest: 'issued_at', json: ['content'] },
  item_flag: { owner: 'person_id', order: [...place, 'item_version', 'reason'], newest: 'raised_at' },
  /** Also lists that the person stood on, which name nobody: see `concerns` in trail.server.ts. */
  audit_entry: {
    owner: 'person_id',
    order: ['number'],
    newest: 'occurred_at',
    json: ['detail'],
    acted: { by: 'actor_id', columns: ['verb', 'subject_kind', 'subject_id', 'detail', 'occurred_at'] },
  },
  /** Sent without signing in, and not linked to an account. */
  barrier_report: { owner: null },
  /** Counts attempts under fingerprints, for an hour. */
  rate_limit: { owner: null },
} as const satisfies Whereabouts

/** The tables in which a person's rows can be found. */
export type OwnTable = { [T in PersonalTable]: (typeof whereabouts)[T] extends Unmatched ? never : T }[PersonalTable]
export const OWN_TABLES = (Object.keys(whereabouts) as PersonalTable[]).filter((table): table is OwnTable => whereabouts[table].owner !== null)

/** What a table's rows say, as the person gets it: under the names of the data map. */
export type OwnRow = Readonly<Partial<Record<ExportName, unknown>>>

/** Some rows of a table, in order. Every table is there at least once, also with no rows. */
export interface OwnPart {
  readonly table: OwnTable
  /** Rows about the person, or rows about others that an act of the person left. */
  readonly why: 'about' | 'acted'
  readonly rows: readonly OwnRow[]
}

/** The columns of a table that are given out, with their names there. */
export const givenColumns = (table: PersonalTable): readonly { readonly column: string; readonly name: ExportName }[] =>
  Object.entries<{ readonly exported_as: ExportName | null }>(dataMap[table] as Readonly<Record<string, PersonalColumn<ExportName | null>>>).flatMap(
    ([column, { exported_as }]) => (exported_as === null ? [] : [{ column, name: exported_as }]),
  )

/** How long the rows of a table are kept: that of their personal columns, which is one and the same in every table. */
export const retentionOf = (table: PersonalTable): Retention => {
  const [facts] = Object.values<{ readonly personal: boolean; readonly retention: Retention }>(dataMap[table]).filter(({ personal }) => personal)
  if (facts === undefined) throw new Error(`${table} holds nothing about people`)
  return facts.retention
}

/** What people call it: the sections of "Meine Daten". */
export const SECTIONS = {
  account: ['person', 'person_role', 'invitation'],
  signIns: ['session', 'held_form', 'people_import'],
  progress: ['course_state', 'module_state', 'learning_event'],
  answers: ['response', 'item_state'],
  privateTexts: ['reflection', 'note'],
  certificates: ['certificate'],
  hints: ['item_flag'],
  trail: ['audit_entry'],
} as const satisfies Readonly<Record<string, readonly OwnTable[]>>
export type Section = keyof typeof SECTIONS
