import { useT } from '#app/i18n/translate.ts'
import { Choices } from './choices.tsx'
import { InlineText, withoutMarks } from './inline-text.tsx'
import { AnswerForm, AnswerLine, AnsweredFoot, FormFoot, ItemBox, Kicker, Result } from './item-frame.tsx'
import { allTyped, type FeedbackOf, idOf, type PropsOf, showsForm } from './item-props.ts'
import { AnsweredHead, QuestionLegend } from './question.tsx'

/** One of several answers. */
export const SingleItem = (props: PropsOf<'single'>) => {
  const t = useT()
  const { item, problem, feedback } = props
  if (!showsForm(props) && feedback?.kind === 'single') return <Answered {...props} feedback={feedback} />
  return (
    <ItemBox {...props}>
      <Kicker number={props.number} />
      <AnswerForm {...props}>
        <Choices
          {...{ item, problem }}
          kind="radio"
          name="option"
          options={item.options}
          chosen={allTyped(problem, 'option')}
          legendId={idOf(item, 'title')}
          legend={<QuestionLegend {...props} prompt={item.prompt} />}
        />
        <FormFoot label={t('item.check')} {...props} />
      </AnswerForm>
    </ItemBox>
  )
}

const Answered = (props: Omit<PropsOf<'single'>, 'feedback'> & { readonly feedback: FeedbackOf<'single'> }) => {
  const t = useT()
  const { item, feedback } = props
  return (
    <ItemBox {...props}>
      <AnsweredHead {...props} prompt={item.prompt} />
      <ul className="wb-answers">
        {item.options.map((option) =>
          option.id === feedback.option ? (
            <AnswerLine key={option.id} state={feedback.right ? 'right' : 'other'} label={t(feedback.right ? 'item.rightAnswer' : 'item.otherAnswer')}>
              <InlineText text={option.text} />
            </AnswerLine>
          ) : (
            <AnswerLine key={option.id} state="plain">
              <InlineText text={option.text} />
            </AnswerLine>
          ),
        )}
      </ul>
      <Result {...props} right={feedback.right}>
        <p>
          <InlineText text={feedback.feedback} />
        </p>
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
