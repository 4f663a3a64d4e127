/** Reads of one's own notes. There is no other read of the table: not for trainers, not for HR, not in figures. */
import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import type { Note } from './note.ts'

const COLUMNS = ['id', 'course_id', 'module_id', 'block_id', 'quote', 'language', 'text', 'created_at', 'saved_at'] as const

/** The person's notes in one module, the oldest first. */
export const listNotesOf = (db: Db, actor: Actor, place: { readonly course_id: string; readonly module_id: string }): Promise<Note[]> =>
  ownNotes(db, actor).where('course_id', '=', place.course_id).where('module_id', '=', place.module_id).execute()

/** All notes of the person, by course and module, also of courses and modules that are gone. */
export const listOwnNotes = (db: Db, actor: Actor): Promise<Note[]> => ownNotes(db, actor).execute()

const ownNotes = (db: Db, actor: Actor) =>
  db
    .selectFrom('note')
    .select(COLUMNS)
    .where('authority_id', '=', actor.authority_id)
    .where('person_id', '=', actor.person_id)
    .orderBy('course_id')
    .orderBy('module_id')
    .orderBy('created_at')
    .orderBy('id')
