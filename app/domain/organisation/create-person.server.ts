import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { appendAudit } from '../privacy/append-audit.server.ts'
import { createPeople, type NewPerson } from './create-people.server.ts'
import { getOrgUnit } from './queries.server.ts'

/** One new account, by the rules of `createPeople`. The trail says so. */
export const createPerson = async (tx: Tx, actor: Actor<'admin'>, facts: NewPerson & { now: string }): Promise<{ person_id: string } | 'email_taken'> => {
  const created = await createPeople(tx, actor, [facts], facts)
  if (created === 'email_taken') return created
  const [person_id] = created
  if (person_id === undefined) throw new Error('one person was to be created')
  const { name } = await getOrgUnit(tx, actor, facts.org_unit_id)
  const detail = { org_unit: name, role_profile: facts.role_profile, roles: [...new Set(facts.roles)].sort() }
  await appendAudit(tx, actor, { verb: 'account_created', subject_kind: 'person', subject_id: person_id, person_id, detail }, facts)
  return { person_id }
}
