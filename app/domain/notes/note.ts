import type { Language } from '#app/content/course.ts'

/** A private note on a block of a module. Nobody but its person ever reads it. */
export interface Note {
  readonly id: string
  readonly course_id: string
  readonly module_id: string
  /** The block it was written on; an edit of the module may have taken the block away since: see `placeNotes`. */
  readonly block_id: string
  /** The words of the block when the note was saved, shortened. */
  readonly quote: string
  /** Language of the quote. */
  readonly language: Language
  readonly text: string
  readonly created_at: string
  /** Instant of the last change; a form says with it which version it has seen. */
  readonly saved_at: string
}

/** Characters a note may have. */
export const NOTE_LIMIT = 5000
/** Characters of a block that are kept as quote: enough to know it again after an edit. */
const QUOTE_LIMIT = 1000

/** The beginning of a block's words, as a note keeps it. */
export const quoteOf = (text: string): string => (text.length <= QUOTE_LIMIT ? text : [...text].slice(0, QUOTE_LIMIT).join('')).trim()
