import { useFormat, useT } from '#app/i18n/translate.ts'
import { addDays, dateInBerlin } from '#app/platform/calendar.ts'
import { classes } from '../class-names.ts'
import { PrivateLine } from '../private-line.tsx'
import { Choices } from './choices.tsx'
import { InlineText } from './inline-text.tsx'
import { AnswerForm, AnsweredFoot, FormFoot, Heading, ItemBox, Kicker } from './item-frame.tsx'
import { allTyped, type FeedbackOf, faulty, idOf, type PropsOf, showsForm, typed } from './item-props.ts'

type Props = PropsOf<'transfer'>

/** A task at work for the days after: by when the person intends to do it, and how far it has got. */
export const TransferItem = (props: Props) => {
  const t = useT()
  const { item, problem, now } = props
  const last = props.feedback?.kind === 'transfer' ? props.feedback : null
  if (!showsForm(props) && last !== null) return <Answered {...props} feedback={last} />
  const statuses = (['not_yet', 'tried', 'done'] as const).map((id) => ({ id, text: t(`item.transfer.${id}`) }))
  const on = idOf(item, 'on')
  const fault = faulty(props, 'on')
  const hint = `${on}-hint`
  return (
    <ItemBox {...props}>
      <Task {...props} />
      <AnswerForm {...props}>
        <div className="kern-form-input wb-date">
          <label className="kern-label" htmlFor={on}>
            {t('item.transfer.on')}
          </label>
          <p className="t-small wb-hint" id={hint}>
            {t('item.transfer.onHint')}
          </p>
          <input
            className="kern-form-input__input"
            type="date"
            id={on}
            name="on"
            defaultValue={typed(problem, 'on') ?? last?.on ?? (now === undefined ? '' : suggestedDay(now, item.weeks))}
            {...fault}
            aria-describedby={'aria-describedby' in fault ? `${hint} ${fault['aria-describedby']}` : hint}
          />
        </div>
        <Choices
          {...{ item, problem }}
          kind="radio"
          name="status"
          options={statuses}
          chosen={problem === null ? [last?.status ?? 'not_yet'] : allTyped(problem, 'status')}
          legendId={idOf(item, 'status')}
          legend={
            <legend className="wb-legend--s" id={idOf(item, 'status')}>
              {t('item.transfer.legend')}
            </legend>
          }
        />
        <FormFoot label={t('item.transfer.save')} {...props} />
        <PrivateLine>{t('item.transfer.private')}</PrivateLine>
      </AnswerForm>
    </ItemBox>
  )
}

/** The day on which the task's weeks are over. */
const suggestedDay = (now: string, weeks: number) => dateInBerlin(addDays(now, weeks * 7))

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
  const { item, feedback, headingLevel, now } = props
  const { status, on } = feedback
  // A calendar date has no time zone: noon keeps it on its day.
  const date = on === null ? null : format.dateTime(new Date(`${on}T12:00:00Z`), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const isPassed = status === 'not_yet' && on !== null && now !== undefined && on < dateInBerlin(now)
  return (
    <ItemBox {...props}>
      <Task {...props} />
      <div className={classes('wb-callout', status === 'done' && 'wb-callout--ok')}>
        <Heading level={headingLevel === 2 ? 3 : 4} className="t-h4" id={`result-${item.id}`} tabIndex={-1}>
          {t('item.transfer.saved', { status: t(`item.transfer.${status}`) })}
        </Heading>
        {date === null ? null : <p>{t('item.transfer.plannedFor', { date })}</p>}
        {isPassed ? <p>{t('item.transfer.passed')}</p> : null}
      </div>
      <AnsweredFoot {...props} label={t('item.transfer.change')} about={item.title} />
    </ItemBox>
  )
}
