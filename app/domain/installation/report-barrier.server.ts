import { fingerprint, newSecret } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import { Incomplete } from '../refusals.ts'
import type { Barrier } from './barrier.ts'
import { findInstallation, findReportReference } from './queries.server.ts'

/**
 * Stores a report of a barrier for the authority that operates the installation; nobody needs to be signed in. The same form sent
 * twice is one report, the same form with other words (somebody went back and wrote on) another. 'no_operator' before the first
 * authority was founded. Throws Incomplete as `reportId` does.
 */
export const reportBarrier = async (
  tx: Tx,
  report: { form_id: string; barrier: Barrier },
  facts: { now: string },
): Promise<{ readonly reference: string; readonly authority_id: string; readonly again: boolean } | 'no_operator'> => {
  const id = reportId(report.form_id, report.barrier)
  const installation = await findInstallation(tx)
  if (installation === undefined) return 'no_operator'
  const authority_id = installation.operator.id
  const known = await findReportReference(tx, installation, id)
  if (known !== undefined) return { reference: known, authority_id, again: true }
  const reference = newReference()
  await tx
    .insertInto('barrier_report')
    .values({ authority_id, id, reference, ...report.barrier, received_at: facts.now, answered_at: null })
    .execute()
  return { reference, authority_id, again: false }
}

/**
 * The id of a report: derived from the id that was minted with the form and from what was written in it.
 * Throws Incomplete where the form carries no id of ours.
 */
export const reportId = (formId: string, { page, description, contact }: Barrier): string => {
  if (!FORM_ID.test(formId)) throw new Incomplete()
  return fingerprint(JSON.stringify([formId, page, description, contact])).slice(0, 32)
}

const FORM_ID = /^[0-9A-Za-z-]{8,80}$/

/** Letters and digits that are not mistaken for one another when read out. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** `B-7KQM-4TXN`: 31^8 possibilities, so that nobody comes upon another's by counting on. */
const newReference = (): string => {
  const digits = fingerprint(newSecret())
  const letters = Array.from({ length: 8 }, (_, at) => LETTERS[Number.parseInt(digits.slice(at * 6, at * 6 + 6), 16) % LETTERS.length]).join('')
  return `B-${letters.slice(0, 4)}-${letters.slice(4)}`
}
