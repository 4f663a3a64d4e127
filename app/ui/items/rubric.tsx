/** The self-check of a text: six or so points, each rated 0 to 2 by the writer, and what it came to. */
import type { RubricPoint } from '#app/content/items/item.ts'
import type { Version } from '#app/domain/assessment/feedback.ts'
import { useT } from '#app/i18n/translate.ts'
import { classes } from '../class-names.ts'
import { InlineText } from './inline-text.tsx'
import { AnswerLine } from './item-frame.tsx'
import { faulty, idOf, type PropsOf, typed } from './item-props.ts'

const MARKS = [0, 1, 2] as const

/** Three radios for each point. `marks` is the rating of the version to start from. */
export const RubricScales = ({ item, problem, marks }: Pick<PropsOf<'rewrite'>, 'item' | 'problem'> & { readonly marks: Version['marks'] | null }) => {
  const t = useT()
  return (
    <fieldset className="wb-rubric" aria-describedby={idOf(item, 'rubric-hint')}>
      <legend className="wb-legend--s">{t('item.rewrite.rubric')}</legend>
      <p className="t-small wb-hint" id={idOf(item, 'rubric-hint')}>
        {t('item.rewrite.rubricHint')}
      </p>
      {item.rubric.map((point) => {
        const name = `check.${point.id}`
        const fault = faulty({ item, problem }, name)
        const start = typed(problem, name) ?? (marks === null ? '' : String(marks[point.id] ?? 0))
        return (
          <div key={point.id} className={classes('wb-rubric__p', 'aria-invalid' in fault && 'wb-rate--error')}>
            <p id={idOf(item, `${name}-text`)}>
              <PointText point={point} />
            </p>
            <div className="wb-scale wb-scale--3" role="radiogroup" aria-labelledby={idOf(item, `${name}-text`)} {...fault}>
              {MARKS.map((mark) => (
                <label key={mark}>
                  <input type="radio" name={name} value={mark} defaultChecked={start === String(mark)} />
                  <b>{mark}</b>
                  <span>{t(`item.mark.${mark}`)}</span>
                </label>
              ))}
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}

/** Every point with the writer's own mark, and the sum. */
export const RubricResult = ({ item, version }: Pick<PropsOf<'rewrite'>, 'item'> & { readonly version: Version }) => {
  const t = useT()
  return (
    <>
      <ul className="wb-answers">
        {item.rubric.map((point) => {
          const mark = version.marks[point.id] ?? 0
          return (
            <AnswerLine key={point.id} state={mark === 2 ? 'right' : 'plain'} label={`${mark} · ${t(`item.mark.${mark}`)}`}>
              <PointText point={point} />
            </AnswerLine>
          )
        })}
      </ul>
      <p className="t-meta">{t('item.rewrite.points', { points: version.points, most: mostPoints(item) })}</p>
    </>
  )
}

/** The most points a version can have. */
export const mostPoints = (item: PropsOf<'rewrite'>['item']): number => item.rubric.length * 2

const PointText = ({ point }: { readonly point: RubricPoint }) => {
  const t = useT()
  return (
    <>
      <InlineText text={point.text} />
      {point.criterion === undefined ? null : <span className="t-meta wb-rubric__c"> {t(`item.criterion.${point.criterion}`)}</span>}
    </>
  )
}
