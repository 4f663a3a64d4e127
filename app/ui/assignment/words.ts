/** What stands in an assignment, in words. */
import { ROLE_PROFILES } from '#app/domain/organisation/roles.ts'
import type { Target } from '#app/domain/assignment/rules.ts'
import type { Translate } from '#app/i18n/translate.ts'

/** Whom an assignment is for: "Infopunkt, Aufenthalt A–K, Aufgabe Ausbildung". */
export const targetWords = (t: Translate, targets: readonly (Target & { readonly name: string | null })[]): string =>
  targets.map(({ kind, target, name }) => (kind === 'org_unit' ? (name ?? '') : t('assignment.profile', { profile: profileName(t, target) }))).join(', ')

const profileName = (t: Translate, target: string): string => {
  const profile = ROLE_PROFILES.find((known) => known === target)
  return profile === undefined ? target : t(`admin.roleProfile.${profile}`)
}
