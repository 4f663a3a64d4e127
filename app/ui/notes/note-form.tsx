import { useT } from '#app/i18n/translate.ts'
import { Button } from '../button.tsx'
import { TextAreaField } from '../field.tsx'
import { PrivateLine } from '../private-line.tsx'
import type { NoteDraft } from './draft.ts'

/** Id of the field; the error summary leads to it. Two hyphens: no heading of a text has such an anchor. */
export const NOTE_FIELD = 'note--text'

interface NoteFormProps {
  readonly draft: NoteDraft
  /** Where notes of the module are posted. */
  readonly action: string
  readonly cancelHref: string
  readonly error?: string | undefined
}

/** Writes, changes and deletes one note. The id was minted with the form, so a double click is one note. */
export const NoteForm = ({ draft, action, cancelHref, error }: NoteFormProps) => {
  const t = useT()
  const { id, seen, block_id, quote, language, text } = draft
  return (
    <form className="wb-jot-form" method="post" action={action}>
      {Object.entries({ note: id, seen, block: block_id, quote, language }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextAreaField label={t('note.own')} name="text" id={NOTE_FIELD} rows={5} defaultValue={text} error={error} />
      <PrivateLine>{t('note.private')}</PrivateLine>
      <div className="l-cluster">
        <Button variant="secondary" name="intent" value="save">
          {t('note.save')}
        </Button>
        {seen === '' ? null : (
          <Button variant="tertiary" name="intent" value="delete">
            {t('note.delete')}
          </Button>
        )}
        <a href={cancelHref}>{t('note.cancel')}</a>
      </div>
    </form>
  )
}
