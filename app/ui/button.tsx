import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

/** One primary button a page: the next step. Everything else is secondary, tertiary or a plain link. */
export type ButtonVariant = 'primary' | 'secondary' | 'tertiary'

interface ButtonProps {
  readonly children: ReactNode
  readonly variant?: ButtonVariant
  readonly type?: 'submit' | 'button'
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly id?: string | undefined
  /** Id of the form it belongs to, when it stands outside. */
  readonly form?: string | undefined
  readonly formAction?: string | undefined
  readonly formNoValidate?: boolean | undefined
  /** Id of a text that explains the button. */
  readonly describedBy?: string | undefined
  /** Words that only assistive technology reads after the label, for example which row is meant. */
  readonly about?: string | undefined
}

/** Submits a form. Label: verb and object ("Antwort prüfen"). */
export const Button = ({ children, variant = 'primary', type = 'submit', describedBy, about, ...rest }: ButtonProps) => (
  <button className={look(variant)} type={type} aria-describedby={describedBy} {...rest}>
    <Label about={about}>{children}</Label>
  </button>
)

interface ButtonLinkProps {
  readonly children: ReactNode
  readonly href: string
  readonly variant?: ButtonVariant
  readonly about?: string | undefined
  /** File name offered when the target is a download. */
  readonly download?: string | boolean | undefined
}

/** A link that looks like a button, for the next step of a page. */
export const ButtonLink = ({ children, href, variant = 'primary', about, download }: ButtonLinkProps) => (
  <a className={look(variant)} href={href} download={download}>
    <Label about={about}>{children}</Label>
  </a>
)

const look = (variant: ButtonVariant) => classes('kern-btn', `kern-btn--${variant}`)

const Label = ({ children, about }: { children: ReactNode; about: string | undefined }) => (
  <span className="kern-label">
    {children}
    {about ? <span className="kern-sr-only"> {about}</span> : null}
  </span>
)
