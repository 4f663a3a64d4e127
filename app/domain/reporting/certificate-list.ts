/** The list of certificates: what may be asked and what comes back. */
import { z } from 'zod'
import { dayAfter } from '#app/platform/calendar.ts'
import { orderOf } from './course-list.ts'

export const CERTIFICATE_SORTS = ['valid', 'name', 'unit', 'course'] as const
export type CertificateSort = (typeof CERTIFICATE_SORTS)[number]

/** Days from today in which a certificate runs out, today included, or those that have run out. */
export const WITHIN = ['30', '60', '90', 'expired'] as const
export type Within = (typeof WITHIN)[number]

/** One certificate in force. */
export interface CertificateListRow {
  readonly id: string
  readonly person_id: string
  readonly family_name: string
  readonly given_name: string
  readonly unit: string
  readonly course_id: string
  readonly course_number: number
  /** Calendar days. */
  readonly completed_on: string
  /** Last day of validity; null: does not expire. */
  readonly valid_until: string | null
  /** Days from today to that day; 0: today is the last one, negative: run out so many days ago. */
  readonly days_left: number | null
}

export interface CertificateListQuery {
  readonly within: Within | ''
  /** Slug; '' for all. */
  readonly course: string
  /** Org unit, by id. */
  readonly unit: string
  readonly sort: CertificateSort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
}

export const CERTIFICATE_PAGE_SIZE = 50

/** Reads the query of a URL: what makes no sense there counts as not said. */
export const certificateListQuery = z
  .object({
    within: z.enum([...WITHIN, '']).catch(''),
    course: z.string().max(120).catch(''),
    unit: z.string().max(80).catch(''),
    sort: z.enum(CERTIFICATE_SORTS.flatMap((sort) => [sort, `-${sort}` as const])).catch('valid'),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  })
  .transform(({ sort, ...rest }): CertificateListQuery => ({ ...rest, ...orderOf<CertificateSort>(sort) }))

/** First and last day of validity that a filter leaves (both included), as seen today. */
export const boundsOf = (within: Within, today: string): { readonly from: string | null; readonly until: string } =>
  within === 'expired' ? { from: null, until: dayAfter(today, -1) } : { from: today, until: dayAfter(today, Number(within)) }

/** How many certificates run out when. The windows contain one another: what runs out within 30 days does so within 60 as well. */
export interface Expiring {
  readonly expired: number
  readonly in_30: number
  readonly in_60: number
  readonly in_90: number
}
