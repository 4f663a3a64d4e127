import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import type { PersonFacts } from './person-facts.ts'
import { requireOrgUnits, requirePeople } from './require-own.server.ts'

/** What is said about somebody who has an account. Roles are another matter. */
export type Description = Omit<PersonFacts, 'roles'> & { readonly person_id: string }

/** Changes names, org units and role profiles. Throws NotFound for a person or org unit of another authority. */
export const describePeople = async (tx: Tx, actor: Actor<'admin'>, people: readonly Description[]): Promise<void> => {
  await requirePeople(
    tx,
    actor,
    people.map(({ person_id }) => person_id),
  )
  await requireOrgUnits(tx, actor, new Set(people.map(({ org_unit_id }) => org_unit_id)))
  for (const { person_id, given_name, family_name, org_unit_id, role_profile } of people)
    await tx
      .updateTable('person')
      .set({ given_name, family_name, org_unit_id, role_profile })
      .where('person.authority_id', '=', actor.authority_id)
      .where('person.id', '=', person_id)
      .execute()
}
