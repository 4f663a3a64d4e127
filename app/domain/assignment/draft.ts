/** What HR fills in for a new assignment, and what is wrong with it. Pure. */
import { z } from 'zod'
import type { RoleProfile } from '#db/schema.ts'
import { ROLE_PROFILES } from '../organisation/roles.ts'
import { dueProblem, LONGEST_EXPLANATION } from './rules.ts'

/** Ids of the form's fields in their order, for the error summary. */
export const DRAFT_FIELDS = ['course', 'units', 'profiles', 'due_on', 'explanation'] as const

const text = z.string().trim().catch('')
const several = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .catch([])
  .transform((all) => [...new Set(all)])

/** Reads the form leniently: whatever is missing counts as empty, so that all that is wrong is said at once. */
export const draftSchema = z.object({
  /** Minted with the form, so that sending it twice makes one assignment. '' where there is no proper one. */
  assignment_id: z
    .string()
    .regex(/^[0-9A-Za-z-]{8,80}$/)
    .catch(''),
  /** Slug or id. */
  course: text,
  due_on: text.transform(isoDay),
  explanation: text.transform((typed) => typed.replace(/\r\n?/g, '\n')),
  /** Ids of org units. */
  units: several,
  profiles: several,
  /** Fingerprint of the preview that was shown; '' before there was one. */
  previewed: z.string().max(100).catch(''),
  intent: z.enum(['preview', 'assign']).catch('preview'),
})

export type Draft = z.output<typeof draftSchema>

/** What is wrong with it by field, as codes; empty where nothing is. `knowsCourse`: whether the course is offered. */
export const draftProblems = (draft: Draft, facts: { readonly knowsCourse: boolean; readonly today: string }): Readonly<Record<string, string>> => {
  const due = dueProblem(draft.due_on, facts.today)
  const explanation = draft.explanation === '' ? 'explanation' : draft.explanation.length > LONGEST_EXPLANATION ? 'explanation_long' : undefined
  return {
    ...(facts.knowsCourse ? {} : { course: 'course' }),
    ...(draft.units.length + draft.profiles.length === 0 ? { units: 'targets' } : {}),
    ...(draft.profiles.every(isProfile) ? {} : { profiles: 'profiles' }),
    ...(due === undefined ? {} : { due_on: due }),
    ...(explanation === undefined ? {} : { explanation }),
  }
}

/** The role profiles of a draft without problems. */
export const profilesOf = (draft: Draft): readonly RoleProfile[] => draft.profiles.filter(isProfile)

const isProfile = (profile: string): profile is RoleProfile => ROLE_PROFILES.some((known) => known === profile)

/** A browser without a field for dates leaves typing to the person, who writes 31.12.2026. */
function isoDay(typed: string): string {
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed)
  return german === null ? typed : `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
}
