import { useT } from '#app/i18n/translate.ts'
import { Choices } from './choices.tsx'
import { InlineText, withoutMarks } from './inline-text.tsx'
import { AnswerForm, AnswerLine, AnsweredFoot, FormFoot, ItemBox, Kicker, Result } from './item-frame.tsx'
import { allTyped, type FeedbackOf, idOf, type PropsOf, showsForm } from './item-props.ts'
import { AnsweredHead, QuestionLegend } from './question.tsx'

/** Any number of several answers. */
export const MultipleItem = (props: PropsOf<'multiple'>) => {
  const t = useT()
  const { item, problem, feedback } = props
  if (!showsForm(props) && feedback?.kind === 'multiple') return <Answered {...props} feedback={feedback} />
  return (
    <ItemBox {...props}>
      <Kicker number={props.number} />
      <AnswerForm {...props}>
        <Choices
          {...{ item, problem }}
          kind="checkbox"
          name="option"
          options={item.options}
          chosen={allTyped(problem, 'option')}
          legendId={idOf(item, 'title')}
          hint={t('item.severalHint')}
          legend={<QuestionLegend {...props} prompt={item.prompt} />}
        />
        <FormFoot label={t('item.check')} {...props} />
      </AnswerForm>
    </ItemBox>
  )
}

const Answered = (props: Omit<PropsOf<'multiple'>, 'feedback'> & { readonly feedback: FeedbackOf<'multiple'> }) => {
  const t = useT()
  const { item, feedback } = props
  return (
    <ItemBox {...props}>
      <AnsweredHead {...props} prompt={item.prompt} />
      <ul className="wb-answers">
        {item.options.map((option) => {
          const chosen = feedback.options.find((one) => one.id === option.id)
          if (chosen === undefined)
            return (
              <AnswerLine key={option.id} state="plain">
                <InlineText text={option.text} />
              </AnswerLine>
            )
          return (
            <AnswerLine
              key={option.id}
              state={chosen.right ? 'right' : 'other'}
              label={t(chosen.right ? 'item.rightAnswer' : 'item.otherAnswer')}
              below={
                <span className="wb-answer__why">
                  <InlineText text={chosen.feedback} />
                </span>
              }
            >
              <InlineText text={option.text} />
            </AnswerLine>
          )
        })}
      </ul>
      <Result {...props} right={feedback.right}>
        {feedback.missing > 0 ? <p>{t('item.missing', { count: feedback.missing })}</p> : null}
        {feedback.note === null ? null : (
          <p>
            <InlineText text={feedback.note} />
          </p>
        )}
      </Result>
      <AnsweredFoot {...props} label={t('item.tryAgain')} about={t('item.about', { prompt: withoutMarks(item.prompt) })} />
    </ItemBox>
  )
}
