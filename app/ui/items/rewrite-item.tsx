import { useT } from '#app/i18n/translate.ts'
import { PrivateLine } from '../private-line.tsx'
import { Choices } from './choices.tsx'
import { InlineText } from './inline-text.tsx'
import { AnswerForm, AnswerLine, AnsweredFoot, FormFoot, Heading, ItemBox, Kicker } from './item-frame.tsx'
import { allTyped, type FeedbackOf, faulty, idOf, type PropsOf, showsForm, typed } from './item-props.ts'
import { numbered } from './numbered.ts'

type Props = PropsOf<'rewrite'>

/** A letter to write better, with a self-check. Every saved version is kept. */
export const RewriteItem = (props: Props) => {
  const t = useT()
  const { item, problem } = props
  const last = props.feedback?.kind === 'rewrite' ? props.feedback : null
  if (!showsForm(props) && last !== null) return <Answered {...props} feedback={last} />
  const text = idOf(item, 'text')
  return (
    <ItemBox item={item}>
      <Head {...props} />
      <Passage level={props.headingLevel} title={t('item.rewrite.original')} text={item.original} />
      <AnswerForm {...props}>
        <div className="kern-form-input">
          <label className="kern-label" htmlFor={text}>
            {t('item.rewrite.label')}
          </label>
          <textarea
            className="kern-form-input__input"
            id={text}
            name="text"
            rows={8}
            defaultValue={typed(problem, 'text') ?? last?.text ?? ''}
            {...faulty(props, 'text')}
          />
        </div>
        <Choices
          {...{ item, problem }}
          kind="checkbox"
          name="check"
          options={item.rubric}
          chosen={problem === null ? (last?.checks ?? []) : allTyped(problem, 'check')}
          legendId={idOf(item, 'rubric')}
          legend={
            <legend className="wb-legend--s" id={idOf(item, 'rubric')}>
              {t('item.rewrite.rubric')}
            </legend>
          }
        />
        <FormFoot label={t('item.rewrite.save')} {...props} />
        <PrivateLine>{t('item.rewrite.private')}</PrivateLine>
      </AnswerForm>
    </ItemBox>
  )
}

const Answered = (props: Omit<Props, 'feedback'> & { readonly feedback: FeedbackOf<'rewrite'> }) => {
  const t = useT()
  const { item, feedback, headingLevel } = props
  const below = headingLevel === 2 ? 3 : 4
  return (
    <ItemBox item={item}>
      <Head {...props} answered />
      <Passage level={headingLevel} title={t('item.rewrite.original')} text={item.original} />
      <Passage level={headingLevel} title={t('item.rewrite.own')} text={feedback.text} mine />
      <Figures {...feedback.figures} />
      <div className="wb-callout">
        <Heading level={below} className="t-h4" id={`result-${item.id}`} tabIndex={-1}>
          {t('item.rewrite.sample')}
        </Heading>
        <p className="t-small">{t('item.rewrite.sampleHint')}</p>
        <Paragraphs text={feedback.sample} />
        {feedback.note === null ? null : (
          <p>
            <InlineText text={feedback.note} />
          </p>
        )}
      </div>
      <div className="l-stack l-stack--s">
        <Heading level={below} className="t-h4">
          {t('item.rewrite.checked')}
        </Heading>
        <ul className="wb-answers">
          {item.rubric.map((point) => {
            const met = feedback.checks.includes(point.id)
            return (
              <AnswerLine key={point.id} state={met ? 'right' : 'plain'} label={t(met ? 'item.rewrite.met' : 'item.rewrite.open')}>
                <InlineText text={point.text} />
              </AnswerLine>
            )
          })}
        </ul>
      </div>
      <AnsweredFoot {...props} label={t('item.rewrite.again')} about={item.title} />
    </ItemBox>
  )
}

const Head = ({ item, headingLevel, number, answered = false }: Pick<Props, 'item' | 'headingLevel' | 'number'> & { readonly answered?: boolean }) => {
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
    </div>
  )
}

const Passage = ({ level, title, text, mine = false }: { readonly level: 2 | 3; readonly title: string; readonly text: string; readonly mine?: boolean }) => (
  <div className={mine ? 'wb-passage wb-passage--mine' : 'wb-passage'}>
    <Heading level={level === 2 ? 3 : 4} className="t-h4">
      {title}
    </Heading>
    <Paragraphs text={text} />
  </div>
)

const Paragraphs = ({ text }: { readonly text: string }) => (
  <>
    {numbered(text.split(/\n{2,}/)).map(({ at, value: part }) => (
      <p key={at} className="wb-passage__p" dir="auto">
        {part}
      </p>
    ))}
  </>
)

const Figures = ({ own, original }: FeedbackOf<'rewrite'>['figures']) => {
  const t = useT()
  return (
    <table className="wb-table">
      <caption className="t-meta">{t('item.rewrite.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('item.rewrite.figure')}</th>
          <th scope="col" className="num">
            {t('item.rewrite.original')}
          </th>
          <th scope="col" className="num">
            {t('item.rewrite.own')}
          </th>
        </tr>
      </thead>
      <tbody>
        {(['words', 'sentences', 'longest'] as const).map((figure) => (
          <tr key={figure}>
            <th scope="row">{t(`item.rewrite.${figure}`)}</th>
            <td className="num">{original[figure]}</td>
            <td className="num">{own[figure]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
