import type { ReactNode } from 'react'

interface TileProps {
  /** What is counted. */
  readonly label: string
  /** The figure. */
  readonly value: ReactNode
  /** A small picture of it. */
  readonly picture?: ReactNode
  /** What the figure says, in one sentence. */
  readonly children: ReactNode
  /** Further figures with where they lead. */
  readonly parts?: readonly { readonly label: string; readonly value: string; readonly href: string }[]
  /** Stand and definition: the line, and what opens below it. */
  readonly counted: string
  readonly definition: string
  /** The list behind the figure. */
  readonly link: { readonly href: string; readonly label: string }
}

/** One figure: what, how much, what it says, how it is counted and since when, and where its list is. */
export const Tile = ({ label, value, picture, children, parts = [], counted, definition, link }: TileProps) => (
  <li className="wb-tile">
    <h3 className="t-meta">{label}</h3>
    <p className="wb-tile__v">
      <b>{value}</b>
      {picture}
    </p>
    <p>{children}</p>
    {parts.length === 0 ? null : (
      <ul className="wb-tile__p">
        {parts.map((part) => (
          <li key={part.href}>
            <a href={part.href}>
              {part.label} <b>{part.value}</b>
            </a>
          </li>
        ))}
      </ul>
    )}
    <p>
      <a href={link.href}>{link.label}</a>
    </p>
    <details className="t-small">
      <summary>{counted}</summary>
      <p>{definition}</p>
    </details>
  </li>
)
