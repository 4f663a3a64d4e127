/** What can be searched in the trail, and by whom. Pure. */
import { z } from 'zod'
import { isCalendarDay } from '#app/platform/calendar.ts'
import { AUDIT_VERBS, type AuditVerb, ROLE_OF } from './audit.ts'

/** As whom the trail is read: HR reads what HR did, with whom it was about; administration reads everything, but of HR's acts not about whom. */
export type TrailReader = 'hr' | 'admin'

/** The acts that show for a reader. */
export const verbsFor = (reader: TrailReader): readonly AuditVerb[] => AUDIT_VERBS.filter((verb) => reader === 'admin' || ROLE_OF[verb] === 'hr')

/** What is searched for; empty where it does not matter. Days are as they were typed: calendar days in Europe/Berlin, both included, unless `trailProblems` says otherwise. */
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

const words = z
  .string()
  .trim()
  .transform((text) => text.slice(0, 80))
  .catch('')

/** The search as it stands in a URL, with the days as they were typed; a page or an act that makes no sense is left out. */
export const trailSearch = (reader: TrailReader) =>
  z.object({
    verb: z
      .custom<AuditVerb>((value) => verbsFor(reader).includes(value as AuditVerb))
      .or(z.literal(''))
      .catch(''),
    from: words,
    to: words,
    actor: words,
    person: words,
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  })

/** What is wrong with the days, by the field it stands in: no calendar has such a day, or the last lies before the first. */
export const trailProblems = ({ from, to }: Pick<TrailSearch, 'from' | 'to'>): { readonly from?: 'day'; readonly to?: 'day' | 'order' } => {
  const bad = { from: from !== '' && !isCalendarDay(from), to: to !== '' && !isCalendarDay(to) }
  if (bad.from || bad.to) return { ...(bad.from && { from: 'day' }), ...(bad.to && { to: 'day' }) }
  return from !== '' && to !== '' && to < from ? { to: 'order' } : {}
}
