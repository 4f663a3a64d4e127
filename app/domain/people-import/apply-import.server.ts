import { fingerprint } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { createOrgUnits } from '../organisation/create-org-units.server.ts'
import { createPeople } from '../organisation/create-people.server.ts'
import { deactivatePeople } from '../organisation/deactivate-people.server.ts'
import { describePeople } from '../organisation/describe-people.server.ts'
import { reactivatePeople } from '../organisation/reactivate-people.server.ts'
import { appendAudit } from '../privacy/append-audit.server.ts'
import { NotFound } from '../refusals.ts'
import { missingFields } from './columns.ts'
import { discardImport } from './discard-import.server.ts'
import { type ImportPlan, isClean, isIdle, type PlannedRow, planImport } from './plan.ts'
import { findAppliedImport, findImport, getKnown, type WaitingImport } from './queries.server.ts'
import { rememberHeadings } from './remember-headings.server.ts'

/** What was seen: the same text for the same changes, whoever computes it and when. */
export const planFingerprint = ({ rows, new_units }: ImportPlan): string =>
  fingerprint(JSON.stringify([new_units, rows.filter(({ kind }) => kind !== 'unchanged')]))

/**
 * Carries out what the dry run showed, all of it or nothing, and deletes the file. The plan is made anew from the stored file and from the
 * people as they are now; 'changed' when it is not the one that was `seen`, or cannot be carried out. 'already' for a file the actor has
 * applied before. Throws NotFound for a file that is not the actor's. Nobody is invited and no role is given or taken.
 */
export const applyImport = async (
  tx: Tx,
  actor: Actor<'admin'>,
  subject: { import_id: string },
  facts: { seen: string; now: string },
): Promise<'done' | 'changed' | 'already' | 'expired'> => {
  const waiting = await findImport(tx, actor, subject.import_id, facts)
  if (waiting === 'expired') return waiting
  if (waiting === undefined) {
    if ((await findAppliedImport(tx, actor, subject.import_id)) !== undefined) return 'already'
    throw new NotFound()
  }
  const { file, choices } = waiting
  if (missingFields(choices.columns).length > 0) return 'changed'
  const known = await getKnown(tx, actor, file, choices.columns)
  const plan = planImport(file, choices, known)
  if (planFingerprint(plan) !== facts.seen || !isClean(plan) || isIdle(plan)) return 'changed'
  await carryOut(tx, actor, plan, known.units, facts)
  await rememberHeadings(tx, actor, file, choices.columns, facts)
  await discardImport(tx, actor, subject)
  await leaveTrace(tx, actor, waiting, plan, facts)
  return 'done'
}

const carryOut = async (
  tx: Tx,
  actor: Actor<'admin'>,
  { rows, new_units }: ImportPlan,
  units: readonly { readonly id: string; readonly name: string }[],
  facts: { now: string },
): Promise<void> => {
  const unitIds = new Map(units.map(({ id, name }) => [name, id]))
  for (const [at, id] of (await createOrgUnits(tx, actor, new_units, facts)).entries()) unitIds.set(new_units[at] ?? '', id)
  const of = (...kinds: readonly PlannedRow['kind'][]) => rows.filter(({ kind }) => kinds.includes(kind))
  const idsOf = (some: readonly PlannedRow[]) => some.map(({ person_id }) => person_id ?? '')
  const described = ({ given_name, family_name, target }: PlannedRow) => {
    if (target === null) throw new Error('a row that is carried out says how the person is to be')
    return { given_name, family_name, org_unit_id: unitIds.get(target.org_unit) ?? '', role_profile: target.role_profile }
  }
  const created = await createPeople(
    tx,
    actor,
    of('create').map((row) => ({ ...described(row), email: row.email, roles: [] })),
    facts,
  )
  if (created === 'email_taken') throw new Error('the plan knew which addresses are taken')
  const changed = of('update', 'move', 'reactivate').filter(({ changes }) => changes.length > 0)
  await describePeople(
    tx,
    actor,
    changed.map((row) => ({ ...described(row), person_id: row.person_id ?? '' })),
  )
  await reactivatePeople(tx, actor, idsOf(of('reactivate')))
  const closed = await deactivatePeople(tx, actor, idsOf(of('deactivate')), facts)
  if (closed !== 'done') throw new Error(`the plan would have closed an account that may not be closed: ${closed}`)
}

const leaveTrace = async (tx: Tx, actor: Actor<'admin'>, { id }: WaitingImport, { counts, new_units }: ImportPlan, facts: { now: string }): Promise<void> => {
  const detail = {
    ...{ import: id, created: counts.create, updated: counts.update, moved: counts.move },
    ...{ deactivated: counts.deactivate, reactivated: counts.reactivate, units: new_units.length },
  }
  await appendAudit(tx, actor, { verb: 'people_imported', subject_kind: 'authority', subject_id: actor.authority_id, detail }, facts)
}
