import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { appendAudit } from '../privacy/append-audit.server.ts'
import { describePeople } from './describe-people.server.ts'
import type { PersonFacts } from './person-facts.ts'
import { getOrgUnit, getPerson, hasOtherAdmin } from './queries.server.ts'
import { GRANTABLE_ROLES } from './roles.ts'

/**
 * Changes name, org unit, role profile and roles. 'last_admin' when nobody would be left who can administer. Roles that are not
 * given out here stay as they are. The trail says what was changed, names without their old and new form. Throws NotFound for a person or org unit of another authority.
 */
export const changePerson = async (
  tx: Tx,
  actor: Actor<'admin'>,
  subject: { person_id: string },
  facts: PersonFacts & { now: string },
): Promise<'done' | 'last_admin'> => {
  const { authority_id } = actor
  const { person_id } = subject
  const person = await getPerson(tx, actor, person_id)
  const unit = await getOrgUnit(tx, actor, facts.org_unit_id)
  const wished = new Set(facts.roles)
  if (person.roles.includes('admin') && !wished.has('admin') && !(await hasOtherAdmin(tx, actor, person_id))) return 'last_admin'
  await describePeople(tx, actor, [{ ...facts, person_id }])
  for (const role of GRANTABLE_ROLES) {
    const held = person.roles.includes(role)
    if (wished.has(role) && !held) await tx.insertInto('person_role').values({ authority_id, person_id, role, granted_at: facts.now }).execute()
    if (!wished.has(role) && held)
      await tx
        .deleteFrom('person_role')
        .where('person_role.authority_id', '=', authority_id)
        .where('person_role.person_id', '=', person_id)
        .where('person_role.role', '=', role)
        .execute()
  }
  const before = { org_unit: (await getOrgUnit(tx, actor, person.org_unit_id)).name, role_profile: person.role_profile, roles: [...person.roles].sort() }
  const kept = person.roles.filter((role) => !(GRANTABLE_ROLES as readonly string[]).includes(role))
  const after = { org_unit: unit.name, role_profile: facts.role_profile, roles: [...wished, ...kept].sort() }
  const fields = [
    ...(['given_name', 'family_name'] as const).filter((field) => person[field] !== facts[field]),
    ...(['org_unit', 'role_profile'] as const).filter((field) => before[field] !== after[field]),
    ...(before.roles.join() === after.roles.join() ? [] : ['roles']),
  ]
  if (fields.length > 0) {
    const act = { verb: 'account_changed', subject_kind: 'person', subject_id: person_id, person_id, detail: { fields, before, after } } as const
    await appendAudit(tx, actor, act, facts)
  }
  return 'done'
}
