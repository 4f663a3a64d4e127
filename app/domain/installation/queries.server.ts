/** Reads about the installation itself: who operates it, what its legal pages say, and which barriers were reported. */
import { addDays, dateInBerlin } from '#app/platform/calendar.ts'
import { prepared } from '#db/prepare.ts'
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { requireSight } from '../privacy/policy.ts'
import { Forbidden } from '../refusals.ts'
import type { Barrier } from './barrier.ts'
import { answerDays, type InstallationDetails, readDetails } from './details.ts'

export interface Installation {
  /** `contact_email` belongs to the authority itself and is there from its founding on. */
  readonly operator: { readonly id: string; readonly name: string; readonly contact_email: string }
  readonly details: InstallationDetails
  readonly changed_at: string
}

/** The installation, or undefined before the first authority was founded. Says nothing about a person. */
export const findInstallation = async (db: Db): Promise<Installation | undefined> => {
  const row = await db
    .selectFrom('installation')
    .innerJoin('authority', 'authority.id', 'installation.operator_id')
    .select(['authority.id', 'authority.name', 'authority.contact_email', 'installation.details', 'installation.changed_at'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { details, changed_at, ...operator } = row
  return { operator, details: readDetails(details), changed_at }
}

/** Whether the actor's authority operates the installation: its administrators see and change what concerns all. */
export const isOperator = async (db: Db, actor: Pick<Actor, 'authority_id'>): Promise<boolean> =>
  (await operatedBy(db, { operator_id: actor.authority_id })).length > 0

const operatedBy = prepared<{ readonly operator_id: string }>('operator_id')((db, { operator_id }) =>
  db.selectFrom('installation').select('operator_id').where('operator_id', '=', operator_id),
)

/** Whether who is looking may change what the legal pages say. */
export const isEditor = (installation: Installation | undefined, viewer: Actor | undefined): boolean =>
  viewer?.roles.has('admin') === true && viewer.authority_id === installation?.operator.id

/** The installation for an administrator of the authority that operates it. Throws Forbidden for any other. */
export const getOwnInstallation = async (db: Db, actor: Actor<'admin'>): Promise<Installation> => {
  const installation = await findInstallation(db)
  if (installation === undefined || installation.operator.id !== actor.authority_id) throw new Forbidden()
  return installation
}

/** A report as whoever sent it may see it again: by its reference alone, so nothing of what was written. */
interface ReportReceipt {
  readonly reference: string
  /** Calendar days in Europe/Berlin; `answer_by` is the last day for an answer. */
  readonly received_on: string
  readonly answered_on: string | null
  readonly answer_by: string
}

/** The receipt of a report, or undefined. */
export const findReportReceipt = async (db: Db, { operator, details }: Installation, reference: string): Promise<ReportReceipt | undefined> => {
  const row = await db
    .selectFrom('barrier_report')
    .select(['barrier_report.reference', 'barrier_report.received_at', 'barrier_report.answered_at'])
    .where('barrier_report.authority_id', '=', operator.id)
    .where('barrier_report.reference', '=', reference)
    .executeTakeFirst()
  return row === undefined ? undefined : { reference: row.reference, ...daysOf(row, details) }
}

/** The reference of the report with this id (`reportId`), or undefined. */
export const findReportReference = async (db: Db, { operator }: Installation, id: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('barrier_report')
    .select('barrier_report.reference')
    .where('barrier_report.authority_id', '=', operator.id)
    .where('barrier_report.id', '=', id)
    .executeTakeFirst()
  return row?.reference
}

export const REPORTS_PER_PAGE = 25

export type ReportState = 'open' | 'answered'

interface BarrierReport extends Barrier, ReportReceipt {
  readonly id: string
}

interface ReportsPage {
  readonly reports: readonly BarrierReport[]
  readonly counts: Readonly<Record<ReportState, number>>
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** Reports of barriers, 25 a page: open ones with the nearest deadline first, answered ones with the newest answer first. Throws Forbidden outside the operator. */
export const listBarrierReports = async (db: Db, actor: Actor<'admin'>, filter: { state: ReportState; page: number }): Promise<ReportsPage> => {
  requireSight(actor, 'barrier', 'all')
  const { details } = await getOwnInstallation(db, actor)
  const own = db.selectFrom('barrier_report').where('barrier_report.authority_id', '=', actor.authority_id)
  const count = async (operator: 'is' | 'is not') => {
    const row = await own
      .select(({ fn }) => fn.countAll().as('count'))
      .where('barrier_report.answered_at', operator, null)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  const counts = { open: await count('is'), answered: await count('is not') }
  const pages = Math.max(1, Math.ceil(counts[filter.state] / REPORTS_PER_PAGE))
  const page = Math.min(filter.page, pages)
  const rows = await own
    .select(['id', 'reference', 'page', 'description', 'contact', 'received_at', 'answered_at'])
    .where('barrier_report.answered_at', filter.state === 'open' ? 'is' : 'is not', null)
    .orderBy(filter.state === 'open' ? 'barrier_report.received_at' : 'barrier_report.answered_at', filter.state === 'open' ? 'asc' : 'desc')
    .orderBy('barrier_report.id')
    .limit(REPORTS_PER_PAGE)
    .offset((page - 1) * REPORTS_PER_PAGE)
    .execute()
  const reports = rows.map(({ received_at, answered_at, ...row }) => ({ ...row, ...daysOf({ received_at, answered_at }, details) }))
  return { reports, counts, page, pages }
}

/** The deadline follows what the operator promises now, so that statement, receipt and list never differ. */
const daysOf = ({ received_at, answered_at }: { received_at: string; answered_at: string | null }, details: InstallationDetails) => ({
  received_on: dateInBerlin(received_at),
  answered_on: answered_at === null ? null : dateInBerlin(answered_at),
  answer_by: dateInBerlin(addDays(received_at, answerDays(details))),
})
