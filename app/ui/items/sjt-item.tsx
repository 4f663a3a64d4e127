import { useT } from '#app/i18n/translate.ts'
import { PrivateLine } from '../private-line.tsx'
import { InlineText } from './inline-text.tsx'
import { AnswerForm, AnsweredFoot, FormFoot, Heading, ItemBox, Kicker } from './item-frame.tsx'
import { type FeedbackOf, idOf, type PropsOf, showsForm } from './item-props.ts'
import { RatingComparison, RatingFigures } from './rating-comparison.tsx'
import { letterOf, RatingScale } from './rating-scale.tsx'

/** Several actions, each rated by how much it helps. */
export const SjtItem = (props: PropsOf<'sjt'>) => {
  const t = useT()
  const { item, problem, feedback } = props
  if (!showsForm(props) && feedback?.kind === 'sjt') return <Answered {...props} feedback={feedback} />
  return (
    <ItemBox {...props}>
      <Head {...props} />
      <AnswerForm {...props}>
        <div>
          {item.options.map((option, at) => (
            <RatingScale key={option.id} {...{ item, problem, option }} letter={letterOf(at)} scale="effective" chosen={undefined} />
          ))}
        </div>
        <FormFoot label={t('item.rate.submit')} {...props} />
        <PrivateLine>{t('item.rate.private')}</PrivateLine>
      </AnswerForm>
    </ItemBox>
  )
}

const Head = ({ item, headingLevel, number, answered = false }: Pick<PropsOf<'sjt'>, 'item' | 'headingLevel' | 'number'> & { readonly answered?: boolean }) => {
  const t = useT()
  return (
    <div className="l-stack l-stack--s">
      <Kicker number={number}>{answered ? t('item.answered') : null}</Kicker>
      <Heading level={headingLevel} className="wb-item__q" id={idOf(item, 'title')}>
        <InlineText text={item.title} />
      </Heading>
      <p>
        <InlineText text={item.prompt} />
      </p>
      {answered ? null : <p className="t-small wb-hint">{t('item.rate.hintActions')}</p>}
    </div>
  )
}

const Answered = (props: Omit<PropsOf<'sjt'>, 'feedback'> & { readonly feedback: FeedbackOf<'sjt'> }) => {
  const t = useT()
  const { item, feedback, headingLevel } = props
  return (
    <ItemBox {...props}>
      <Head {...props} answered />
      <div>
        {item.options.map((option, at) => {
          const rated = feedback.options.find((one) => one.id === option.id)
          return rated === undefined ? null : (
            <RatingComparison
              key={option.id}
              {...rated}
              again={null}
              text={option.text}
              letter={letterOf(at)}
              scale="effective"
              level={headingLevel === 2 ? 3 : 4}
            />
          )
        })}
      </div>
      <div className="wb-callout">
        <Heading level={headingLevel === 2 ? 3 : 4} className="t-h4" id={`result-${item.id}`} tabIndex={-1}>
          {t('item.rate.nearActions', { near: feedback.near, total: feedback.options.length })}
        </Heading>
        {feedback.note === null ? null : (
          <p>
            <InlineText text={feedback.note} />
          </p>
        )}
        <RatingFigures closeness={feedback.closeness} shape={props.shape} />
      </div>
      <AnsweredFoot {...props} label={t('item.tryAgain')} about={item.title} />
    </ItemBox>
  )
}
