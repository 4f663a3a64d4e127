import type { RoleProfile } from '#db/schema.ts'
import type { GrantableRole } from './roles.ts'

/** Characters of a name, of a person or an org unit. */
export const LONGEST_NAME = 100

/** What administration says about a person. */
export interface PersonFacts {
  readonly given_name: string
  readonly family_name: string
  readonly org_unit_id: string
  readonly role_profile: RoleProfile
  readonly roles: readonly GrantableRole[]
}
