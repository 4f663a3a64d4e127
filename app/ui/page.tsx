import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { type Crumb, Crumbs } from './crumbs.tsx'
import { keptTogether } from './kept-together.ts'

interface PageProps {
  /** The one h1. */
  readonly title: ReactNode
  readonly crumbs?: readonly Crumb[] | undefined
  /** Small line above the title, for example "Kurs 3 · Modul 3.3". */
  readonly kicker?: ReactNode
  readonly lead?: ReactNode
  /** Small muted line below the title, for example the date of the figures. */
  readonly meta?: ReactNode
  /** Buttons to the right of the title. */
  readonly actions?: ReactNode
  /** `narrow` for forms and situations (39 rem), `cert` for a sheet (52 rem). */
  readonly width?: 'wide' | 'narrow' | 'cert'
  /** Distance between the children: `l` 24 px, `xl` 48 px between sections. */
  readonly gap?: 'l' | 'xl'
  /** `small` sets the h1 in the size of an h2, where something else is the large word of the page. */
  readonly titleSize?: 'normal' | 'small'
  readonly children?: ReactNode
}

const WIDTH = { wide: '', narrow: 'l-narrow', cert: 'l-cert' }

/** The frame of a page inside `main`: breadcrumb, title, then the children as sections at an even distance. */
export const Page = ({ title, crumbs, kicker, lead, meta, actions, width = 'wide', gap = 'xl', titleSize = 'normal', children }: PageProps) => {
  const small = kicker ? <p className="t-kicker">{kicker}</p> : null
  const head = (
    <div className="l-stack l-stack--s">
      {actions ? null : small}
      <h1 className={titleSize === 'small' ? 't-h2' : undefined}>{typeof title === 'string' ? keptTogether(title) : title}</h1>
      {lead ? <p className="t-lead">{lead}</p> : null}
      {meta ? <p className="t-meta">{meta}</p> : null}
    </div>
  )
  return (
    <div className={classes('l-wrap l-stack', `l-stack--${gap}`, WIDTH[width])}>
      <header className="wb-page-head">
        {crumbs ? <Crumbs crumbs={crumbs} /> : null}
        {actions ? (
          <div className="l-stack l-stack--s">
            {small}
            <div className="l-between">
              {head}
              <div className="l-cluster">{actions}</div>
            </div>
          </div>
        ) : (
          head
        )}
      </header>
      {children}
    </div>
  )
}
