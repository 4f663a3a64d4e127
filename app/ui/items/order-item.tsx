import { useT } from '#app/i18n/translate.ts'
import { ArrangeSelect } from './arrange-select.tsx'
import { InlineText, withoutMarks } from './inline-text.tsx'
import { AnswerForm, AnswerLine, AnsweredFoot, FormFoot, ItemBox, Kicker, Result } from './item-frame.tsx'
import { type FeedbackOf, idOf, type PropsOf, showsForm, typed } from './item-props.ts'
import { AnsweredHead, QuestionLegend } from './question.tsx'

/** Entries to put in order: each gets its place from a select, so that keyboard and screen reader need nothing special. */
export const OrderItem = (props: PropsOf<'order'>) => {
  const t = useT()
  const { item, problem, feedback } = props
  const last = feedback?.kind === 'order' ? feedback : null
  if (!showsForm(props) && last !== null) return <Answered {...props} feedback={last} />
  const places = item.entries.map((_, at) => ({ value: String(at + 1), label: t('item.order.place', { place: at + 1 }) }))
  const lastPlace = (id: string) => {
    const at = last?.entries.findIndex((entry) => entry.id === id) ?? -1
    return at < 0 ? '' : String(at + 1)
  }
  return (
    <ItemBox {...props}>
      <Kicker number={props.number} />
      <AnswerForm {...props}>
        <fieldset aria-describedby={idOf(item, 'hint')}>
          <QuestionLegend {...props} prompt={item.prompt} />
          <p className="t-small wb-hint" id={idOf(item, 'hint')}>
            {t('item.order.hint')}
          </p>
          <ul className="wb-arrange wb-arrange--order">
            {item.entries.map(({ id, text }) => (
              <ArrangeSelect
                key={id}
                {...{ item, problem }}
                name={`position.${id}`}
                label={<InlineText text={text} />}
                empty={t('item.order.choose')}
                options={places}
                chosen={typed(problem, `position.${id}`) ?? lastPlace(id)}
              />
            ))}
          </ul>
        </fieldset>
        <FormFoot label={t('item.check')} {...props} />
      </AnswerForm>
    </ItemBox>
  )
}

const Answered = (props: Omit<PropsOf<'order'>, 'feedback'> & { readonly feedback: FeedbackOf<'order'> }) => {
  const t = useT()
  const { item, feedback } = props
  return (
    <ItemBox {...props}>
      <AnsweredHead {...props} prompt={item.prompt} />
      <ol className="wb-answers">
        {feedback.entries.map((entry, at) => (
          <AnswerLine
            key={entry.id}
            state={entry.right ? 'right' : 'other'}
            label={`${t('item.order.place', { place: at + 1 })}: ${t(entry.right ? 'item.order.inPlace' : 'item.order.elsewhere')}`}
          >
            <InlineText text={item.entries.find((one) => one.id === entry.id)?.text ?? ''} />
          </AnswerLine>
        ))}
      </ol>
      <Result {...props} right={feedback.right}>
        {feedback.right ? null : <p>{t('item.order.transitions', { right: feedback.transitions.right, total: feedback.transitions.of })}</p>}
        <p>
          <InlineText text={feedback.hint} />
        </p>
      </Result>
      <AnsweredFoot {...props} label={t('item.tryAgain')} about={t('item.about', { prompt: withoutMarks(item.prompt) })} />
    </ItemBox>
  )
}
