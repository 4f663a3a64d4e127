import type { Version } from '#app/domain/assessment/feedback.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { Heading } from './item-frame.tsx'
import type { PropsOf } from './item-props.ts'
import { numbered } from './numbered.ts'
import { mostPoints } from './rubric.tsx'

/** Versions saved before, newest first: what was written, when, and what it came to. Nothing where there is none. */
export const EarlierVersions = ({ item, earlier = [], headingLevel }: Pick<PropsOf<'rewrite'>, 'item' | 'earlier' | 'headingLevel'>) => {
  const t = useT()
  const format = useFormat()
  if (earlier.length === 0) return null
  return (
    <details className="wb-fold">
      <summary>{t('item.rewrite.earlier', { count: earlier.length })}</summary>
      <div className="l-stack wb-versions">
        {numbered(earlier).map(({ at, value: version }) => (
          <div key={at} className="wb-passage">
            <Heading level={headingLevel === 2 ? 3 : 4} className="t-h4">
              {t('item.rewrite.version', {
                number: earlier.length - at,
                date: format.dateTime(new Date(version.savedAt), { dateStyle: 'medium', timeStyle: 'short' }),
              })}
            </Heading>
            <OwnText text={version.text} />
            <p className="t-meta">{t('item.rewrite.versionFigures', { ...figuresOf(version), points: version.points, most: mostPoints(item) })}</p>
          </div>
        ))}
      </div>
    </details>
  )
}

/** A text as its writer typed it, in the direction of its script. */
export const OwnText = ({ text }: { readonly text: string }) => (
  <>
    {numbered(text.split(/\n{2,}/)).map(({ at, value: part }) => (
      <p key={at} className="wb-passage__p" dir="auto">
        {part}
      </p>
    ))}
  </>
)

const figuresOf = ({ figures }: Version) => ({ words: figures.words, sentences: figures.sentences, longest: figures.longest })
