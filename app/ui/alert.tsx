import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'

interface AlertProps {
  readonly kind: 'info' | 'success' | 'warning' | 'danger'
  readonly title: ReactNode
  /** Level of the title in the outline of the page; without it the title is no heading. */
  readonly headingLevel?: 2 | 3 | undefined
  readonly id?: string | undefined
  readonly children?: ReactNode
}

/** A message of the system itself (something went through, something went wrong). Not for teaching: that is a callout. */
export const Alert = ({ kind, title, headingLevel, id, children }: AlertProps) => {
  const Title = headingLevel === undefined ? 'p' : (`h${headingLevel}` as const)
  return (
    <div className={classes('kern-alert', `kern-alert--${kind}`)} id={id} role={kind === 'danger' ? 'alert' : 'status'}>
      <div className="kern-alert__header">
        <Icon name={kind} />
        <Title className="kern-title">{title}</Title>
      </div>
      {children ? <div className="kern-alert__body">{children}</div> : null}
    </div>
  )
}
