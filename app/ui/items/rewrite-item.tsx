import type { TextFigures } from '#app/domain/assessment/text-figures.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import type { ReactNode } from 'react'
import { PrivateLine } from '../private-line.tsx'
import { InlineText } from './inline-text.tsx'
import { AnswerForm, AnsweredFoot, FormFoot, Heading, ItemBox, Kicker } from './item-frame.tsx'
import { type FeedbackOf, faulty, idOf, type PropsOf, showsForm, typed } from './item-props.ts'
import { RubricResult, RubricScales } from './rubric.tsx'
import { EarlierVersions, OwnText } from './versions.tsx'

type Props = PropsOf<'rewrite'>

/** A letter to write better, beside the original, with a self-check. Every saved version is kept and can be read again. */
export const RewriteItem = (props: Props) => {
  const t = useT()
  const { item, problem } = props
  const last = props.feedback?.kind === 'rewrite' ? props.feedback : null
  if (!showsForm(props) && last !== null) return <Answered {...props} feedback={last} />
  const text = idOf(item, 'text')
  return (
    <ItemBox {...props} wide>
      <Head {...props} />
      <AnswerForm {...props}>
        <div className="wb-rewrite">
          <Original {...props} />
          <div className="kern-form-input">
            <label className="kern-label" htmlFor={text}>
              {t('item.rewrite.label')}
            </label>
            <textarea
              className="kern-form-input__input"
              id={text}
              name="text"
              rows={8}
              dir="auto"
              defaultValue={typed(problem, 'text') ?? last?.version.text ?? ''}
              {...faulty(props, 'text')}
            />
          </div>
        </div>
        <RubricScales {...{ item, problem }} marks={last?.version.marks ?? null} />
        <FormFoot label={t('item.rewrite.save')} {...props} />
        <PrivateLine>{t('item.rewrite.private')}</PrivateLine>
      </AnswerForm>
      <EarlierVersions {...props} />
    </ItemBox>
  )
}

const Answered = (props: Omit<Props, 'feedback'> & { readonly feedback: FeedbackOf<'rewrite'> }) => {
  const t = useT()
  const { item, feedback, headingLevel, earlier = [] } = props
  const below = headingLevel === 2 ? 3 : 4
  return (
    <ItemBox {...props} wide>
      <Head {...props} answered />
      <div className="wb-rewrite">
        <Original {...props} />
        <Passage level={below} title={earlier.length === 0 ? t('item.rewrite.own') : t('item.rewrite.ownNumber', { number: earlier.length + 1 })} mine>
          <OwnText text={feedback.version.text} />
        </Passage>
      </div>
      <div className="wb-callout">
        <Heading level={below} className="t-h4" id={`result-${item.id}`} tabIndex={-1}>
          {t('item.rewrite.sample')}
        </Heading>
        <p className="t-small">{t('item.rewrite.sampleHint')}</p>
        <p className="wb-passage__p">
          <InlineText text={feedback.sample} />
        </p>
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
        <RubricResult item={item} version={feedback.version} />
      </div>
      <Figures own={feedback.version.figures} original={feedback.original} />
      <EarlierVersions {...props} />
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

const Original = ({ item, headingLevel }: Pick<Props, 'item' | 'headingLevel'>) => (
  <Passage level={headingLevel === 2 ? 3 : 4} title={useT()('item.rewrite.original')}>
    <p className="wb-passage__p">
      <InlineText text={item.original} />
    </p>
  </Passage>
)

interface PassageProps {
  readonly level: 3 | 4
  readonly title: string
  readonly mine?: boolean
  readonly children: ReactNode
}

const Passage = ({ level, title, mine = false, children }: PassageProps) => (
  <div className={mine ? 'wb-passage wb-passage--mine' : 'wb-passage'}>
    <Heading level={level} className="t-h4">
      {title}
    </Heading>
    {children}
  </div>
)

const Figures = ({ own, original }: { readonly own: TextFigures; readonly original: TextFigures }) => {
  const t = useT()
  const format = useFormat()
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
        {(['words', 'sentences', 'average', 'longest', 'long'] as const).map((figure) => (
          <tr key={figure}>
            <th scope="row">{t(`item.rewrite.${figure}`)}</th>
            <td className="num">{format.number(original[figure])}</td>
            <td className="num">{format.number(own[figure])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
