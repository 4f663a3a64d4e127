/** Roles and role profiles that an authority's administration gives out. Pure. */
import type { Role, RoleProfile } from '#db/schema.ts'

/** In the order in which pages show them. `coordinator` reaches beyond the authority and is not given out here. */
export const GRANTABLE_ROLES = ['trainer', 'lead', 'hr', 'admin', 'council'] as const satisfies readonly Role[]
export type GrantableRole = (typeof GRANTABLE_ROLES)[number]

/** In the order in which pages show them. */
export const ROLE_PROFILES = ['front_desk', 'case_work', 'team_lead', 'head', 'trainee'] as const satisfies readonly RoleProfile[]
