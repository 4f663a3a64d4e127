import { newId } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { createInvitation } from '../identity/create-invitation.server.ts'
import { appendAudit } from '../privacy/append-audit.server.ts'
import { createPeople } from './create-people.server.ts'

/** A new authority as its operator describes it. */
export interface Foundation {
  readonly name: string
  readonly short_name: string
  /** For example the Regierungsbezirk. */
  readonly region: string
  readonly contact_email: string
  /** At least one; the first is the administrator's. */
  readonly org_units: readonly string[]
  readonly admin: { readonly given_name: string; readonly family_name: string; readonly email: string }
}

/**
 * Sets up an authority with its org units and its first administrator, and returns the administrator's invitation. Only whoever
 * runs the program can do this, from the command line: nobody inside may found a tenant. The first authority operates the
 * installation from then on, with legal pages that are still to be filled in; an invented one of the demo makes way for it.
 */
export const foundAuthority = async (
  tx: Tx,
  facts: Foundation,
  now: string,
): Promise<{ readonly token: string; readonly expires_at: string } | 'email_taken'> => {
  const authority_id = newId()
  const { name, short_name, region, contact_email } = facts
  await tx.insertInto('authority').values({ id: authority_id, name, short_name, region, contact_email, is_demo: 0, created_at: now }).execute()
  const units = facts.org_units.map((unit, position) => ({ authority_id, id: newId(), name: unit, position, created_at: now }))
  await tx.insertInto('org_unit').values(units).execute()
  const operator = { authority_id, person_id: '', roles: new Set(['admin']) } as unknown as Actor<'admin'>
  const post = { role_profile: 'head', roles: ['admin'] } as const
  const created = await createPeople(tx, operator, [{ ...facts.admin, ...post, org_unit_id: units[0]?.id ?? '' }], { now })
  if (created === 'email_taken') return created
  const [person_id = ''] = created
  const detail = { org_unit: units[0]?.name ?? '', role_profile: post.role_profile, roles: [...post.roles] }
  // Nobody inside did this.
  await appendAudit(
    tx,
    { authority_id, person_id: null },
    { verb: 'account_created', subject_kind: 'person', subject_id: person_id, person_id, detail },
    { now },
  )
  const invitation = await createInvitation(tx, { ...operator, person_id }, { person_id }, { now })
  if (invitation === 'deactivated') throw new Error('a new account is not deactivated')
  await nameOperator(tx, authority_id, now)
  return invitation
}

/** Nothing of the demo's invented imprint may stand under a real name. */
const nameOperator = async (tx: Tx, authority_id: string, now: string) => {
  const operator = await tx
    .selectFrom('installation')
    .innerJoin('authority', 'authority.id', 'installation.operator_id')
    .select('authority.is_demo')
    .executeTakeFirst()
  const row = { operator_id: authority_id, details: '{}', changed_at: now }
  if (operator === undefined)
    await tx
      .insertInto('installation')
      .values({ id: 1, ...row })
      .execute()
  else if (operator.is_demo === 1) await tx.updateTable('installation').set(row).where('installation.id', '=', 1).execute()
}
