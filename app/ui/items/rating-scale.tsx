import { useT } from '#app/i18n/translate.ts'
import { classes } from '../class-names.ts'
import { InlineText } from './inline-text.tsx'
import { faulty, idOf, type ItemProps, typed } from './item-props.ts'

/** Steps of a rating, lowest first. */
const STEPS = [1, 2, 3, 4, 5] as const

/** Which words the steps have: how plausible an explanation is, or how effective an action. */
export type Scale = 'plausible' | 'effective'

interface RatingScaleProps extends Pick<ItemProps, 'item' | 'problem'> {
  readonly option: { readonly id: string; readonly text: string }
  readonly letter: string
  readonly scale: Scale
  /** Rating to start from when the form is shown again. */
  readonly chosen: number | undefined
}

/** One statement with five radios side by side, each with its word. */
export const RatingScale = ({ item, problem, option, letter, scale, chosen }: RatingScaleProps) => {
  const t = useT()
  const name = `rating.${option.id}`
  const fault = faulty({ item, problem }, name)
  const start = typed(problem, name) ?? (chosen === undefined ? '' : String(chosen))
  const group = { role: 'radiogroup', 'aria-labelledby': idOf(item, `${name}-text`), ...fault } as const
  return (
    <fieldset className={classes('wb-rate', 'aria-invalid' in fault && 'wb-rate--error')} {...group}>
      <legend id={idOf(item, `${name}-text`)}>
        <b>{letter}</b>
        <span>
          <InlineText text={option.text} />
        </span>
      </legend>
      <div className="wb-scale">
        {STEPS.map((step) => (
          <label key={step}>
            <input type="radio" name={name} value={step} defaultChecked={start === String(step)} />
            <b>{step}</b>
            <span className="kern-sr-only-mobile">{t(`item.${scale}.${step}`)}</span>
          </label>
        ))}
      </div>
      <p className="wb-ends" aria-hidden="true">
        <span>1 {t(`item.${scale}.1`)}</span>
        <span>5 {t(`item.${scale}.5`)}</span>
      </p>
    </fieldset>
  )
}

/** A, B, C … for the statements of an item, in the order shown. */
export const letterOf = (at: number): string => String.fromCharCode(65 + at)

/** A rating in words: "4 plausibel". */
export const useRatingWord = (scale: Scale) => {
  const t = useT()
  return (rating: number): string => {
    const step = STEPS.find((one) => one === rating)
    return step === undefined ? '' : `${step} ${t(`item.${scale}.${step}`)}`
  }
}
