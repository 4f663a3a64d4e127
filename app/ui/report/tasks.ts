import { ROLE_PROFILES } from '#app/domain/organisation/roles.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { RoleProfile } from '#db/schema.ts'

/** The names of the tasks, looked up once: a list asks for them thousands of times. */
export const tasks = (t: Translate): ((profile: RoleProfile) => string) => {
  const names = new Map(ROLE_PROFILES.map((profile) => [profile, t(`admin.roleProfile.${profile}`)]))
  return (profile) => names.get(profile) ?? profile
}
