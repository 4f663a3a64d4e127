import { Fragment, type ReactNode } from 'react'
import { useT } from '#app/i18n/translate.ts'
import { classes } from '../class-names.ts'
import { InlineText, withoutMarks } from './inline-text.tsx'
import { AnswerForm, AnswerLine, AnsweredFoot, FormFoot, Heading, ItemBox, Kicker, Result } from './item-frame.tsx'
import { type FeedbackOf, faulty, idOf, type PropsOf, showsForm, typed } from './item-props.ts'
import { numbered } from './numbered.ts'

/** A text with gaps: inputs stand inside the sentence, each with a name of its own. */
export const GapItem = (props: PropsOf<'gap'>) => {
  const t = useT()
  const { item, problem, feedback } = props
  const last = feedback?.kind === 'gap' ? feedback : null
  if (!showsForm(props) && last !== null) return <Answered {...props} feedback={last} />
  const input = (id: string, label: string) => {
    const name = `gap.${id}`
    const fault = faulty(props, name)
    return (
      <span className="wb-gap">
        <label className="kern-sr-only" htmlFor={idOf(item, name)}>
          {label}
        </label>
        <input
          className={classes('wb-gap__input', 'aria-invalid' in fault && 'wb-gap__input--error')}
          type="text"
          id={idOf(item, name)}
          name={name}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          defaultValue={typed(problem, name) ?? last?.gaps.find((gap) => gap.id === id)?.text ?? ''}
          {...fault}
        />
      </span>
    )
  }
  return (
    <ItemBox {...props}>
      <Kicker number={props.number} />
      <AnswerForm {...props}>
        <fieldset aria-describedby={idOf(item, 'hint')}>
          <legend>
            <Heading level={props.headingLevel} className="kern-sr-only" id={idOf(item, 'title')}>
              {plainPrompt(item)}
            </Heading>
          </legend>
          <p className="wb-gap-text">{withGaps(item, (id, label) => input(id, label))}</p>
          <p className="t-small wb-hint" id={idOf(item, 'hint')}>
            {t('item.gap.hint')}
          </p>
        </fieldset>
        <FormFoot label={t('item.check')} {...props} />
      </AnswerForm>
    </ItemBox>
  )
}

const Answered = (props: Omit<PropsOf<'gap'>, 'feedback'> & { readonly feedback: FeedbackOf<'gap'> }) => {
  const t = useT()
  const { item, feedback } = props
  return (
    <ItemBox {...props}>
      <div className="l-stack l-stack--s">
        <Kicker number={props.number}>{t('item.answered')}</Kicker>
        <Heading level={props.headingLevel} className="kern-sr-only" id={idOf(item, 'title')}>
          {plainPrompt(item)}
        </Heading>
        <p className="wb-gap-text">
          {withGaps(item, (id) => (
            <b className="wb-gap__word">{feedback.gaps.find((gap) => gap.id === id)?.text}</b>
          ))}
        </p>
      </div>
      <ul className="wb-answers">
        {item.gaps.map((gap) => {
          const filled = feedback.gaps.find((one) => one.id === gap.id)
          return (
            <AnswerLine
              key={gap.id}
              state={filled?.right === true ? 'right' : 'other'}
              label={`${gap.label}: ${t(filled?.right === true ? 'item.gap.right' : 'item.gap.notYet')}`}
            >
              {filled?.text}
            </AnswerLine>
          )
        })}
      </ul>
      <Result {...props} right={feedback.right}>
        <p>
          <InlineText text={feedback.hint} />
        </p>
      </Result>
      <AnsweredFoot {...props} label={t('item.tryAgain')} about={t('item.about', { prompt: plainPrompt(item) })} />
    </ItemBox>
  )
}

type GapLearnerItem = PropsOf<'gap'>['item']

const withGaps = (item: GapLearnerItem, gapOf: (id: string, label: string) => ReactNode): ReactNode =>
  numbered(item.prompt.split(/\{\{([a-z0-9-]+)\}\}/)).map(({ at, value: part }) => {
    const gap = at % 2 === 1 ? item.gaps.find((one) => one.id === part) : undefined
    return <Fragment key={at}>{gap === undefined ? <InlineText text={part} /> : gapOf(gap.id, gap.label)}</Fragment>
  })

const plainPrompt = (item: GapLearnerItem) => withoutMarks(item.prompt.replace(/\{\{[a-z0-9-]+\}\}/g, '…'))
