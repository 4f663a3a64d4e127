/**
 * MDX dissolves a paragraph that holds nothing but words of the vocabulary, so that boxes need no blank lines around them.
 * A word that stands in a sentence gets its paragraph back: `<Foreign>` on a line of its own, twice, is two paragraphs.
 */
import type { Nodes, Paragraph, Parents } from 'mdast'
import type { Element } from './nodes.ts'
import { wordOf } from './vocabulary.ts'

/** Changes the tree in place, as plugins of remark do. */
export const wholeParagraphs = (parent: Parents): void => {
  const children: Nodes[] = []
  let open: { readonly paragraph: Paragraph; end: number } | undefined
  for (const child of parent.children) {
    if (!isDissolved(child)) {
      open = undefined
      children.push(child)
      if ('children' in child) wholeParagraphs(child)
      continue
    }
    const word = { ...child, type: 'mdxJsxTextElement' as const } as Paragraph['children'][number]
    const { start, end } = child.position ?? { start: { line: 0 }, end: { line: 0 } }
    // Without an empty line between them they were one paragraph, with white space between the words.
    if (open !== undefined && start.line - open.end <= 1) {
      open.paragraph.children.push({ type: 'text', value: ' ' }, word)
      open.end = end.line
      continue
    }
    open = { paragraph: { type: 'paragraph', children: [word] }, end: end.line }
    children.push(open.paragraph)
  }
  parent.children = children as typeof parent.children
}

const isDissolved = (node: Nodes): node is Element => node.type === 'mdxJsxFlowElement' && node.name !== null && wordOf(node.name)?.place === 'inline'
