import type { ReactNode } from 'react'
import { classes } from '../class-names.ts'
import { faulty, idOf, type ItemProps } from './item-props.ts'

interface ArrangeSelectProps extends Pick<ItemProps, 'item' | 'problem'> {
  readonly name: string
  readonly label: ReactNode
  readonly empty: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: string
}

/** One line of an order or of pairs: what it is about, and a select beside it. */
export const ArrangeSelect = ({ item, problem, name, label, empty, options, chosen }: ArrangeSelectProps) => {
  const fault = faulty({ item, problem }, name)
  const isFaulty = 'aria-invalid' in fault
  return (
    <li>
      <label htmlFor={idOf(item, name)}>{label}</label>
      <div className="kern-form-input__select-wrapper">
        <select
          className={classes('kern-form-input__select', isFaulty && 'kern-form-input__select--error')}
          id={idOf(item, name)}
          name={name}
          defaultValue={chosen}
          {...fault}
        >
          <option value="">{empty}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </li>
  )
}
