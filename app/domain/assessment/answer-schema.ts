/**
 * Answers as they are stored (JSON in `response.answer`), one schema a kind. A reflection has none: its text is
 * private and lives in a table of its own. Adding a field is safe; renaming one orphans stored answers.
 */
import { z } from 'zod'

const id = z.string().min(1).max(60)
const rating = z.int().min(1).max(5)
const ratings = z.record(id, rating)

/** Most characters of one gap. */
export const GAP_LIMIT = 200
/** Most characters of a rewritten letter or a reflection. */
export const TEXT_LIMIT = 10_000
/** Most choices of one conversation: a circle in the script cannot grow an answer without end. */
export const PATH_LIMIT = 100

export const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), option: id }),
  z.strictObject({ kind: z.literal('multiple'), options: z.array(id).min(1) }),
  z.strictObject({ kind: z.literal('truefalse'), verdict: z.boolean(), reason: id }),
  /** Ids of all entries in the order given. */
  z.strictObject({ kind: z.literal('order'), entries: z.array(id) }),
  /** Id of the pair whose left side it is → id of the pair whose right side was chosen. */
  z.strictObject({ kind: z.literal('match'), pairs: z.record(id, id) }),
  z.strictObject({ kind: z.literal('gap'), texts: z.record(id, z.string().max(GAP_LIMIT * 2)) }),
  /** The first rating stays for good; `again` is the latest rating after the feedback was read. */
  z.strictObject({ kind: z.literal('critical-incident'), first: ratings, again: ratings.optional() }),
  z.strictObject({ kind: z.literal('sjt'), ratings }),
  /** The choices taken so far, from the start node on. */
  z.strictObject({ kind: z.literal('dialogue'), path: z.array(id).max(PATH_LIMIT) }),
  /** Points of the rubric the writer found met (`checks`) and partly met; all others are open. */
  z.strictObject({ kind: z.literal('rewrite'), text: z.string().max(TEXT_LIMIT * 2), checks: z.array(id), partly: z.array(id).optional() }),
  /** `on` is the day the person intends; it stays beside the report. */
  z.strictObject({ kind: z.literal('transfer'), status: z.enum(['done', 'tried', 'not_yet']), on: z.iso.date().optional() }),
])

type StoredAnswer = z.infer<typeof answerSchema>
/** The answer to an item of one kind. */
export type AnswerOf<K extends StoredAnswer['kind']> = Extract<StoredAnswer, { kind: K }>
