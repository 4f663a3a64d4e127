import { sql } from 'kysely'
import type { Actor } from '#app/domain/actor.ts'
import { daysBetween } from '#app/platform/calendar.ts'
import type { Db } from '#db/types.ts'
import { requireSight } from '../privacy/policy.ts'
import { boundsOf, CERTIFICATE_PAGE_SIZE, type CertificateListQuery, type CertificateListRow, type CertificateSort, type Expiring } from './certificate-list.ts'
import { papersInForce } from './certificates-in-force.ts'
import { nameKey } from './name-key.ts'

/** One page of the list with the number of all certificates the filters leave. */
export interface CertificateListPage {
  readonly rows: readonly CertificateListRow[]
  readonly certificates: number
  /** The page shown: the last one when a later one was asked for. */
  readonly page: number
  readonly pages: number
}

/** Id of the filtered course ('' for all) and today (YYYY-MM-DD). */
export interface CertificateListFacts {
  readonly course: string
  readonly today: string
}

/** Certificates in force of the active people of the actor's authority, 50 to a page. */
export const listCertificatePage = async (
  db: Db,
  actor: Actor<'hr'>,
  query: CertificateListQuery,
  facts: CertificateListFacts,
): Promise<CertificateListPage> => {
  requireNamedCertificates(actor)
  const { certificates } = await papersOf(db, actor, query, facts).select(sql<number>`count(*)`.as('certificates')).executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(certificates) / CERTIFICATE_PAGE_SIZE))
  const page = Math.min(query.page, pages)
  const rows = await sortedPapers(db, actor, query, facts)
    .limit(CERTIFICATE_PAGE_SIZE)
    .offset((page - 1) * CERTIFICATE_PAGE_SIZE)
    .execute()
  return { rows: rows.map((row) => asRow(row, facts.today)), certificates: Number(certificates), page, pages }
}

/** The whole filtered list in the same order, for the files. */
export const listCertificates = async (
  db: Db,
  actor: Actor<'hr'>,
  query: CertificateListQuery,
  facts: CertificateListFacts,
): Promise<readonly CertificateListRow[]> => {
  requireNamedCertificates(actor)
  return (await sortedPapers(db, actor, query, facts).execute()).map((row) => asRow(row, facts.today))
}

/** How many certificates of active people have run out or do so in the next 30, 60 and 90 days. One statement over what ends by then. */
export const countExpiring = async (db: Db, actor: Actor<'hr'>, { today }: { readonly today: string }): Promise<Expiring> => {
  requireSight(actor, 'certificate', 'status')
  const until = (within: '30' | '60' | '90') => sql<number>`count(case when c.valid_until between ${today} and ${boundsOf(within, today).until} then 1 end)`
  const counted = await ofActivePeople(db, actor)
    .where('c.valid_until', '<=', boundsOf('90', today).until)
    .select([
      sql<number>`count(case when c.valid_until < ${today} then 1 end)`.as('expired'),
      until('30').as('in_30'),
      until('60').as('in_60'),
      until('90').as('in_90'),
    ])
    .executeTakeFirstOrThrow()
  return { expired: Number(counted.expired), in_30: Number(counted.in_30), in_60: Number(counted.in_60), in_90: Number(counted.in_90) }
}

const requireNamedCertificates = (actor: Actor<'hr'>) => {
  requireSight(actor, 'name', 'all')
  requireSight(actor, 'certificate', 'status')
}

const ofActivePeople = (db: Db, actor: Actor<'hr'>) =>
  papersInForce(db, actor)
    .innerJoin('person as p', (join) => join.onRef('p.id', '=', 'c.person_id').on('p.authority_id', '=', actor.authority_id))
    .where('p.deactivated_at', 'is', null)

const papersOf = (db: Db, actor: Actor<'hr'>, { within, unit }: CertificateListQuery, { course, today }: CertificateListFacts) => {
  let papers = ofActivePeople(db, actor)
  if (unit !== '') papers = papers.where('p.org_unit_id', '=', unit)
  if (course !== '') papers = papers.where('c.course_id', '=', course)
  if (within !== '') {
    const { from, until } = boundsOf(within, today)
    papers = papers.where('c.valid_until', '<=', until)
    if (from !== null) papers = papers.where('c.valid_until', '>=', from)
  }
  return papers
}

const sortedPapers = (db: Db, actor: Actor<'hr'>, query: CertificateListQuery, facts: CertificateListFacts) => {
  const direction = query.descending ? 'desc' : 'asc'
  const rows = papersOf(db, actor, query, facts)
    .innerJoin('org_unit as u', (join) => join.onRef('u.id', '=', 'p.org_unit_id').on('u.authority_id', '=', actor.authority_id))
    .innerJoin('course as k', 'k.id', 'c.course_id')
    .select(['c.id', 'c.person_id', 'p.family_name', 'p.given_name', 'u.name as unit', 'c.course_id', 'k.number as course_number'])
    .select(['c.completed_on', 'c.valid_until'])
  const first: Record<CertificateSort, () => typeof rows> = {
    // What does not run out stands last in both directions. With a filter on days nothing of the kind is left, and the index gives the order.
    valid: () => (query.within === '' ? rows.orderBy(sql`c.valid_until is null`) : rows).orderBy('c.valid_until', direction),
    name: () => rows.orderBy(nameKey('p.family_name'), direction).orderBy(nameKey('p.given_name'), direction),
    unit: () => rows.orderBy(nameKey('u.name'), direction),
    course: () => rows.orderBy('k.number', direction),
  }
  const named = query.sort === 'name' ? first.name() : first[query.sort]().orderBy(nameKey('p.family_name')).orderBy(nameKey('p.given_name'))
  return named.orderBy('k.number').orderBy('c.id')
}

const asRow = <Row extends Omit<CertificateListRow, 'days_left'>>(row: Row, today: string): CertificateListRow => ({
  ...row,
  days_left: row.valid_until === null ? null : daysBetween(today, row.valid_until),
})
