import { expect, test } from 'vitest'
import { aCourse, aModule } from '#tests/support/course.ts'
import { anAuthority, aPerson, freshDb, published } from '#tests/support/database.ts'
import type { Db } from '#db/types.ts'
import { deleteNote } from './delete-note.server.ts'
import { NOTE_LIMIT, quoteOf } from './note.ts'
import { listNotesOf, listOwnNotes } from './queries.server.ts'
import { type NoteFacts, type NotePlace, saveNote } from './save-note.server.ts'

const NOW = '2026-11-20T09:00:00.000Z'
const LATER = '2026-11-20T09:05:00.000Z'
const place: NotePlace = { course_id: 'course-1', module_id: 'module-1', block_id: 'b-12345678', quote: 'Der Absatz.', language: 'de' }
type Person = Awaited<ReturnType<typeof aPerson>>

const furnish = async () => {
  const db = await freshDb()
  await published(db, aCourse([aModule('module-1', [])]))
  const person = await aPerson(db)
  return { db, person }
}
const save = (db: Db, { actor }: Person, facts: Partial<NoteFacts> & Partial<NotePlace> = {}) => {
  const { id = 'note-0001', seen = '', text = 'Nachfragen.', now = NOW, ...where } = facts
  return db.transaction().execute((tx) => saveNote(tx, actor, { ...place, ...where }, { id, seen, text, now }))
}
const remove = (db: Db, { actor }: Person, facts: { id: string; seen: string }) => db.transaction().execute((tx) => deleteNote(tx, actor, facts))
const texts = async (db: Db, { actor }: Person) => (await listOwnNotes(db, actor)).map(({ text }) => text)

test('a note is kept with its block and quote, changed and deleted', async () => {
  const { db, person } = await furnish()
  expect(await save(db, person, { text: ' Nachfragen.\r\nMorgen. ' })).toBe('saved')
  const [note] = await listNotesOf(db, person.actor, place)
  expect(note).toEqual({ ...place, id: 'note-0001', text: 'Nachfragen.\nMorgen.', created_at: NOW, saved_at: NOW })
  expect(await save(db, person, { seen: NOW, text: 'Neu.', now: LATER, block_id: 'b-87654321', quote: 'Der neue Absatz.' })).toBe('saved')
  expect(await listOwnNotes(db, person.actor)).toEqual([
    { ...note, text: 'Neu.', block_id: 'b-87654321', quote: 'Der neue Absatz.', created_at: NOW, saved_at: LATER },
  ])
  expect(await remove(db, person, { id: 'note-0001', seen: LATER })).toBe('deleted')
  expect(await remove(db, person, { id: 'note-0001', seen: LATER })).toBe('nothing_there')
  expect(await texts(db, person)).toEqual([])
})

test('a double click is one note, of a new one and of a change', async () => {
  const { db, person } = await furnish()
  await save(db, person)
  expect(await save(db, person)).toBe('saved')
  await save(db, person, { seen: NOW, text: 'Neu.', now: LATER })
  expect(await save(db, person, { seen: NOW, text: 'Neu.', now: LATER })).toBe('saved')
  expect(await texts(db, person)).toEqual(['Neu.'])
})

test('an older version never overwrites a newer one that was not seen, nor deletes it', async () => {
  const { db, person } = await furnish()
  await save(db, person)
  await save(db, person, { seen: NOW, text: 'Aus dem ersten Fenster.', now: NOW })
  const [note] = await listOwnNotes(db, person.actor)
  expect(note?.saved_at, 'also within one millisecond').toBe('2026-11-20T09:00:00.001Z')
  expect(await save(db, person, { seen: NOW, text: 'Aus dem zweiten Fenster.' })).toBe('newer')
  expect(await remove(db, person, { id: 'note-0001', seen: NOW })).toBe('newer')
  expect(await texts(db, person)).toEqual(['Aus dem ersten Fenster.'])
  expect(await save(db, person, { seen: note?.saved_at ?? '', text: 'Beides zusammen.' })).toBe('saved')
})

test('two windows that both begin a note on one block are told, and a note deleted elsewhere is not revived silently', async () => {
  const { db, person } = await furnish()
  await save(db, person)
  expect(await save(db, person, { id: 'note-0002', text: 'Anderes.' })).toBe('newer')
  expect(await save(db, person, { id: 'note-0002', text: 'Anderes.', block_id: 'b-00000000' })).toBe('saved')
  await remove(db, person, { id: 'note-0001', seen: NOW })
  expect(await save(db, person, { seen: NOW, text: 'Doch noch.' })).toBe('gone')
  expect(await texts(db, person)).toEqual(['Anderes.'])
})

test('an empty text and one that is too long are refused, the longest is kept', async () => {
  const { db, person } = await furnish()
  expect(await save(db, person, { text: ' \n ' })).toBe('empty')
  expect(await save(db, person, { text: 'ü'.repeat(NOTE_LIMIT + 1) })).toBe('too_long')
  expect(await save(db, person, { text: '😀'.repeat(NOTE_LIMIT) })).toBe('saved')
  expect((await texts(db, person)).map((text) => [...text].length)).toEqual([NOTE_LIMIT])
  expect([...quoteOf('😀'.repeat(3000))]).toHaveLength(1000)
})

test('nobody else reads, changes or deletes a note, in the same authority or another, with the very same ids', async () => {
  const { db, person } = await furnish()
  const colleague = await aPerson(db, { authority_id: person.authority_id })
  const abroad = await aPerson(db, { authority_id: (await anAuthority(db)).id, id: person.person_id })
  await save(db, person)
  for (const other of [colleague, abroad]) {
    expect(await listOwnNotes(db, other.actor)).toEqual([])
    expect(await listNotesOf(db, other.actor, place)).toEqual([])
    expect(await remove(db, other, { id: 'note-0001', seen: NOW })).toBe('nothing_there')
    expect(await save(db, other, { seen: NOW, text: 'Überschrieben' })).toBe('gone')
    expect(await save(db, other, { text: 'Mein eigenes' })).toBe('saved')
    expect(await save(db, other, { text: 'Mein eigenes' }), 'twice').toBe('saved')
    expect(await texts(db, other)).toEqual(['Mein eigenes'])
  }
  expect(await texts(db, person)).toEqual(['Nachfragen.'])
})
