/** The question of an item: a legend of its form before the answer, a heading above the answer after it. */
import { useT } from '#app/i18n/translate.ts'
import { InlineText } from './inline-text.tsx'
import { Heading, Kicker } from './item-frame.tsx'
import { idOf, type ItemProps } from './item-props.ts'

type QuestionProps = Pick<ItemProps, 'item' | 'headingLevel'> & { readonly prompt: string }

/** The question as the legend of the fieldset. */
export const QuestionLegend = ({ item, headingLevel, prompt }: QuestionProps) => (
  <legend>
    <Heading level={headingLevel} className="wb-item__q" id={idOf(item, 'title')}>
      <InlineText text={prompt} />
    </Heading>
  </legend>
)

/** The question above several groups or above the answer. */
export const QuestionHeading = ({ item, headingLevel, prompt }: QuestionProps) => (
  <Heading level={headingLevel} className="wb-item__q" id={idOf(item, 'title')}>
    <InlineText text={prompt} />
  </Heading>
)

/** Head of an answered item: the word "Beantwortet" and the question. */
export const AnsweredHead = ({ number, ...question }: QuestionProps & Pick<ItemProps, 'number'>) => (
  <div className="l-stack l-stack--s">
    <Kicker number={number}>{useT()('item.answered')}</Kicker>
    <QuestionHeading {...question} />
  </div>
)
