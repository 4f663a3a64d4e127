/** The list of all people of the authority: what may be asked and what comes back. */
import { z } from 'zod'
import type { RoleProfile } from '#db/schema.ts'
import { type CompletionStatus, orderOf } from './course-list.ts'

export const PEOPLE_SORTS = ['name', 'unit', 'completed', 'valid'] as const
export type PeopleSort = (typeof PEOPLE_SORTS)[number]

/** One person of the list. */
export interface PeopleListRow {
  /** For the link to their page; no file carries it. */
  readonly id: string
  readonly family_name: string
  readonly given_name: string
  readonly unit: string
  readonly role_profile: RoleProfile
  /** Calendar date of completion for each course asked for, in that order; null while open. */
  readonly completed_on: readonly (string | null)[]
  /** Last day of the certificate that runs out next, of those that hold today; null where none runs out. */
  readonly valid_until: string | null
}

/** Filters and order. Empty filters mean everybody. */
export interface PeopleListQuery {
  /** Org unit, by id. */
  readonly unit: string
  /** Slug of the course that `status` is about; '' for all courses together. */
  readonly course: string
  /** With a course: whether it is completed. Without: `completed` those who have completed every course, `open` everybody else. */
  readonly status: CompletionStatus | ''
  /** Parts of given and family name, in any order. */
  readonly name: string
  readonly sort: PeopleSort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
}

export const PEOPLE_PAGE_SIZE = 50

/** Reads the query of a URL: what makes no sense there counts as not said. */
export const peopleListQuery = z
  .object({
    unit: z.string().max(80).catch(''),
    course: z.string().max(120).catch(''),
    status: z.enum(['open', 'completed', '']).catch(''),
    name: z.string().trim().max(80).catch(''),
    sort: z.enum(PEOPLE_SORTS.flatMap((sort) => [sort, `-${sort}` as const])).catch('name'),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  })
  .transform(({ sort, ...rest }): PeopleListQuery => ({ ...rest, ...orderOf<PeopleSort>(sort) }))
