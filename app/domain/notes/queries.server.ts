/** Reads of one's own notes. There is no other read of the table: not for trainers, not for HR, not in figures. */
import type { Actor } from '#app/domain/actor.ts'
import { prepared } from '#db/prepare.ts'
import type { Db } from '#db/types.ts'
import type { Note } from './note.ts'

const COLUMNS = ['id', 'course_id', 'module_id', 'block_id', 'quote', 'language', 'text', 'created_at', 'saved_at'] as const

/** The person's notes in one module, the oldest first. */
export const listNotesOf = (db: Db, { authority_id, person_id }: Actor, { course_id, module_id }: Place): Promise<Note[]> =>
  notesOfModule(db, { authority_id, person_id, course_id, module_id })

interface Place {
  readonly course_id: string
  readonly module_id: string
}
type Own = Pick<Actor, 'authority_id' | 'person_id'>

/** All notes of the person, by course and module, also of courses and modules that are gone. */
export const listOwnNotes = (db: Db, actor: Actor): Promise<Note[]> => ownNotes(db, actor).execute()

const ownNotes = (db: Db, own: Own) =>
  db
    .selectFrom('note')
    .select(COLUMNS)
    .where('authority_id', '=', own.authority_id)
    .where('person_id', '=', own.person_id)
    .orderBy('course_id')
    .orderBy('module_id')
    .orderBy('created_at')
    .orderBy('id')

const notesOfModule = prepared<Own & Place>(
  'authority_id',
  'person_id',
  'course_id',
  'module_id',
)((db, own) => ownNotes(db, own).where('course_id', '=', own.course_id).where('module_id', '=', own.module_id))
