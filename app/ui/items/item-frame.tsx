/** The parts that items of every kind are put together from: frame, form, foot, refusal, result. */
import type { ReactNode } from 'react'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { Alert } from '../alert.tsx'
import { Button } from '../button.tsx'
import { classes } from '../class-names.ts'
import { Icon } from '../icon.tsx'
import { Saved } from '../saved.tsx'
import { FlagLink } from './flag-link.tsx'
import { idOf, type ItemProps } from './item-props.ts'
import { numbered } from './numbered.ts'

type Level = 2 | 3 | 4

/** A heading whose level depends on where the item stands. */
export const Heading = ({
  level,
  children,
  ...rest
}: {
  readonly level: Level
  readonly children: ReactNode
  readonly id?: string
  readonly className?: string
  readonly tabIndex?: -1
}) => {
  const Tag = `h${level}` as const
  return <Tag {...rest}>{children}</Tag>
}

/** The box of an item in the flow of a text; a wide one also takes the margin. Its name is the element with the id `item-<id>-title`. */
export const ItemBox = ({
  item,
  notice,
  wide = false,
  children,
}: Pick<ItemProps, 'item' | 'notice'> & { readonly wide?: boolean; readonly children: ReactNode }) => (
  <section className={classes('wb-item', wide && 'wb-wide')} id={`item-${item.id}`} aria-labelledby={idOf(item, 'title')}>
    <Notice item={item} notice={notice} />
    {children}
  </section>
)

/** What else happened to the answer, for example in another window. Stands first, so that it takes the focus after the form was sent. */
export const Notice = ({ item, notice }: Pick<ItemProps, 'item' | 'notice'>) =>
  notice === undefined ? null : (
    <div className="wb-item__notice" id={idOf(item, 'notice')} tabIndex={-1}>
      <Alert kind="info" title={notice} />
    </div>
  )

/** "Frage 3 von 8 · Beantwortet" above the question; nothing where there is nothing to say. */
export const Kicker = ({ number, children }: Pick<ItemProps, 'number'> & { readonly children?: ReactNode }) => {
  const t = useT()
  const parts = [number === undefined ? null : t('item.question', { number }), children].filter(Boolean)
  return parts.length === 0 ? null : (
    <p className="t-kicker">
      {numbered(parts).map(({ at, value: part }) => (
        <span key={at}>
          {at > 0 ? ' · ' : null}
          {part}
        </span>
      ))}
    </p>
  )
}

/** The form of an answer with its hidden fields. */
export const AnswerForm = ({
  item,
  action,
  eventId,
  hidden,
  children,
}: Pick<ItemProps, 'item' | 'action' | 'eventId' | 'hidden'> & { readonly children: ReactNode }) => (
  <form className="wb-item__form" method="post" action={actionOf({ item, action })} aria-labelledby={idOf(item, 'title')} data-inline={`item-${item.id}`}>
    <HiddenFields {...{ item, eventId, hidden }} />
    {children}
  </form>
)

/** Where a form of the item is posted. An anchor counts only where the answer is a page and no way on: then the reader is where it says why. */
export const actionOf = ({ item, action }: Pick<ItemProps, 'item' | 'action'>): string => (action.includes('#') ? action : `${action}#${idOf(item, 'problem')}`)

/** The fields every form of an item carries. */
export const HiddenFields = ({ item, eventId, hidden }: Pick<ItemProps, 'item' | 'eventId' | 'hidden'>) => (
  <>
    <input type="hidden" name="item" value={item.id} />
    <input type="hidden" name="event_id" value={eventId} />
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
)

/** Why the answer was not taken, beside what has to be corrected. An error summary can link to `#item-<id>-problem`. */
export const Refusal = ({ item, problem }: Pick<ItemProps, 'item'> & { readonly problem: NonNullable<ItemProps['problem']> }) => {
  const t = useT()
  return (
    <p className="kern-error wb-item__problem" id={idOf(item, 'problem')} role="alert" tabIndex={-1}>
      <Icon name="danger" />
      <span className="kern-body">{t(`item.problem.${problem.code}`)}</span>
    </p>
  )
}

/** The end of a form: why it was refused, if it was; one button, and beside it how things stand. */
export const FormFoot = ({
  item,
  problem,
  label,
  answer,
  savedAt,
  now,
}: Pick<ItemProps, 'item' | 'problem' | 'answer' | 'savedAt' | 'now'> & { readonly label: string }) => {
  const t = useT()
  return (
    <>
      {problem === null ? null : <Refusal item={item} problem={problem} />}
      <div className="wb-item__foot">
        <Button>{label}</Button>
        {answer === null ? (
          <span className="t-meta" role="status">
            {t('item.notAnswered')}
          </span>
        ) : (
          <SavedAt savedAt={savedAt} now={now} />
        )}
      </div>
    </>
  )
}

/** The end of an answered item: the way to try again, when it was saved, and quietly the way to say that something is wrong with it. */
export const AnsweredFoot = ({
  item,
  retryHref,
  flagHref,
  savedAt,
  now,
  label,
  about,
}: Pick<ItemProps, 'item' | 'retryHref' | 'flagHref' | 'savedAt' | 'now'> & { readonly label: string; readonly about: string }) => (
  <div className="wb-item__foot">
    <a href={retryHref ?? `?retry=${item.id}#item-${item.id}`}>
      {label}
      <span className="kern-sr-only"> ({about})</span>
    </a>
    <SavedAt savedAt={savedAt} now={now} />
    {flagHref === undefined ? null : <FlagLink href={flagHref} about={about} />}
  </div>
)

/** "Gespeichert 10:32", or with its date where that was another day. */
export const SavedAt = ({ savedAt, now }: Pick<ItemProps, 'savedAt' | 'now'>) => {
  const t = useT()
  const format = useFormat()
  if (savedAt === null) return <Saved time={null} />
  const at = new Date(savedAt)
  const day = (instant: Date) => format.dateTime(instant, { dateStyle: 'medium' })
  const time = format.dateTime(at, { hour: '2-digit', minute: '2-digit' })
  return <Saved time={now === undefined || day(new Date(now)) === day(at) ? time : t('item.savedOn', { date: day(at), time })} />
}

/** What the answer was worth, in words. The heading takes the focus after the form was sent. */
export const Result = ({
  item,
  headingLevel,
  right,
  title,
  children,
}: Pick<ItemProps, 'item' | 'headingLevel'> & { readonly right: boolean; readonly title?: string; readonly children?: ReactNode }) => {
  const t = useT()
  return (
    <div className={classes('wb-callout', right && 'wb-callout--ok')}>
      <Heading level={headingLevel === 2 ? 3 : 4} className="t-h4" id={`result-${item.id}`} tabIndex={-1}>
        {title ?? t(right ? 'item.right' : 'item.notQuite')}
      </Heading>
      {children}
      {right ? null : <p>{t('item.notQuiteNext')}</p>}
    </div>
  )
}

/** A line of an answer: chosen and right, chosen and not, or not chosen. State as icon and word. */
export const AnswerLine = ({
  state,
  label,
  children,
  below,
}: {
  readonly state: 'right' | 'other' | 'plain'
  readonly label?: ReactNode
  readonly children: ReactNode
  readonly below?: ReactNode
}) => (
  <li className={classes('wb-answer', state === 'right' && 'wb-answer--ok', state === 'other' && 'wb-answer--other')}>
    {state === 'plain' ? null : <Icon name={state === 'right' ? 'success' : 'info'} />}
    <span>
      {label === undefined ? null : <b>{label}</b>}
      {children}
      {below}
    </span>
  </li>
)
