import type { SelectQueryBuilder } from 'kysely'

/** Rows of a list: as many as `count` after the first `from`. */
export interface Slice {
  readonly from: number
  readonly count: number
}

/** The rows of a page, counted from 1. */
export const pageSlice = (page: number, size: number): Slice => ({ from: (page - 1) * size, count: size })

/** The query, for these rows alone; without a slice for all of them. */
export const sliced = <DB, TB extends keyof DB, O>(rows: SelectQueryBuilder<DB, TB, O>, slice: Slice | undefined): SelectQueryBuilder<DB, TB, O> =>
  slice === undefined ? rows : rows.limit(slice.count).offset(slice.from)
