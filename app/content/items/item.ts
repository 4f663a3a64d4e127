/**
 * The kinds of practice item. One zod schema a kind (`Item`), one learner payload a kind (`LearnerItem`) that
 * leaves out keys, ratings and feedback. The schema is what authors write in `items.<lang>.yaml`.
 */
import { z } from 'zod'

export const COMPETENCES = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'] as const
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'id: small letters, digits and hyphens')
const text = z.string().trim().min(1)
const rating = z.int().min(1).max(5)

/** Every option says why: an option without feedback teaches nothing. */
const choice = z.strictObject({ id, text, correct: z.boolean().default(false), feedback: text })
const rated = z.strictObject({ id, text, rating, feedback: text })

const common = {
  id,
  competences: z.array(z.enum(COMPETENCES)).min(1),
  level: z.enum(['easy', 'medium', 'hard']).default('medium'),
  /** Estimated minutes. */
  minutes: z.number().min(0.5).max(20).optional(),
  required: z.boolean().optional(),
  /** For authors; never shown. */
  comment: z.string().optional(),
}

export const singleSchema = z.strictObject({
  ...common,
  kind: z.literal('single'),
  prompt: text,
  options: z.array(choice).min(2).max(8),
  feedback: text.optional(),
})
export const multipleSchema = z.strictObject({
  ...common,
  kind: z.literal('multiple'),
  prompt: text,
  options: z.array(choice).min(3).max(10),
  feedback: text.optional(),
})
export const truefalseSchema = z.strictObject({
  ...common,
  kind: z.literal('truefalse'),
  prompt: text,
  answer: z.boolean(),
  /** Feedback when the verdict was right / wrong. */
  feedback_right: text,
  feedback_wrong: text,
  /** The reason that carries the verdict is chosen too; exactly one is correct. */
  reasons: z.array(choice).min(2).max(5),
})
export const orderSchema = z.strictObject({
  ...common,
  kind: z.literal('order'),
  prompt: text,
  /** In the right order; shown shuffled. */
  entries: z.array(z.strictObject({ id, text })).min(3).max(8),
  feedback: text,
})
export const matchSchema = z.strictObject({
  ...common,
  kind: z.literal('match'),
  prompt: text,
  pairs: z
    .array(z.strictObject({ id, left: text, right: text }))
    .min(2)
    .max(8),
  feedback: text,
})
export const gapSchema = z.strictObject({
  ...common,
  kind: z.literal('gap'),
  /** Text with one `{{id}}` for each gap. */
  prompt: text,
  gaps: z
    .array(z.strictObject({ id, answers: z.array(text).min(1), label: text }))
    .min(1)
    .max(6),
  feedback: text,
})
export const criticalIncidentSchema = z.strictObject({
  ...common,
  kind: z.literal('critical-incident'),
  title: text,
  /** Paragraphs separated by an empty line. */
  situation: text,
  question: text,
  options: z
    .array(rated.extend({ field: z.enum(['person', 'situation', 'institution', 'power', 'habit']) }))
    .min(3)
    .max(6),
  follow_up: text.optional(),
})
export const sjtSchema = z.strictObject({
  ...common,
  kind: z.literal('sjt'),
  title: text,
  prompt: text,
  options: z.array(rated).min(3).max(6),
  feedback: text.optional(),
})
export const dialogueSchema = z.strictObject({
  ...common,
  kind: z.literal('dialogue'),
  title: text,
  /** Who I am, who sits opposite, what is at stake. */
  role: text,
  counterpart: text,
  start: id,
  nodes: z
    .array(
      z.strictObject({
        id,
        /** State of the scene in words. */
        scene: text.optional(),
        /** Words of the counterpart; who speaks if it is not the counterpart. */
        says: text.optional(),
        speaker: text.optional(),
        choices: z
          .array(
            z.strictObject({
              id,
              /** My words, or with `act: true` what I do. */
              text,
              act: z.boolean().default(false),
              next: id,
              /** 0 weakens, 1 holds, 2 strengthens. */
              points: z.partialRecord(z.enum(COMPETENCES), z.int().min(0).max(2)).refine((p) => Object.keys(p).length > 0, 'points: at least one competence'),
              feedback: text.optional(),
            }),
          )
          .min(2)
          .max(4),
      }),
    )
    .min(2),
  endings: z.array(z.strictObject({ id, outcome: z.enum(['good', 'partial', 'poor']), title: text, text: text.optional(), feedback: text })).min(1),
})
/** What a good official letter is rated by, 0 to 2 each (blueprint §5.4). */
export const CRITERIA = ['addressee', 'request', 'deadline', 'consequence', 'sentences', 'legal'] as const
export type Criterion = (typeof CRITERIA)[number]

export const rewriteSchema = z.strictObject({
  ...common,
  kind: z.literal('rewrite'),
  title: text,
  prompt: text,
  original: text,
  sample: text,
  /** What the writers check their own version by, 0 to 2 a point. */
  rubric: z
    .array(z.strictObject({ id, text, criterion: z.enum(CRITERIA).optional() }))
    .min(2)
    .max(8),
  feedback: text.optional(),
})
export const reflectionSchema = z.strictObject({ ...common, kind: z.literal('reflection'), prompt: text })
export const transferSchema = z.strictObject({
  ...common,
  kind: z.literal('transfer'),
  title: text,
  task: text,
  weeks: z.int().min(1).max(12),
  evidence: text.optional(),
})

export const itemSchema = z.discriminatedUnion('kind', [
  singleSchema,
  multipleSchema,
  truefalseSchema,
  orderSchema,
  matchSchema,
  gapSchema,
  criticalIncidentSchema,
  sjtSchema,
  dialogueSchema,
  rewriteSchema,
  reflectionSchema,
  transferSchema,
])

/** A whole item with its key. Server only. */
export type Item = z.infer<typeof itemSchema>
export type ItemKind = Item['kind']
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>

/** Kinds that count towards the pass mark (blueprint §1.4). */
export const COUNTING_KINDS: ReadonlySet<ItemKind> = new Set(['single', 'multiple', 'truefalse', 'order', 'match', 'gap'])
/** Kinds that stand on a page of their own (long situations and conversations). */
export const OWN_PAGE_KINDS: ReadonlySet<ItemKind> = new Set(['critical-incident', 'dialogue'])

interface Option {
  readonly id: string
  readonly text: string
}
export interface RubricPoint extends Option {
  readonly criterion?: Criterion
}
interface LearnerBase<K extends ItemKind> {
  readonly kind: K
  readonly id: string
  readonly version: string
  readonly minutes: number
  readonly competences: readonly string[]
}

/** What the browser may know before the answer: no key, no rating, no feedback, and shuffled where order is the key. */
export type LearnerItem =
  | (LearnerBase<'single'> & { readonly prompt: string; readonly options: readonly Option[] })
  | (LearnerBase<'multiple'> & { readonly prompt: string; readonly options: readonly Option[] })
  | (LearnerBase<'truefalse'> & { readonly prompt: string; readonly reasons: readonly Option[] })
  | (LearnerBase<'order'> & { readonly prompt: string; readonly entries: readonly Option[] })
  | (LearnerBase<'match'> & { readonly prompt: string; readonly lefts: readonly Option[]; readonly rights: readonly Option[] })
  | (LearnerBase<'gap'> & { readonly prompt: string; readonly gaps: readonly { readonly id: string; readonly label: string }[] })
  | (LearnerBase<'critical-incident'> & {
      readonly title: string
      readonly situation: readonly string[]
      readonly question: string
      readonly options: readonly Option[]
      readonly follow_up?: string
    })
  | (LearnerBase<'sjt'> & { readonly title: string; readonly prompt: string; readonly options: readonly Option[] })
  | (LearnerBase<'dialogue'> & { readonly title: string; readonly role: string; readonly counterpart: string })
  | (LearnerBase<'rewrite'> & { readonly title: string; readonly prompt: string; readonly original: string; readonly rubric: readonly RubricPoint[] })
  | (LearnerBase<'reflection'> & { readonly prompt: string })
  | (LearnerBase<'transfer'> & { readonly title: string; readonly task: string; readonly weeks: number; readonly evidence?: string })

export type LearnerItemOf<K extends ItemKind> = Extract<LearnerItem, { kind: K }>
