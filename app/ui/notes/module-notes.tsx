/** The person's own notes around the text of a module: beside or below their blocks, the form at one of them, the rest at the end. */
import type { Course, Language, Module, ModuleText } from '#app/content/course.ts'
import type { PlacedNote } from '#app/domain/notes/place-notes.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { classes } from '../class-names.ts'
import type { NotesInText } from '../module-body.tsx'
import { draftOf, firstWords, newDraft } from './draft.ts'
import { NoteForm } from './note-form.tsx'

export interface ModuleNotesProps {
  readonly course: Course
  readonly module: Module
  readonly text: ModuleText
  /** Language of the text. */
  readonly shown: Language
  readonly placed: readonly PlacedNote[]
  /** Every block offers a place for a note. */
  readonly writing: boolean
  /** Id of the block or of the note whose form is open. */
  readonly opened: string | undefined
  /** For the note that is begun with this page. */
  readonly newId: string
}

const EARLIER = 'notes--earlier'

/** What to draw where. Nothing of it depends on a script. */
export const notesInText = (props: ModuleNotesProps): NotesInText => {
  const here = (block: string) => props.placed.filter((one) => one.block === block)
  return {
    head: <Switch {...props} />,
    before: (block) => {
      const own = here(block).filter((one) => !isOpen(props, one))
      return own.length === 0 ? null : own.map((one) => <OwnNote key={one.note.id} {...props} one={one} beside />)
    },
    after: (block) => {
      const own = here(block)
      if (own.length === 0) return props.writing ? <Begin {...props} block={block} /> : null
      return own.map((one) => (isOpen(props, one) ? <Form key={one.note.id} {...props} one={one} /> : <OwnNote key={one.note.id} {...props} one={one} />))
    },
    end: <Earlier {...props} />,
  }
}

/** One form at a time, also where two notes have come to stand at one block. */
const isOpen = ({ writing, opened, placed }: ModuleNotesProps, one: PlacedNote): boolean => {
  if (!writing || opened === undefined) return false
  return one === (placed.find(({ note }) => note.id === opened) ?? placed.find(({ block }) => block === opened))
}

const Switch = ({ course, module, writing, placed }: ModuleNotesProps) => {
  const t = useT()
  return (
    <p className="wb-jot-switch no-print">
      {writing ? t('note.switchedOn') : null}
      {writing ? (
        <a href={paths.module(course.slug, module.slug)}>{t('note.switchOff')}</a>
      ) : (
        <a href={paths.moduleWithNotes(course.slug, module.slug)}>{t('note.switchOn')}</a>
      )}
      {writing || placed.length > 0 ? <a href={paths.notes()}>{t('note.all')}</a> : null}
    </p>
  )
}

/** Where every block offers a place: a small way to the form of a block without a note, or the form itself. */
const Begin = (props: ModuleNotesProps & { readonly block: string }) => {
  const t = useT()
  const { course, module, text, shown, block, opened, newId } = props
  const found = text.blocks.find(({ id }) => id === block)
  if (found === undefined) return null
  if (opened === block) return <Frame {...props} draft={newDraft(newId, found, shown)} anchor={block} />
  return (
    <p className="wb-jot-add no-print">
      <a href={paths.moduleWithNotes(course.slug, module.slug, block, block)}>
        {t('note.add')}
        <span className="kern-sr-only"> {t('note.about', { words: firstWords(found.text, 60) })}</span>
      </a>
    </p>
  )
}

const Form = (props: ModuleNotesProps & { readonly one: PlacedNote }) => (
  <Frame {...props} draft={draftOf(props.one, props.text.blocks, props.shown)} anchor={props.one.block ?? EARLIER} />
)

const Frame = ({ course, module, draft, anchor }: ModuleNotesProps & { readonly draft: ReturnType<typeof newDraft>; readonly anchor: string }) => (
  <div className="wb-jot no-print" lang={useLanguage()}>
    <NoteForm
      draft={draft}
      action={paths.moduleNotes(course.slug, module.slug)}
      cancelHref={paths.moduleWithNotes(course.slug, module.slug, undefined, anchor)}
    />
  </div>
)

/** Stands twice in the page, of which one is shown: before its block, to lie beside it where there is a margin, and below it where there is none. */
const OwnNote = ({ course, module, one, text, beside = false }: ModuleNotesProps & { readonly one: PlacedNote; readonly beside?: boolean }) => {
  const [t, language] = [useT(), useLanguage()]
  const { note, block, changed } = one
  const words = firstWords(text.blocks.find(({ id }) => id === block)?.text ?? note.quote, 60)
  return (
    <div
      className={classes('wb-jot', block !== null && (beside ? 'wb-jot--beside' : 'wb-jot--below'))}
      role="note"
      aria-label={`${t('note.own')} ${t('note.about', { words })}`}
      lang={language}
    >
      <b>{t('note.own')}</b>
      {block === null ? (
        <blockquote className="wb-jot__quote" lang={note.language}>
          {firstWords(note.quote, 300)}
        </blockquote>
      ) : null}
      <p className="wb-jot__text">{note.text}</p>
      {changed ? (
        <>
          <p className="t-meta">{t('note.changed')}</p>
          <details>
            <summary>{t('note.wording')}</summary>
            <blockquote className="wb-jot__quote" lang={note.language}>
              {note.quote}
            </blockquote>
          </details>
        </>
      ) : null}
      <a className="no-print" href={paths.moduleWithNotes(course.slug, module.slug, note.id, block ?? EARLIER)}>
        {t('note.edit')}
        <span className="kern-sr-only"> {t('note.about', { words })}</span>
      </a>
    </div>
  )
}

const Earlier = (props: ModuleNotesProps) => {
  const t = useT()
  const lost = props.placed.filter(({ block }) => block === null)
  if (lost.length === 0) return null
  return (
    <section className="l-stack" id={EARLIER} aria-labelledby={`${EARLIER}-title`}>
      <h2 className="t-h3" id={`${EARLIER}-title`}>
        {t('note.earlierTitle')}
      </h2>
      <p className="t-small">{t('note.earlierText')}</p>
      {lost.map((one) => (isOpen(props, one) ? <Form key={one.note.id} {...props} one={one} /> : <OwnNote key={one.note.id} {...props} one={one} />))}
    </section>
  )
}
