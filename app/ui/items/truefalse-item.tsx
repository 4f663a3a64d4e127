import { useT } from '#app/i18n/translate.ts'
import { Choices } from './choices.tsx'
import { InlineText, withoutMarks } from './inline-text.tsx'
import { AnswerForm, AnswerLine, AnsweredFoot, FormFoot, ItemBox, Kicker, Result } from './item-frame.tsx'
import { allTyped, type FeedbackOf, idOf, type PropsOf, showsForm } from './item-props.ts'
import { AnsweredHead, QuestionHeading } from './question.tsx'

/** A statement: true or not, and why. */
export const TruefalseItem = (props: PropsOf<'truefalse'>) => {
  const t = useT()
  const { item, problem, feedback } = props
  if (!showsForm(props) && feedback?.kind === 'truefalse') return <Answered {...props} feedback={feedback} />
  const verdicts = [
    { id: 'true', text: t('item.verdict.true') },
    { id: 'false', text: t('item.verdict.false') },
  ]
  return (
    <ItemBox {...props}>
      <Kicker number={props.number} />
      <QuestionHeading {...props} prompt={item.prompt} />
      <AnswerForm {...props}>
        <Choices
          {...{ item, problem }}
          kind="radio"
          name="verdict"
          options={verdicts}
          chosen={allTyped(problem, 'verdict')}
          legendId={idOf(item, 'verdict')}
          legend={
            <legend className="wb-legend--s" id={idOf(item, 'verdict')}>
              {t('item.verdict.legend')}
            </legend>
          }
        />
        <Choices
          {...{ item, problem }}
          kind="radio"
          name="reason"
          options={item.reasons}
          chosen={allTyped(problem, 'reason')}
          legendId={idOf(item, 'reason')}
          legend={
            <legend className="wb-legend--s" id={idOf(item, 'reason')}>
              {t('item.reason.legend')}
            </legend>
          }
        />
        <FormFoot label={t('item.check')} {...props} />
      </AnswerForm>
    </ItemBox>
  )
}

const Answered = (props: Omit<PropsOf<'truefalse'>, 'feedback'> & { readonly feedback: FeedbackOf<'truefalse'> }) => {
  const t = useT()
  const { item, feedback } = props
  const { verdict, reason } = feedback
  return (
    <ItemBox {...props}>
      <AnsweredHead {...props} prompt={item.prompt} />
      <ul className="wb-answers">
        <AnswerLine state={verdict.right ? 'right' : 'other'} label={t(verdict.right ? 'item.rightAnswer' : 'item.otherAnswer')}>
          {t(`item.verdict.${verdict.given}`)}
        </AnswerLine>
        <AnswerLine
          state={reason.right && verdict.right ? 'right' : 'other'}
          label={t(verdict.right ? (reason.right ? 'item.reason.right' : 'item.reason.notQuite') : 'item.reason.answered')}
          below={
            <span className="wb-answer__why">
              <InlineText text={reason.feedback} />
            </span>
          }
        >
          <InlineText text={item.reasons.find((one) => one.id === reason.id)?.text ?? ''} />
        </AnswerLine>
      </ul>
      <Result {...props} right={feedback.right}>
        <p>
          <InlineText text={verdict.feedback} />
        </p>
      </Result>
      <AnsweredFoot {...props} label={t('item.tryAgain')} about={t('item.about', { prompt: withoutMarks(item.prompt) })} />
    </ItemBox>
  )
}
