import type { ReactNode } from 'react'
import { WayPicture, type WayPictureKind } from './way-picture.tsx'

interface EmptyProps {
  readonly title: ReactNode
  readonly kind?: WayPictureKind
  readonly headingLevel?: 2 | 3
  /** One link that leads on. */
  readonly action?: { readonly href: string; readonly label: string } | undefined
  /** What stands here otherwise, why it is empty, what works now. */
  readonly children?: ReactNode
}

/** An empty list that still helps. */
export const Empty = ({ title, kind = 'ahead', headingLevel = 2, action, children }: EmptyProps) => {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="wb-empty">
      <WayPicture kind={kind} />
      <Heading className="t-h3">{title}</Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action ? <a href={action.href}>{action.label}</a> : null}
    </div>
  )
}
