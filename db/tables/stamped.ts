import type { ColumnType } from 'kysely'

/** A column that never changes after insert: no update of it compiles. */
export type Stamped<T> = ColumnType<T, T, never>
