import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import type { StateKind } from './state.tsx'

/** A station of the way; `note` says its state in words. */
export interface WayStep {
  readonly id: string
  readonly label: ReactNode
  readonly note: ReactNode
  readonly state: StateKind
  readonly href?: string | undefined
}

/** The sequence of steps: past as full points, the present as a lit door, the future as rings. Vertical on phones. */
export const Way = ({ steps, horizontal = false, label }: { steps: readonly WayStep[]; horizontal?: boolean; label?: string | undefined }) => (
  <ol className={classes('wb-weg', horizontal && 'wb-weg--h')} aria-label={label}>
    {steps.map((step) => (
      <li key={step.id} className={step.state === 'open' ? undefined : `is-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
        {step.href === undefined ? step.label : <a href={step.href}>{step.label}</a>}
        <small>{step.note}</small>
      </li>
    ))}
  </ol>
)
