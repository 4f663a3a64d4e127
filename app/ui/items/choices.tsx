/** Choosing from a list: radios and checkboxes in KERN's look. */
import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { InlineText } from './inline-text.tsx'
import { idOf, type ItemProps } from './item-props.ts'

interface ChoicesProps extends Pick<ItemProps, 'item' | 'problem'> {
  readonly name: string
  readonly kind: 'radio' | 'checkbox'
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly chosen: readonly string[]
  readonly legend: ReactNode
  /** Id of the text that names the group; by default the legend. */
  readonly legendId: string
  readonly hint?: string | undefined
}

/** A group of radios (one answer) or checkboxes (several). */
export const Choices = ({ item, problem, name, kind, options, chosen, legend, legendId, hint }: ChoicesProps) => {
  const isFaulty = problem?.fields.includes(name) === true
  const describedBy = [hint === undefined ? '' : idOf(item, `${name}-hint`), isFaulty ? idOf(item, 'problem') : ''].filter(Boolean).join(' ') || undefined
  const group = kind === 'radio' ? ({ role: 'radiogroup', 'aria-labelledby': legendId, 'aria-invalid': isFaulty || undefined } as const) : {}
  return (
    <fieldset aria-describedby={describedBy} {...group}>
      {legend}
      {hint === undefined ? null : (
        <p className="t-small wb-hint" id={idOf(item, `${name}-hint`)}>
          {hint}
        </p>
      )}
      <div className="wb-choices">
        {options.map((option) => (
          <div key={option.id} className={classes('kern-form-check', isFaulty && 'kern-form-check--error')}>
            <input
              className={classes(
                kind === 'radio' ? 'kern-form-check__radio' : 'kern-form-check__checkbox',
                isFaulty && (kind === 'radio' ? 'kern-form-check__radio--error' : 'kern-form-check__checkbox--error'),
              )}
              type={kind}
              id={idOf(item, `${name}-${option.id}`)}
              name={name}
              value={option.id}
              defaultChecked={chosen.includes(option.id)}
              aria-invalid={(isFaulty && kind === 'checkbox') || undefined}
            />
            <label className="kern-label" htmlFor={idOf(item, `${name}-${option.id}`)}>
              <InlineText text={option.text} />
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
