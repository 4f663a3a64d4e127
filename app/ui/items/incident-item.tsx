import { useFormat, useT } from '#app/i18n/translate.ts'
import { PrivateLine } from '../private-line.tsx'
import { InlineText } from './inline-text.tsx'
import { AnswerForm, AnsweredFoot, FormFoot, Heading, Notice } from './item-frame.tsx'
import { type FeedbackOf, idOf, type PropsOf, showsForm } from './item-props.ts'
import { PrivateText } from './private-text.tsx'
import { RatingComparison, RatingFigures } from './rating-comparison.tsx'
import { letterOf, RatingScale } from './rating-scale.tsx'

type Feedback = FeedbackOf<'critical-incident'>
type Props = PropsOf<'critical-incident'>

/** A situation from the counter: rate explanations, compare, rate again if you like. The page around it has the title. */
export const IncidentItem = (props: Props) => {
  const { item } = props
  const feedback = props.feedback?.kind === 'critical-incident' ? props.feedback : null
  return (
    <section className="l-stack l-stack--l" id={`item-${item.id}`} aria-label={item.title}>
      <Notice {...props} />
      {showsForm(props) || feedback === null ? <Rating {...props} last={feedback} /> : <Answered {...props} feedback={feedback} />}
    </section>
  )
}

const Rating = (props: Props & { readonly last: Feedback | null }) => {
  const t = useT()
  const { item, problem, headingLevel, last } = props
  const lastOf = (id: string) => {
    const option = last?.options.find((one) => one.id === id)
    return option?.again ?? option?.own
  }
  return (
    <>
      {last === null ? <Story {...props} /> : <FoldedStory {...props} />}
      <div className="l-stack l-stack--s wb-rule">
        <Heading level={headingLevel} id={idOf(item, 'title')}>
          {last === null ? <InlineText text={item.question} /> : t('item.incident.againTitle')}
        </Heading>
        <p>
          {last === null ? (
            t('item.rate.hint')
          ) : (
            <>
              <InlineText text={item.question} /> {t('item.incident.againHint')}
            </>
          )}
        </p>
      </div>
      <AnswerForm {...props}>
        {last === null ? null : <input type="hidden" name="phase" value="again" />}
        <div>
          {item.options.map((option, at) => (
            <RatingScale key={option.id} {...{ item, problem, option }} letter={letterOf(at)} scale="plausible" chosen={lastOf(option.id)} />
          ))}
        </div>
        <FormFoot label={t('item.rate.submit')} {...props} />
        <PrivateLine>{t('item.rate.private')}</PrivateLine>
      </AnswerForm>
    </>
  )
}

const Answered = (props: Omit<Props, 'feedback'> & { readonly feedback: Feedback }) => {
  const [t, format] = [useT(), useFormat()]
  const { item, feedback, headingLevel } = props
  const levelBelow = headingLevel === 2 ? 3 : 4
  const shown = item.options.flatMap((option, at) => {
    const rated = feedback.options.find((one) => one.id === option.id)
    return rated === undefined ? [] : [{ ...rated, text: option.text, letter: letterOf(at) }]
  })
  const far = shown.filter((one) => Math.abs((one.again ?? one.own) - one.authors) > 1).map((one) => one.letter)
  return (
    <>
      <Heading level={headingLevel} id={`result-${item.id}`} tabIndex={-1}>
        {t('item.incident.feedback')}
      </Heading>
      <p className="t-lead">
        {t('item.incident.near', { near: feedback.near, total: shown.length })} {t('item.incident.look', { count: far.length, letters: format.list(far) })}
      </p>
      <FoldedStory {...props} />
      <div>
        {shown.map((one) => (
          <RatingComparison key={one.id} {...one} scale="plausible" level={levelBelow} />
        ))}
      </div>
      <div className="l-stack l-stack--s">
        <RatingFigures closeness={feedback.closeness.again ?? feedback.closeness.first} shape={props.shape} />
      </div>
      <AnsweredFoot {...props} label={t('item.incident.againLink')} about={item.title} />
      {item.follow_up === undefined ? null : (
        <section className="wb-panel l-stack" aria-labelledby={idOf(item, 'follow-up')}>
          <Heading level={levelBelow} className="t-h3" id={idOf(item, 'follow-up')}>
            {t('item.incident.followUp')}
          </Heading>
          <PrivateText {...props} feedback={feedback} label={<InlineText text={item.follow_up} />} />
        </section>
      )}
    </>
  )
}

const Story = ({ item }: Pick<Props, 'item'>) => (
  <div className="wb-story l-stack">
    {item.situation.map((paragraph) => (
      <p key={paragraph}>
        <InlineText text={paragraph} />
      </p>
    ))}
  </div>
)

const FoldedStory = ({ item }: Pick<Props, 'item'>) => {
  const t = useT()
  return (
    <details className="wb-fold">
      <summary>{t('item.incident.readAgain')}</summary>
      <Story item={item} />
    </details>
  )
}
