import type { ReactNode } from 'react'
import type { ContentNode, Literal } from '#app/content/tree.ts'
import { ScrollRegion } from '../table.tsx'
import { blockIdOf, everyNode, textOf } from './reading.ts'

type Props = Readonly<Record<string, Literal>>
type Render = (props: Props, children: ReactNode, nodes: readonly ContentNode[]) => ReactNode

/** The HTML elements that prose may consist of. Only the attributes named here reach the page. */
export const ELEMENTS: Readonly<Record<string, Render>> = {
  p: (props, children) => <p id={idOf(props)}>{children}</p>,
  h2: (props, children) => <h2 id={idOf(props)}>{children}</h2>,
  h3: (props, children) => <h3 id={idOf(props)}>{children}</h3>,
  h4: (props, children) => <h4 id={idOf(props)}>{children}</h4>,
  strong: (_, children) => <strong>{children}</strong>,
  em: (_, children) => <em>{children}</em>,
  del: (_, children) => <del>{children}</del>,
  sup: (_, children) => <sup>{children}</sup>,
  sub: (_, children) => <sub>{children}</sub>,
  code: (_, children) => <code>{children}</code>,
  br: () => <br />,
  hr: () => <hr />,
  ul: (props, children) => <ul id={idOf(props)}>{children}</ul>,
  ol: (props, children) => (
    <ol id={idOf(props)} start={typeof props['start'] === 'number' ? props['start'] : undefined}>
      {children}
    </ol>
  ),
  li: (props, children) => <li id={idOf(props)}>{children}</li>,
  div: (props, children) => (
    <div id={idOf(props)} className={textOf(props['className'])}>
      {children}
    </div>
  ),
  span: (props, children) => <span className={textOf(props['className'])}>{children}</span>,
  section: (props, children) => (
    <section id={idOf(props)} aria-labelledby="footnote-label">
      {children}
    </section>
  ),
  blockquote: (props, children) => <blockquote id={idOf(props)}>{children}</blockquote>,
  a: (props, children) => (
    <ProseLink href={textOf(props['href'])} id={idOf(props)} label={textOf(props['aria-label'])}>
      {children}
    </ProseLink>
  ),
  table: (props, children, nodes) => (
    <ScrollRegion label={firstHeading(nodes)} id={idOf(props)}>
      <table className="wb-table">{children}</table>
    </ScrollRegion>
  ),
  thead: (_, children) => <thead>{children}</thead>,
  tbody: (_, children) => <tbody>{children}</tbody>,
  tr: (_, children) => <tr>{children}</tr>,
  th: (props, children) => (
    <th scope="col" className={alignment(props)}>
      {children}
    </th>
  ),
  td: (props, children) => <td className={alignment(props)}>{children}</td>,
}

/** Headings, list entries and links have an anchor; blocks of a module are named. */
const idOf = (props: Props) => textOf(props['id']) ?? blockIdOf(props)

/** Links lead into the product, to a place in the text, or out by https; anything else is shown as plain text. */
const ProseLink = ({ href, id, label, children }: { href: string | undefined; id: string | undefined; label: string | undefined; children: ReactNode }) => {
  if (href === undefined || !/^(https:\/\/|\/(?![/\\])|#|mailto:)/.test(href)) return <>{children}</>
  return (
    <a href={href} id={id} aria-label={label} rel={href.startsWith('https:') ? 'noreferrer' : undefined}>
      {children}
    </a>
  )
}

const alignment = (props: Props) => (props['align'] === 'right' ? 'num' : undefined)

const firstHeading = (nodes: readonly ContentNode[]) => {
  const words: string[] = []
  for (const [name, , ...children] of everyNode(nodes)) if (name === 'th') words.push(plain(children))
  return words.filter(Boolean).join(', ')
}
const plain = (nodes: readonly ContentNode[]): string =>
  nodes
    .map((node) => (typeof node === 'string' ? node : plain(node.slice(2) as ContentNode[])))
    .join('')
    .trim()
