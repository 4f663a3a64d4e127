/** The people an assignment is for: what may be asked and what comes back. Screen and files are drawn from the same rows. */
import { z } from 'zod'
import type { RoleProfile } from '#db/schema.ts'
import type { AssignedStatus } from './rules.ts'

const SORTS = ['name', 'unit', 'due', 'status', 'date'] as const
export type AssignedSort = (typeof SORTS)[number]
export const ASSIGNED_STATUSES = ['overdue', 'open', 'completed'] as const satisfies readonly AssignedStatus[]

/** One person who is meant. */
export interface AssignedPerson {
  /** For the link to their page; no file carries it. */
  readonly id: string
  readonly family_name: string
  readonly given_name: string
  readonly unit: string
  readonly role_profile: RoleProfile
  /** The person's own date. */
  readonly due_on: string
  readonly status: AssignedStatus
  /** Calendar day in Europe/Berlin, null while open. */
  readonly completed_on: string | null
}

/** Filters and order; empty filters mean everybody. */
export interface AssignedQuery {
  /** Org unit, by id. */
  readonly unit: string
  readonly status: AssignedStatus | ''
  readonly sort: AssignedSort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
}

/** People on a page. */
export const ASSIGNED_PAGE = 50

/** Reads the query of a URL: what makes no sense there counts as not said. */
export const assignedQuery = z
  .object({
    unit: z.string().max(80).catch(''),
    status: z.enum([...ASSIGNED_STATUSES, '']).catch(''),
    sort: z.enum(SORTS.flatMap((sort) => [sort, `-${sort}` as const])).catch('name'),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  })
  .transform(({ sort, ...rest }): AssignedQuery => ({ ...rest, sort: sort.replace('-', '') as AssignedSort, descending: sort.startsWith('-') }))

/** Filters as they stand in the URL; what is not said is left out. */
export const assignedParameters = (query: AssignedQuery): { status?: string; unit?: string; sort?: string; page?: string } => ({
  ...(query.status === '' ? {} : { status: query.status }),
  ...(query.unit === '' ? {} : { unit: query.unit }),
  ...(query.sort === 'name' && !query.descending ? {} : { sort: `${query.descending ? '-' : ''}${query.sort}` }),
  ...(query.page === 1 ? {} : { page: String(query.page) }),
})

/** Which assignments the overview shows; '' all. */
export const assignmentsQuery = z.object({
  state: z.enum(['current', 'overdue', 'ended', 'withdrawn', '']).catch(''),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  done: z.string().max(20).catch(''),
})

/** Assignments on a page of the overview. */
export const ASSIGNMENTS_PAGE = 25
