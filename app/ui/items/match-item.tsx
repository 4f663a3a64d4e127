import { useT } from '#app/i18n/translate.ts'
import { ArrangeSelect } from './arrange-select.tsx'
import { InlineText, withoutMarks } from './inline-text.tsx'
import { AnswerForm, AnswerLine, AnsweredFoot, FormFoot, ItemBox, Kicker, Result } from './item-frame.tsx'
import { type FeedbackOf, idOf, type PropsOf, showsForm, typed } from './item-props.ts'
import { AnsweredHead, QuestionLegend } from './question.tsx'

/** Pairs: for each left side a select with all right sides. */
export const MatchItem = (props: PropsOf<'match'>) => {
  const t = useT()
  const { item, problem, feedback } = props
  const last = feedback?.kind === 'match' ? feedback : null
  if (!showsForm(props) && last !== null) return <Answered {...props} feedback={last} />
  const rights = item.rights.map((right) => ({ value: right.id, label: withoutMarks(right.text) }))
  return (
    <ItemBox {...props}>
      <Kicker number={props.number} />
      <AnswerForm {...props}>
        <fieldset aria-describedby={idOf(item, 'hint')}>
          <QuestionLegend {...props} prompt={item.prompt} />
          <p className="t-small wb-hint" id={idOf(item, 'hint')}>
            {t('item.match.hint')}
          </p>
          <ul className="wb-arrange">
            {item.lefts.map(({ id, text }) => (
              <ArrangeSelect
                key={id}
                {...{ item, problem }}
                name={`match.${id}`}
                label={<InlineText text={text} />}
                empty={t('item.match.choose')}
                options={rights}
                chosen={typed(problem, `match.${id}`) ?? last?.pairs.find((pair) => pair.left === id)?.right ?? ''}
              />
            ))}
          </ul>
          <div className="wb-paper">
            <p>{t('module.onPaper')}</p>
            <ul>
              {rights.map(({ value, label }) => (
                <li key={value}>{label}</li>
              ))}
            </ul>
          </div>
        </fieldset>
        <FormFoot label={t('item.check')} {...props} />
      </AnswerForm>
    </ItemBox>
  )
}

const Answered = (props: Omit<PropsOf<'match'>, 'feedback'> & { readonly feedback: FeedbackOf<'match'> }) => {
  const t = useT()
  const { item, feedback } = props
  return (
    <ItemBox {...props}>
      <AnsweredHead {...props} prompt={item.prompt} />
      <ul className="wb-answers">
        {feedback.pairs.map((pair) => (
          <AnswerLine
            key={pair.left}
            state={pair.isRight ? 'right' : 'other'}
            label={
              <>
                <InlineText text={item.lefts.find((left) => left.id === pair.left)?.text ?? ''} />:{' '}
                {t(pair.isRight ? 'item.match.belongs' : 'item.match.notYet')}
              </>
            }
          >
            <InlineText text={item.rights.find((right) => right.id === pair.right)?.text ?? ''} />
          </AnswerLine>
        ))}
      </ul>
      <Result {...props} right={feedback.right}>
        <p>
          <InlineText text={feedback.hint} />
        </p>
      </Result>
      <AnsweredFoot {...props} label={t('item.tryAgain')} about={t('item.about', { prompt: withoutMarks(item.prompt) })} />
    </ItemBox>
  )
}
