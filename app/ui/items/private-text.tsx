import type { ReactNode } from 'react'
import { useT } from '#app/i18n/translate.ts'
import { Button } from '../button.tsx'
import { PrivateLine } from '../private-line.tsx'
import { HiddenFields, Refusal, SavedAt } from './item-frame.tsx'
import { faulty, idOf, type ItemProps, typed } from './item-props.ts'

interface PrivateTextProps extends ItemProps {
  readonly label: ReactNode
}

/**
 * A text only its writer can read: kept when the writer asks for it, deleted at once when the writer wishes (field
 * `delete`, or an empty text). Where nothing can be kept (`reflectionAction` is null) only the question is shown.
 */
export const PrivateText = (props: PrivateTextProps) => {
  const t = useT()
  const { item, label, reflection, reflectionAction, now } = props
  if (reflectionAction === null)
    return (
      <>
        <p>{label}</p>
        <PrivateLine>
          {t('item.reflection.private')} {t('item.reflection.preview')}
        </PrivateLine>
      </>
    )
  // The same page can hold a refused answer of the item and its private text: only a text problem belongs here.
  const problem = props.problem !== null && item.kind === 'reflection' ? props.problem : null
  const id = idOf(item, 'text')
  const form = idOf(item, 'private')
  return (
    <form className="wb-item__form" id={form} method="post" action={reflectionAction} data-inline={form}>
      <HiddenFields {...props} />
      <div className="kern-form-input">
        <label className="kern-label" htmlFor={id}>
          {label}
        </label>
        <textarea
          className="kern-form-input__input"
          id={id}
          name="text"
          rows={5}
          dir="auto"
          defaultValue={typed(problem, 'text') ?? reflection?.text ?? ''}
          {...faulty({ item, problem }, 'text')}
        />
      </div>
      {problem === null ? null : <Refusal item={item} problem={problem} />}
      <PrivateLine>{t('item.reflection.private')}</PrivateLine>
      <div className="wb-item__foot">
        <span className="l-cluster">
          <Button variant="secondary">{t('item.reflection.save')}</Button>
          {reflection === null ? null : (
            <Button variant="tertiary" name="delete" value="1">
              {t('item.reflection.delete')}
            </Button>
          )}
        </span>
        {reflection === null ? null : (
          <span id={idOf(item, 'saved')} tabIndex={-1}>
            <SavedAt savedAt={reflection.savedAt} now={now} />
          </span>
        )}
      </div>
    </form>
  )
}
