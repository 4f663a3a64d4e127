/** What somebody reports, as the form sends it. Pure. */
import { z } from 'zod'
import { lengthOf, plainText } from '../assessment/form-values.ts'

/** Longest description, as a person counts. Characters. */
export const LONGEST_DESCRIPTION = 5000
/** Page and contact. Characters. */
export const LONGEST_LINE = 300

const typed = z.string({ error: 'invalid' }).default('').transform(plainText)
const atMost = (most: number, code: string) => typed.refine((text) => lengthOf(text) <= most, code)
const line = typed.transform((text) => text.replaceAll(/\s+/g, ' ')).refine((text) => lengthOf(text) <= LONGEST_LINE, 'too_long')

/** The form of a report. Fields it does not know are dropped. */
export const barrierForm = z.object({
  report_id: z.string().catch(''),
  page: line,
  description: atMost(LONGEST_DESCRIPTION, 'description_too_long').refine((text) => text !== '', 'description'),
  contact: line,
})

/** A barrier, cleaned. */
export interface Barrier {
  /** A path of this site without what could tell about a person (`reportedPage`), or words; may be empty. */
  readonly page: string
  readonly description: string
  /** How to answer; may be empty. */
  readonly contact: string
}
