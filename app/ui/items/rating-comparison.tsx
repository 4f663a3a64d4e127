import { useT } from '#app/i18n/translate.ts'
import { classes } from '../class-names.ts'
import { InlineText } from './inline-text.tsx'
import { Heading } from './item-frame.tsx'
import type { ItemProps } from './item-props.ts'
import { type Scale, useRatingWord } from './rating-scale.tsx'

interface RatingComparisonProps {
  readonly letter: string
  readonly text: string
  readonly scale: Scale
  readonly level: 3 | 4
  readonly own: number
  /** The second rating after the feedback was read. */
  readonly again: number | null
  readonly authors: number
  readonly feedback: string
}

/** One statement after rating: own value, the authors' provisional value, and why. */
export const RatingComparison = ({ letter, text, scale, level, own, again, authors, feedback }: RatingComparisonProps) => {
  const t = useT()
  return (
    <article className="wb-rate">
      <Heading level={level} className="t-h3 wb-rate__t">
        {letter} · <InlineText text={text} />
      </Heading>
      <div className="wb-cmp">
        <Row label={t(again === null ? 'item.rate.own' : 'item.rate.first')} rating={own} scale={scale} />
        {again === null ? null : <Row label={t('item.rate.again')} rating={again} scale={scale} />}
        <Row label={t('item.rate.authors')} rating={authors} scale={scale} isReference />
      </div>
      <p className="t-measure">
        <InlineText text={feedback} />
      </p>
    </article>
  )
}

/** What the ratings come to: figures for practice, and whose the reference is. `closeness` 0 … 1000. */
export const RatingFigures = ({ closeness, shape }: Pick<ItemProps, 'shape'> & { readonly closeness: number }) => {
  const t = useT()
  return (
    <>
      <p className="t-meta">{t('item.rate.provisional')}</p>
      <p className="t-meta">{t('item.rate.closeness', { score: Math.round(closeness / 10) })}</p>
      {shape == null ? null : <p className="t-meta">{t('item.rate.shape', { options: shape.options, r: shape.r })}</p>}
    </>
  )
}

const Row = ({
  label,
  rating,
  scale,
  isReference = false,
}: {
  readonly label: string
  readonly rating: number
  readonly scale: Scale
  readonly isReference?: boolean
}) => {
  const word = useRatingWord(scale)
  return (
    <div>
      <span>{label}</span>
      <span className={classes('wb-dots', isReference && 'wb-dots--ref')} aria-hidden="true">
        {[1, 2, 3, 4, 5].map((step) => (
          <i key={step} className={step <= rating ? 'on' : undefined} />
        ))}
      </span>
      <span>{word(rating)}</span>
    </div>
  )
}
