/**
 * What the ledger may hold: one schema a type. The meaning of a type never changes; a changed meaning is a new type.
 * No payload carries an answer, a text or a name.
 */
import { z } from 'zod'

/** The id a form carries: minted with the form, so that sending it twice is one event. Has no dot: derived ids have. */
export const eventIdSchema = z.string().regex(/^[0-9A-Za-z-]{8,80}$/)

const score = z.int().min(0).max(1000).nullable()
const nothing = z.strictObject({})
const place = {
  seq: z.int(),
  authority_id: z.string(),
  id: z.string(),
  person_id: z.string(),
  course_id: z.string(),
  revision_id: z.string(),
  occurred_at: z.string(),
}
const inModule = { ...place, module_id: z.string(), item_id: z.null() }
const ofCourse = { ...place, module_id: z.null(), item_id: z.null() }

const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...inModule, type: z.literal('module_opened'), payload: nothing }),
  /** `score` is null for kinds that do not count; `done` says whether the item was wholly answered (a dialogue reached its end). */
  z.strictObject({
    ...place,
    module_id: z.string(),
    item_id: z.string(),
    type: z.literal('item_answered'),
    payload: z.strictObject({ done: z.boolean(), score }),
  }),
  z.strictObject({ ...inModule, type: z.literal('module_completed'), payload: nothing }),
  /** Every module completed and the pass mark reached; `score` over the items that count, null where none does. */
  z.strictObject({ ...ofCourse, type: z.literal('course_completed'), payload: z.strictObject({ score }) }),
  z.strictObject({ ...ofCourse, type: z.literal('transfer_reported'), payload: z.strictObject({ status: z.enum(['done', 'tried', 'not_yet']) }) }),
])

/** One line of the ledger. */
export type LearningEvent = z.infer<typeof eventSchema>

type Without<E, K extends PropertyKey> = E extends unknown ? Omit<E, K> : never
/** An event before it has its place in the ledger; the authority and the person are the actor's. */
export type NewEvent = Without<LearningEvent, 'seq' | 'authority_id' | 'person_id'>

/** A row of `learning_event` as an event. Throws where the row does not fit its type: then the ledger was tampered with. */
export const readEvent = (row: { readonly payload: string } & Readonly<Record<string, unknown>>): LearningEvent =>
  eventSchema.parse({ ...row, payload: JSON.parse(row.payload) as unknown })
