import type { RoleProfile } from '#db/schema.ts'
import type { Tx } from '#db/types.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import type { Actor } from '../actor.ts'
import { appendAudit } from '../privacy/append-audit.server.ts'
import { findAssignment } from './queries.server.ts'
import { requireOwnUnits } from './require-own-units.server.ts'
import { dueProblem, type Target } from './rules.ts'

/** What HR decides. */
export interface AssignmentFacts {
  /** Minted with the form. */
  readonly id: string
  readonly course_id: string
  /** Calendar day in Europe/Berlin, after today, at most three years ahead. */
  readonly due_on: string
  readonly explanation: string
  /** Ids of org units of the actor's authority. */
  readonly org_units: readonly string[]
  readonly role_profiles: readonly RoleProfile[]
}

/**
 * Assigns a course. Who it is for is not copied: whoever belongs to a target is meant, also people who come later. The same form sent twice is
 * one assignment ('made_before'); one that was changed after it was saved is refused ('made_otherwise'). Stands in the trail. Throws NotFound
 * for an org unit of another authority.
 */
export const makeAssignment = async (
  tx: Tx,
  actor: Actor<'hr'>,
  facts: AssignmentFacts & { readonly now: string },
): Promise<'made' | 'made_before' | 'made_otherwise' | 'due_day' | 'due_past' | 'due_far'> => {
  const { authority_id } = actor
  const { id, course_id, due_on, explanation, now } = facts
  await requireOwnUnits(tx, actor, facts.org_units)
  const targets: readonly Target[] = [
    ...[...new Set(facts.org_units)].sort().map((target) => ({ kind: 'org_unit' as const, target })),
    ...[...new Set(facts.role_profiles)].sort().map((target) => ({ kind: 'role_profile' as const, target })),
  ]
  const before = await findAssignment(tx, actor, id)
  if (before !== undefined) {
    const same = before.course_id === course_id && before.due_on === due_on && before.explanation === explanation && keyOf(before.targets) === keyOf(targets)
    return same ? 'made_before' : 'made_otherwise'
  }
  const problem = dueProblem(due_on, dateInBerlin(now))
  if (problem !== undefined) return problem
  await tx
    .insertInto('assignment')
    .values({ authority_id, id, course_id, due_on, explanation, created_at: now, withdrawn_at: null, withdrawn_reason: null })
    .execute()
  await tx
    .insertInto('assignment_target')
    .values(targets.map((target) => ({ authority_id, assignment_id: id, ...target })))
    .execute()
  const namesOf = (kind: Target['kind']) => targets.filter((one) => one.kind === kind).map(({ target }) => target)
  const detail = { course: course_id, due_on, org_units: namesOf('org_unit'), role_profiles: namesOf('role_profile') }
  await appendAudit(tx, actor, { verb: 'assignment_made', subject_kind: 'assignment', subject_id: id, detail }, { now })
  return 'made'
}

const keyOf = (targets: readonly Target[]): string =>
  targets
    .map(({ kind, target }) => `${kind} ${target}`)
    .sort()
    .join('\n')
