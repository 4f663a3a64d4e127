import { Fragment, type ReactNode } from 'react'
import type { ContentNode, ContentTree } from '#app/content/tree.ts'
import { ELEMENTS } from './content/elements.tsx'
import { blockIdOf, everyNode, type Reading, textOf } from './content/reading.ts'
import { Glossary } from './content/term.tsx'
import { VOCABULARY } from './content/vocabulary.tsx'
import { KeptMarkup } from './kept-markup.tsx'
import { keptTogether } from './kept-together.ts'

interface ContentTreeProps extends Omit<Reading, 'today'> {
  readonly tree: ContentTree
  readonly today?: string | undefined
}

/**
 * Prose of a course on the page: each node through one of two closed lists, HTML elements and the vocabulary.
 * A name in neither list shows its children only. The result lies directly in the reading column (`wb-prose`).
 */
export const ContentTreeView = ({ tree, ...reading }: ContentTreeProps) => (
  <>
    {stretchesOf(tree, reading).map(({ from, until, before, after }) => {
      const nodes = () => renderAll(tree.slice(from, until), 'n', reading, from)
      return (
        <Fragment key={from}>
          {before}
          {tree.slice(from, until).every(isFixed) ? <KeptMarkup by={[tree, from, until, reading.today]}>{nodes}</KeptMarkup> : nodes()}
          {after}
        </Fragment>
      )
    })}
    <KeptMarkup by={[tree, reading.glossary]}>{() => <Glossary tree={tree} glossary={reading.glossary} />}</KeptMarkup>
  </>
)

/** Nodes that follow each other: as many as are fixed with nothing around them, or one. */
interface Stretch {
  readonly from: number
  readonly until: number
  readonly before: ReactNode
  readonly after: ReactNode
}

const stretchesOf = (tree: ContentTree, { aroundBlocks }: Omit<Reading, 'today'>): readonly Stretch[] => {
  const stretches: Stretch[] = []
  let isOpen = false
  for (const [index, node] of tree.entries()) {
    const name = nameOf(node)
    const [before, after] = [aroundBlocks?.before(name) ?? null, aroundBlocks?.after(name) ?? null]
    const last = stretches.at(-1)
    const joins = before === null && after === null && isFixed(node)
    if (joins && isOpen && last !== undefined) stretches[stretches.length - 1] = { ...last, until: index + 1 }
    else stretches.push({ from: index, until: index + 1, before, after })
    isOpen = joins
  }
  return stretches
}

/** What the reader or the authority may change. */
const CHANGING: ReadonlySet<string> = new Set(['Item', 'LocalSlot'])

const fixed = new WeakMap<object, boolean>()

/** Whether a block is the same for everybody on a day. */
const isFixed = (node: ContentNode): boolean => {
  if (typeof node === 'string') return true
  const known = fixed.get(node) ?? [...everyNode([node])].every(([name]) => !CHANGING.has(name))
  fixed.set(node, known)
  return known
}

/** The id of a block of the text; empty for what is none. */
const nameOf = (node: ContentNode): string => {
  if (typeof node === 'string') return ''
  return blockIdOf(node[1]) ?? (/^h[2-4]$/.test(node[0]) ? (textOf(node[1]['id']) ?? '') : '')
}

/** `first`: the place of the first of these nodes among its siblings. */
const renderAll = (nodes: readonly ContentNode[], path: string, reading: Reading, first = 0): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the tree is frozen, so a place in it is its name
  nodes.map((node, index) => <Fragment key={`${path}-${index}`}>{renderNode(node, `${path}-${first + index}`, reading)}</Fragment>)

const renderNode = (node: ContentNode, path: string, reading: Reading): ReactNode => {
  if (typeof node === 'string') return keptTogether(node)
  const [name, props, ...nodes] = node
  const children = nodes.length === 0 ? null : renderAll(nodes, path, reading)
  const element = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined
  if (element !== undefined) return element(props, children, nodes)
  const Component = Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name as keyof typeof VOCABULARY] : undefined
  if (Component === undefined) return children
  return <Component {...{ props, children, nodes, path, reading }} render={(inner, at) => renderAll(inner, at, reading)} />
}
