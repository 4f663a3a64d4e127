/** The list of people of one course: what may be asked and what comes back. Screen and CSV are drawn from the same rows. */
import { z } from 'zod'
import type { RoleProfile } from '#db/schema.ts'

/** All that HR may know of a person and a course. There is no third state: whether somebody has begun is not shown. */
export type CompletionStatus = 'open' | 'completed'

export const SORTS = ['name', 'unit', 'status', 'date'] as const
export type CourseListSort = (typeof SORTS)[number]

/** One person of the list. */
export interface CourseListRow {
  /** Of the person, for the link to their page; no file carries it. */
  readonly id: string
  readonly family_name: string
  readonly given_name: string
  readonly unit: string
  readonly role_profile: RoleProfile
  readonly status: CompletionStatus
  /** Calendar date in Europe/Berlin (YYYY-MM-DD), null while open. */
  readonly completed_on: string | null
}

/** Filters and order. Empty filters mean everybody. */
export interface CourseListQuery {
  /** Org unit, by id. */
  readonly unit: string
  readonly status: CompletionStatus | ''
  /** Parts of given and family name, in any order. */
  readonly name: string
  readonly sort: CourseListSort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
}

export const PAGE_SIZE = 25

/** Reads the query of a URL: what makes no sense there counts as not said, so that an old link still shows a list. */
export const courseListQuery = z
  .object({
    unit: z.string().max(80).catch(''),
    status: z.enum(['open', 'completed', '']).catch(''),
    name: z.string().trim().max(80).catch(''),
    sort: z.enum(SORTS.flatMap((sort) => [sort, `-${sort}` as const])).catch('name'),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  })
  .transform(({ sort, ...rest }): CourseListQuery => ({ ...rest, ...orderOf<CourseListSort>(sort) }))

/** A sort as it stands in the URL ("-date": by date, descending), taken apart. */
export const orderOf = <Sort extends string>(sort: Sort | `-${Sort}`): { readonly sort: Sort; readonly descending: boolean } => ({
  sort: sort.replace(/^-/, '') as Sort,
  descending: sort.startsWith('-'),
})

/** The sort of a query as it stands in the URL. */
export const sortParameter = ({ sort, descending }: { readonly sort: string; readonly descending: boolean }): string => (descending ? `-${sort}` : sort)
