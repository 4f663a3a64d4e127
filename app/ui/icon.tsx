import { classes } from './class-names.ts'

/** KERN's icons that the product uses. A name outside this list would be purged from the delivered stylesheet. */
export type IconName = 'arrow-down' | 'arrow-up' | 'check' | 'danger' | 'download' | 'info' | 'success' | 'warning'

/** A picture beside a word; never the only label. Hidden from assistive technology. */
export const Icon = ({ name, size }: { name: IconName; size?: 'small' | undefined }) => (
  <span className={classes('kern-icon', `kern-icon--${name}`, size && `kern-icon--${size}`)} aria-hidden="true" />
)
