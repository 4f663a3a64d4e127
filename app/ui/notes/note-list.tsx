import type { Course, Module } from '#app/content/course.ts'
import type { Note } from '#app/domain/notes/note.ts'
import type { PlacedNote } from '#app/domain/notes/place-notes.ts'
import { useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Button } from '../button.tsx'
import { firstWords } from './draft.ts'

/** Notes of a module in reading order, each with the words it was written on and the way there. */
export const NoteList = ({ course, module, placed }: { readonly course: Course; readonly module: Module; readonly placed: readonly PlacedNote[] }) => {
  const t = useT()
  return (
    <ul className="wb-jots">
      {placed.map(({ note, block, changed }) => (
        <li key={note.id}>
          <Words note={note} />
          {changed ? <p className="t-meta">{t('note.changed')}</p> : null}
          <p className="l-cluster t-small no-print">
            <a href={paths.module(course.slug, module.slug, block ?? 'notes--earlier')}>
              {t('note.toBlock')}
              <About note={note} />
            </a>
            <a href={paths.moduleWithNotes(course.slug, module.slug, note.id, block ?? 'notes--earlier')}>
              {t('note.edit')}
              <About note={note} />
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Notes whose course or module is no longer offered: to be read, and deleted when the person wishes. */
export const GoneNotes = ({ notes, action }: { readonly notes: readonly Note[]; readonly action: string }) => {
  const t = useT()
  return (
    <ul className="wb-jots">
      {notes.map((note) => (
        <li key={note.id}>
          <Words note={note} />
          <form className="no-print" method="post" action={action}>
            <input type="hidden" name="note" value={note.id} />
            <input type="hidden" name="seen" value={note.saved_at} />
            <Button variant="tertiary" about={t('note.about', { words: firstWords(note.quote, 60) })}>
              {t('note.delete')}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

const Words = ({ note }: { readonly note: Note }) => {
  const [t, format, language] = [useT(), useFormat(), useLanguage()]
  return (
    <>
      <blockquote className="wb-jot__quote t-small" lang={note.language === language ? undefined : note.language}>
        {firstWords(note.quote, 300)}
      </blockquote>
      <p className="wb-jot__text">{note.text}</p>
      <p className="t-meta">{t('note.savedAt', { time: format.dateTime(new Date(note.saved_at), { dateStyle: 'medium', timeStyle: 'short' }) })}</p>
    </>
  )
}

const About = ({ note }: { readonly note: Note }) => <span className="kern-sr-only"> {useT()('note.about', { words: firstWords(note.quote, 60) })}</span>
