import type { Language } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import { lengthOf } from '#app/domain/assessment/form-values.ts'
import { derivedId } from '#app/domain/progress/append-event.server.ts'
import { toInstant } from '#app/platform/clock.ts'
import type { Tx } from '#db/types.ts'
import { NOTE_LIMIT, quoteOf } from './note.ts'

/** The block a note is written on, and its words. */
export interface NotePlace {
  readonly course_id: string
  readonly module_id: string
  readonly block_id: string
  readonly quote: string
  readonly language: Language
}

export interface NoteFacts {
  /** Minted with the form for a new note, so that a double click is one note; of the note itself when it is changed. */
  readonly id: string
  /** `saved_at` of the version the form was filled from; empty for a new note. */
  readonly seen: string
  readonly text: string
  readonly now: string
}

/**
 * Keeps a private note. Refuses 'empty' and 'too_long' texts, 'newer' where another window has saved the note (or a note on the
 * same block) since the form was drawn, and 'gone' where it was deleted there: no version is overwritten that the person has not seen.
 */
export const saveNote = async (tx: Tx, actor: Actor, place: NotePlace, facts: NoteFacts): Promise<'saved' | 'empty' | 'too_long' | 'newer' | 'gone'> => {
  const text = facts.text.replaceAll('\r\n', '\n').trim()
  if (text === '') return 'empty'
  if (text.length > NOTE_LIMIT * 2 || lengthOf(text) > NOTE_LIMIT) return 'too_long'
  const { course_id, module_id, block_id, language } = place
  // An id that somebody else used must not show, so it becomes one that is derived from both.
  const ids = [facts.id, derivedId(facts.id, [actor.person_id, 'note'])] as const
  const own = await tx
    .selectFrom('note')
    .select(['id', 'block_id', 'text', 'saved_at'])
    .where('authority_id', '=', actor.authority_id)
    .where('person_id', '=', actor.person_id)
    .where('course_id', '=', course_id)
    .where('module_id', '=', module_id)
    .where((is) => is.or([is('id', 'in', [...ids]), is('block_id', '=', block_id)]))
    .execute()
  const kept = own.find(({ id }) => ids.some((one) => one === id)) ?? (facts.seen === '' ? own[0] : undefined)
  if (kept === undefined && facts.seen !== '') return 'gone'
  if (kept !== undefined && kept.saved_at !== facts.seen) return kept.text === text ? 'saved' : 'newer'
  const written = { block_id, quote: quoteOf(place.quote), language, text, saved_at: after(kept?.saved_at, facts.now) }
  if (kept !== undefined) {
    await tx
      .updateTable('note')
      .set(written)
      .where('authority_id', '=', actor.authority_id)
      .where('person_id', '=', actor.person_id)
      .where('id', '=', kept.id)
      .execute()
    return 'saved'
  }
  for (const id of ids) {
    const row = { ...written, id, authority_id: actor.authority_id, person_id: actor.person_id, course_id, module_id, created_at: written.saved_at }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('note')
      .values(row)
      .onConflict((on) => on.columns(['authority_id', 'id']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) break
  }
  return 'saved'
}

/** Now, and later than the version before: two saves within a millisecond are two versions. */
const after = (before: string | undefined, now: string): string => (before === undefined || before < now ? now : toInstant(new Date(Date.parse(before) + 1)))
