/** What can be searched in the trail, and by whom. Pure. */
import { z } from 'zod'
import { isCalendarDay } from '#app/platform/calendar.ts'
import { AUDIT_VERBS, type AuditVerb, ROLE_OF } from './audit.ts'

/** As whom the trail is read: HR reads what HR did, with whom it was about; administration reads everything, but of HR's acts not about whom. */
export type TrailReader = 'hr' | 'admin'

/** The acts that show for a reader. */
export const verbsFor = (reader: TrailReader): readonly AuditVerb[] => AUDIT_VERBS.filter((verb) => reader === 'admin' || ROLE_OF[verb] === 'hr')

/** What is searched for; empty where it does not matter. Days are calendar days in Europe/Berlin, both included. */
export interface TrailSearch {
  readonly verb: AuditVerb | ''
  readonly from: string
  readonly to: string
  /** Part of the name of who acted. */
  readonly actor: string
  /** Part of the name of whom it was about. */
  readonly person: string
  /** From 1. */
  readonly page: number
}

const day = z.string().refine(isCalendarDay).catch('')
const words = z.string().trim().max(80).catch('')

/** The search as it stands in a URL; what makes no sense is left out. */
export const trailSearch = (reader: TrailReader) =>
  z.object({
    verb: z
      .custom<AuditVerb>((value) => verbsFor(reader).includes(value as AuditVerb))
      .or(z.literal(''))
      .catch(''),
    from: day,
    to: day,
    actor: words,
    person: words,
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  })
