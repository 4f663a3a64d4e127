import type { Language, ModuleText } from '#app/content/course.ts'
import { type Note, quoteOf } from '#app/domain/notes/note.ts'
import type { PlacedNote } from '#app/domain/notes/place-notes.ts'

/** What a note's form carries. `seen` is the `saved_at` of the version it was filled from, empty for a new note. */
export type NoteDraft = Pick<Note, 'id' | 'block_id' | 'quote' | 'language' | 'text'> & { readonly seen: string }

type Blocks = ModuleText['blocks']

/** A new note on a block of the shown text. */
export const newDraft = (id: string, block: Blocks[number], language: Language): NoteDraft => ({
  id,
  seen: '',
  block_id: block.id,
  quote: quoteOf(block.text),
  language,
  text: '',
})

/** A note to be changed. Who edits a note at a paragraph that has changed since means the paragraph of today. */
export const draftOf = ({ note, block, changed }: PlacedNote, blocks: Blocks, shown: Language): NoteDraft => {
  const today = changed && note.language === shown ? blocks.find(({ id }) => id === block) : undefined
  const { id, block_id, quote, language, text, saved_at: seen } = note
  return today === undefined ? { id, seen, block_id, quote, language, text } : { id, seen, block_id: today.id, quote: quoteOf(today.text), language, text }
}

/** The beginning of a text, cut between words. */
export const firstWords = (text: string, limit: number): string => (text.length <= limit ? text : `${text.slice(0, limit).replace(/\s+\S*$/, '')} …`)
