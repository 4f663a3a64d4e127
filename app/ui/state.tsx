import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

/** How far something is: done, the one to go on with, or not begun. */
export type StateKind = 'done' | 'now' | 'open'

/** State as form and word, never as colour alone. */
export const State = ({ kind, children }: { kind: StateKind; children: ReactNode }) => (
  <span className={classes('wb-state', kind !== 'open' && `wb-state--${kind}`)}>{children}</span>
)
