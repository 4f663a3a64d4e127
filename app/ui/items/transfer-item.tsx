import { useFormat, useT } from '#app/i18n/translate.ts'
import { PrivateLine } from '../private-line.tsx'
import { Choices } from './choices.tsx'
import { InlineText } from './inline-text.tsx'
import { AnswerForm, AnsweredFoot, FormFoot, Heading, ItemBox, Kicker } from './item-frame.tsx'
import { allTyped, type FeedbackOf, faulty, idOf, type PropsOf, showsForm, typed } from './item-props.ts'

type Props = PropsOf<'transfer'>

/** A task at work for the days after, and how far it has got. */
export const TransferItem = (props: Props) => {
  const t = useT()
  const { item, problem } = props
  const last = props.feedback?.kind === 'transfer' ? props.feedback : null
  if (!showsForm(props) && last !== null) return <Answered {...props} feedback={last} />
  const statuses = (['done', 'tried', 'not_yet'] as const).map((id) => ({ id, text: t(`item.transfer.${id}`) }))
  const on = idOf(item, 'on')
  return (
    <ItemBox item={item}>
      <Task {...props} />
      <AnswerForm {...props}>
        <Choices
          {...{ item, problem }}
          kind="radio"
          name="status"
          options={statuses}
          chosen={problem === null ? [last?.status ?? ''] : allTyped(problem, 'status')}
          legendId={idOf(item, 'status')}
          legend={
            <legend className="wb-legend--s" id={idOf(item, 'status')}>
              {t('item.transfer.legend')}
            </legend>
          }
        />
        <div className="kern-form-input wb-date">
          <label className="kern-label" htmlFor={on}>
            {t('item.transfer.on')} <span className="kern-label__optional">({t('shell.optional')})</span>
          </label>
          <input
            className="kern-form-input__input"
            type="date"
            id={on}
            name="on"
            defaultValue={typed(problem, 'on') ?? last?.on ?? ''}
            {...faulty(props, 'on')}
          />
        </div>
        <FormFoot label={t('item.transfer.save')} {...props} />
        <PrivateLine>{t('item.transfer.private')}</PrivateLine>
      </AnswerForm>
    </ItemBox>
  )
}

const Task = ({ item, headingLevel }: Pick<Props, 'item' | 'headingLevel'>) => {
  const t = useT()
  return (
    <div className="l-stack">
      <div className="l-stack l-stack--s">
        <Kicker number={undefined}>
          {t('item.transfer.name')} · {t('item.transfer.due', { weeks: item.weeks })}
        </Kicker>
        <Heading level={headingLevel} className="wb-item__q" id={idOf(item, 'title')}>
          <InlineText text={item.title} />
        </Heading>
      </div>
      <p>
        <InlineText text={item.task} />
      </p>
      {item.evidence === undefined ? null : <p className="t-small">{t('item.transfer.evidence', { evidence: item.evidence })}</p>}
    </div>
  )
}

const Answered = (props: Omit<Props, 'feedback'> & { readonly feedback: FeedbackOf<'transfer'> }) => {
  const t = useT()
  const format = useFormat()
  const { item, feedback, headingLevel } = props
  const status = t(`item.transfer.${feedback.status}`)
  // A calendar date has no time zone: noon keeps it on its day.
  const date = feedback.on === null ? null : format.dateTime(new Date(`${feedback.on}T12:00:00Z`), { day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <ItemBox item={item}>
      <Task {...props} />
      <div className="wb-callout wb-callout--ok">
        <Heading level={headingLevel === 2 ? 3 : 4} className="t-h4" id={`result-${item.id}`} tabIndex={-1}>
          {t('item.transfer.saved')}
        </Heading>
        <p>{date === null ? status : t('item.transfer.savedOn', { status, date })}</p>
      </div>
      <AnsweredFoot {...props} label={t('item.transfer.change')} about={item.title} />
    </ItemBox>
  )
}
