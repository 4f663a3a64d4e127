import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'

/** A status word with KERN's icon, for tables and lists of administration. */
export const Badge = ({ kind, children }: { kind: 'info' | 'success' | 'warning' | 'danger'; children: ReactNode }) => (
  <span className={classes('kern-badge kern-badge--small', `kern-badge--${kind}`)}>
    <Icon name={kind} />
    <span className="kern-label">{children}</span>
  </span>
)
