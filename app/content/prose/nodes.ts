/** Text and place of a node of a parsed text. */
import type { Nodes } from 'mdast'
// Adds the nodes of MDX to those of Markdown.
import type {} from 'remark-mdx'
import type { Place } from '../faults/fault.ts'

/** A tag in a text. */
export type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>
/** Import lines of a text. */
export type ImportLines = Extract<Nodes, { type: 'mdxjsEsm' }>

/** Where a node begins. */
export const placeOf = (at: { readonly position?: Nodes['position'] } | Place): Place =>
  'line' in at ? at : { line: at.position?.start.line ?? 1, column: at.position?.start.column ?? 1 }

/** Plain text of a node and what is in it. */
export const textOf = (node: Nodes): string => {
  if ('value' in node && (node.type === 'text' || node.type === 'inlineCode')) return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
