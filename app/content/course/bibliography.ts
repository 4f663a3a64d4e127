/** The works the courses stand on: what authors write in `courses/bibliography.yaml`. One file for both languages. */
import { z } from 'zod'
import { daySchema } from './schemas.ts'

/** What a work is used for, in the order of the page. */
export const SUBJECTS = ['models', 'power', 'incidents', 'prejudice', 'training', 'fairness', 'offices', 'safety', 'language'] as const
/**
 * How far a work has been checked. `record`: the details agree with the publisher's record · `abstract`: its abstract was read ·
 * `press`: a report about it was read · `unchecked`: written from memory.
 */
export const CHECKS = ['record', 'abstract', 'press', 'unchecked'] as const

const line = z.string().trim().min(1).max(600)
const sentence = z.strictObject({ de: line, en: line })

export const bibliographyEntrySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'id')
    .describe('Name of the work in addresses: author-year.'),
  subject: z.enum(SUBJECTS).describe('Under which heading it stands.'),
  authors: z.array(line).min(1).max(20).describe('Each "Surname, I."'),
  more_authors: z.literal(true).optional().describe('There are more authors than are named.'),
  editors: z.literal(true).optional().describe('The people named are editors.'),
  year: z.int().min(1800).max(2100),
  title: line.optional().describe('Only as it was seen. Left out where it is not certain.'),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'lang')
    .default('en')
    .describe('Language of the title.'),
  published: line.optional().describe('Journal, volume, pages; or place and publisher.'),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/[^\s"<>]+$/, 'doi')
    .optional()
    .describe('Without https://doi.org/'),
  status: z
    .array(z.enum(CHECKS))
    .min(1)
    .refine((marks) => marks.length === 1 || !marks.includes('unchecked'), 'status: unchecked stands alone')
    .describe('How far it has been checked.'),
  checked: daySchema.describe('Day of the last check.'),
  open: sentence.optional().describe('What is still to be checked.'),
  supports: sentence.describe('What we use it for.'),
  limits: sentence.describe('Whom it is about, and what it does not show.'),
  used_in: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'module'))
    .default([])
    .describe('Modules whose sources name it: course/module, by id.'),
})
export const bibliographySchema = z.array(bibliographyEntrySchema)
export type BibliographyEntry = Readonly<z.output<typeof bibliographyEntrySchema>>
