/** The tasks of people as one list of words. */
import { ROLE_PROFILES } from '#app/domain/organisation/roles.ts'
import { USUAL_PROFILE } from '#app/domain/people-import/plan.ts'
import type { Translate } from '#app/i18n/translate.ts'

export const profileNames = (t: Translate): string => ROLE_PROFILES.map((profile) => t(`admin.roleProfile.${profile}`)).join(', ')

/** What new people get whose file says nothing. */
export const USUAL = USUAL_PROFILE
