/** The form about a person, checked: what administration fills in for a new and for a known account. */
import { z } from 'zod'
import { LONGEST_NAME } from '#app/domain/organisation/person-facts.ts'
import { GRANTABLE_ROLES, ROLE_PROFILES } from '#app/domain/organisation/roles.ts'

const name = (missing: string) => z.string({ error: missing }).trim().min(1, missing).max(LONGEST_NAME, 'too_long')

/** The messages are codes; the page turns them into sentences. Fields it does not know are dropped. */
export const personForm = z.object({
  given_name: name('given_name'),
  family_name: name('family_name'),
  org_unit_id: z.string({ error: 'org_unit' }).min(1, 'org_unit').max(100, 'org_unit'),
  role_profile: z.enum(ROLE_PROFILES, { error: 'role_profile' }),
  /** No checkbox is no field, one is a text, several are a list. */
  roles: z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(z.enum(GRANTABLE_ROLES, { error: 'invalid' }))),
})

/** With the address people sign in with. RFC 5321: at most 254 characters. */
export const newPersonForm = personForm.extend({
  email: z
    .string({ error: 'email' })
    .trim()
    .max(254, 'too_long')
    .pipe(z.email({ error: 'email' })),
})
