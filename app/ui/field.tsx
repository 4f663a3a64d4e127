import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { useT } from '#app/i18n/translate.ts'
import { isCalendarDay } from '#app/platform/calendar.ts'
import { classes } from './class-names.ts'
import { describedBy, Hint, hintId, marks, Problem } from './field-parts.tsx'

interface Common {
  readonly label: ReactNode
  readonly name: string
  /** Defaults to the name; the error summary links here. */
  readonly id?: string | undefined
  /** Help that stands between label and field. */
  readonly hint?: ReactNode
  /** What is wrong and what to do, as a sentence. */
  readonly error?: string | undefined
  /** Says "freiwillig" beside the label. */
  readonly optional?: boolean | undefined
  readonly required?: boolean | undefined
}

interface TextFieldProps extends Common {
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'date' | 'number'
  readonly defaultValue?: string | undefined
  /** WCAG 1.3.5: what the field is about, for people who let the browser fill it. */
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  readonly inputMode?: 'text' | 'email' | 'numeric' | 'search' | undefined
  readonly maxLength?: number | undefined
  readonly min?: string | number | undefined
  readonly max?: string | number | undefined
  readonly lang?: string | undefined
}

/** One line of text. */
export const TextField = ({ type = 'text', ...props }: TextFieldProps) => (type === 'date' ? <DayField {...props} /> : <LineField {...{ ...props, type }} />)

/** A calendar day. Browsers show nothing in a date field where no calendar has the day: then the field is one of text, so that what was typed is still there. */
const DayField = ({ hint, ...props }: Omit<TextFieldProps, 'type'>) => {
  const t = useT()
  if (!props.defaultValue || isCalendarDay(props.defaultValue)) return <LineField {...{ ...props, hint }} type="date" />
  const { min: _min, max: _max, ...typed } = props
  return (
    <LineField
      {...typed}
      type="text"
      hint={
        <>
          {hint} {t('shell.dayAsText')}
        </>
      }
    />
  )
}

const LineField = ({ label, name, id = name, hint, error, optional, required, ...rest }: TextFieldProps) => (
  <Frame {...{ label, id, hint, error, optional }}>
    <input
      className={classes('kern-form-input__input', error && 'kern-form-input__input--error')}
      name={name}
      {...marks(id, hint, error, required)}
      {...rest}
    />
  </Frame>
)

interface PasswordFieldProps extends Common {
  /** Tells the password manager which password is meant. */
  readonly autoComplete: 'current-password' | 'new-password'
}

/** A password: pasting and password managers work (WCAG 3.3.8); its value is never sent back. */
export const PasswordField = ({ label, name, id = name, hint, error, optional, required, autoComplete }: PasswordFieldProps) => (
  <Frame {...{ label, id, hint, error, optional }}>
    <input
      className={classes('kern-form-input__input', error && 'kern-form-input__input--error')}
      type="password"
      name={name}
      autoComplete={autoComplete}
      spellCheck={false}
      autoCapitalize="off"
      {...marks(id, hint, error, required)}
    />
  </Frame>
)

interface TextAreaFieldProps extends Common {
  readonly defaultValue?: string | undefined
  readonly rows?: number
  readonly maxLength?: number | undefined
  readonly lang?: string | undefined
}

/** Several lines of text. */
export const TextAreaField = ({ label, name, id = name, hint, error, optional, required, rows = 5, ...rest }: TextAreaFieldProps) => (
  <Frame {...{ label, id, hint, error, optional }}>
    <textarea
      className={classes('kern-form-input__input', error && 'kern-form-input__input--error')}
      name={name}
      rows={rows}
      {...marks(id, hint, error, required)}
      {...rest}
    />
  </Frame>
)

/** A file to send. The form it stands in needs `encType="multipart/form-data"`; a file is never sent back. */
export const FileField = ({ label, name, id = name, hint, error, optional, required, accept }: Common & { readonly accept?: string }) => (
  <Frame {...{ label, id, hint, error, optional }}>
    <input
      className={classes('kern-form-input__input', error && 'kern-form-input__input--error')}
      type="file"
      name={name}
      accept={accept}
      {...marks(id, hint, error, required)}
    />
  </Frame>
)

/** One choice of a select, radio group or checkbox group. */
export interface Choice {
  readonly value: string
  readonly label: ReactNode
  /** Second line below the label (radios and checkboxes only). */
  readonly hint?: ReactNode
}

interface SelectFieldProps extends Common {
  readonly options: readonly (Choice & { readonly label: string })[]
  readonly defaultValue?: string | undefined
}

/** One of many; for up to five choices a `RadioGroup` is easier. */
export const SelectField = ({ label, name, id = name, hint, error, optional, required, options, defaultValue }: SelectFieldProps) => (
  <Frame {...{ label, id, hint, error, optional }}>
    <div className={classes('kern-form-input__select-wrapper', error && 'kern-form-input__select-wrapper--error')}>
      <select
        className={classes('kern-form-input__select', error && 'kern-form-input__select--error')}
        name={name}
        defaultValue={defaultValue}
        {...marks(id, hint, error, required)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  </Frame>
)

interface GroupProps extends Common {
  readonly options: readonly Choice[]
  /** Larger legend, where the question is the heading of the block. */
  readonly legendSize?: 'normal' | 'large'
}

/** One of a few. The first radio carries the group's id, so that the error summary can lead to it. */
export const RadioGroup = ({ defaultValue, ...props }: GroupProps & { readonly defaultValue?: string | undefined }) => (
  <Group {...props} kind="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
)

/** Any number of a few, sent as several values of one name. */
export const CheckboxGroup = ({ defaultValue = [], ...props }: GroupProps & { readonly defaultValue?: readonly string[] | undefined }) => (
  <Group {...props} kind="checkbox" chosen={defaultValue} />
)

interface CheckboxFieldProps extends Omit<Common, 'optional'> {
  readonly value?: string
  readonly defaultChecked?: boolean | undefined
}

/** A single yes. */
export const CheckboxField = ({ label, name, id = name, hint, error, required, value = 'yes', defaultChecked }: CheckboxFieldProps) => (
  <div className={classes('wb-check', error && 'wb-check--error')}>
    <Check
      {...{
        id,
        name,
        label,
        hint,
        value,
        required,
        kind: 'checkbox',
        checked: defaultChecked ?? false,
        invalid: error !== undefined,
        hintAs: hintId(id),
        describedBy: describedBy(id, hint, error),
      }}
    />
    <Problem id={id} error={error} />
  </div>
)

const Group = ({
  label,
  name,
  id = name,
  hint,
  error,
  optional,
  required,
  options,
  kind,
  chosen,
  legendSize = 'normal',
}: GroupProps & { kind: 'radio' | 'checkbox'; chosen: readonly string[] }) => (
  <fieldset className={classes('kern-fieldset', error && 'kern-fieldset--error')} aria-describedby={describedBy(id, hint, error)}>
    <legend className={classes('kern-label', legendSize === 'large' && 't-h4')}>
      <LabelText label={label} optional={optional} />
    </legend>
    <Hint id={id} hint={hint} />
    <div className="kern-fieldset__body">
      {options.map((option, index) => (
        <Check
          key={option.value}
          {...{ name, kind, required: kind === 'radio' ? required : undefined, value: option.value, label: option.label, hint: option.hint }}
          id={index === 0 ? id : `${id}-${option.value}`}
          checked={chosen.includes(option.value)}
          invalid={error !== undefined}
          hintAs={hintId(`${id}-${option.value}`)}
        />
      ))}
    </div>
    <Problem id={id} error={error} />
  </fieldset>
)

interface CheckProps {
  readonly id: string
  readonly name: string
  readonly kind: 'radio' | 'checkbox'
  readonly value: string
  readonly label: ReactNode
  readonly hint: ReactNode
  readonly checked: boolean
  readonly invalid: boolean
  readonly required: boolean | undefined
  /** Id of the hint of this one option. The first option has the id of the group, so that error summaries lead to it. */
  readonly hintAs: string
  readonly describedBy?: string | undefined
}

const Check = ({ id, name, kind, value, label, hint, checked, invalid, required, hintAs, describedBy: described }: CheckProps) => (
  <div className={classes('kern-form-check', invalid && 'kern-form-check--error')}>
    <input
      className={classes(`kern-form-check__${kind}`, invalid && `kern-form-check__${kind}--error`)}
      type={kind}
      {...{ id, name, value, required }}
      defaultChecked={checked}
      aria-describedby={described ?? (hint ? hintAs : undefined)}
      aria-invalid={invalid && kind === 'checkbox' ? true : undefined}
    />
    <label className="kern-label" htmlFor={id}>
      {label}
    </label>
    {hint ? (
      <p className="wb-check__hint" id={hintAs}>
        {hint}
      </p>
    ) : null}
  </div>
)

const Frame = ({ label, id, hint, error, optional, children }: Pick<Common, 'label' | 'hint' | 'error' | 'optional'> & { id: string; children: ReactNode }) => (
  <div className={classes('kern-form-input', error && 'kern-form-input--error')}>
    <label className="kern-label" htmlFor={id}>
      <LabelText label={label} optional={optional} />
    </label>
    <Hint id={id} hint={hint} />
    {children}
    <Problem id={id} error={error} />
  </div>
)

const LabelText = ({ label, optional }: Pick<Common, 'label' | 'optional'>) => {
  const t = useT()
  return (
    <>
      {label}
      {optional ? <span className="kern-label__optional"> ({t('shell.optional')})</span> : null}
    </>
  )
}
