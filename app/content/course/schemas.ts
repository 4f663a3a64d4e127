/** What authors write in the head of `course.<lang>.mdx` and `module.<lang>.mdx`, in the glossary and in courses.lock. */
import { z } from 'zod'
import type { CompetenceId, RoleProfile } from '../course.ts'
import { COMPETENCES, itemSchema } from '../items/item.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'id')
const line = z.string().trim().min(1).max(600)
/** A calendar day, YYYY-MM-DD. */
export const daySchema = z.iso.date()
const competences = z.array(z.enum(COMPETENCES satisfies readonly CompetenceId[])).min(1)
const profiles = z.array(z.enum(['front_desk', 'case_work', 'team_lead', 'head', 'trainee'] satisfies readonly RoleProfile[]))

export const courseHeadSchema = z.strictObject({
  id: id.describe('Identity of the course. Never changes.'),
  title: line,
  summary: line.describe('One or two sentences.'),
  minutes: z.int().min(1).max(600).describe('Learning time on screen: the sum of the modules.'),
  competences: competences.describe('K1 to K8.'),
  core_for: profiles.default([]),
  optional_for: profiles.default([]),
  pass_mark: z.int().min(0).max(100).default(70).describe('Percent of the points of the items that count.'),
  valid_months: z.int().min(1).max(120).optional().describe('How many months a certificate is valid. Without, it does not expire.'),
  published_on: daySchema,
  review_on: daySchema,
  objectives: z.array(line).min(1).max(12).describe('What the learners can do afterwards.'),
})
export type CourseHead = z.output<typeof courseHeadSchema>

/** Wordings that may be justified in place, by the code of their finding. */
export const JUSTIFIABLE = ['culture-as-cause', 'typical-for-group', 'these-people', 'mentality-word', 'module-minutes'] as const

export const moduleHeadSchema = z.strictObject({
  id: id.describe('Identity of the module. Never changes.'),
  title: line,
  summary: line.describe('One sentence, shown as the lead.'),
  minutes: z.number().min(1).max(120),
  sources: z.array(line).default([]),
  justified: z
    .array(z.strictObject({ code: z.enum(JUSTIFIABLE), reason: line }))
    .default([])
    .describe('Why a warning of the check does not apply here.'),
})
export type ModuleHead = z.output<typeof moduleHeadSchema>

/** The frame of `items.<lang>.yaml`; each item is checked on its own, so that every fault has its place. */
export const itemsFileSchema = z.strictObject({ items: z.array(itemSchema) })

export const glossaryEntrySchema = z.strictObject({
  id,
  term: line,
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'lang')
    .optional()
    .describe('Language of the term where it differs from the text.'),
  definition: z.string().trim().min(1).max(2000),
  also: z.array(line).min(1).max(12).optional().describe('Other words people look for when they mean this term; the search leads here.'),
  german: z.array(line).min(1).max(12).optional().describe('Words of the definition that are German, in a glossary of another language.'),
})
export const glossarySchema = z.array(glossaryEntrySchema)

export const lockEntrySchema = z.strictObject({
  /** course, course/module or course/module/item */
  id: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+){0,2}$/, 'id'),
  hash: z.string().regex(/^[0-9a-f]{12}$/, 'hash'),
  retired: z.literal(true).optional(),
})
export const lockSchema = z.array(lockEntrySchema)
export type LockEntry = z.output<typeof lockEntrySchema>
