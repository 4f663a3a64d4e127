import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import type { PersonFacts } from './person-facts.ts'
import { getOrgUnit, getPerson, hasOtherAdmin } from './queries.server.ts'
import { GRANTABLE_ROLES } from './roles.ts'

/**
 * Changes name, org unit, role profile and roles. 'last_admin' when nobody would be left who can administer. Roles that are not
 * given out here stay as they are. Throws NotFound for a person or org unit of another authority.
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
  await getOrgUnit(tx, actor, facts.org_unit_id)
  const wished = new Set(facts.roles)
  if (person.roles.includes('admin') && !wished.has('admin') && !(await hasOtherAdmin(tx, actor, person_id))) return 'last_admin'
  await tx
    .updateTable('person')
    .set({ given_name: facts.given_name, family_name: facts.family_name, org_unit_id: facts.org_unit_id, role_profile: facts.role_profile })
    .where('person.authority_id', '=', authority_id)
    .where('person.id', '=', person_id)
    .execute()
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
  return 'done'
}
