import type { ReactNode } from 'react'
import type { GlossaryEntry } from '#app/content/course.ts'
import type { ContentNode, Literal } from '#app/content/tree.ts'

/** What a text needs from its surroundings to be rendered. */
export interface Reading {
  /** The practice item of this id, in the flow of the text. */
  readonly renderItem: (id: string) => ReactNode
  readonly glossary: Readonly<Record<string, GlossaryEntry>>
  /** Address of a figure of the course by its file name. */
  readonly figureUrl: (file: string) => string
  /** What the authority has filled in, by the id of the slot. */
  readonly localSlots: Readonly<Record<string, string>>
  readonly language: string
  /** What stands around a block of the text, by its id: the person's own notes on it. */
  readonly aroundBlocks?: { readonly before: (id: string) => ReactNode; readonly after: (id: string) => ReactNode } | undefined
  /** Calendar date; a "Stand" whose review lies before it says so. */
  readonly today?: string | undefined
}

/** What a component of the vocabulary gets: its literal props, its rendered children, and the raw ones where it must look inside. */
export interface VocabularyProps {
  readonly props: Readonly<Record<string, Literal>>
  readonly children: ReactNode
  readonly nodes: readonly ContentNode[]
  /** Unique in the text and stable: the way through the tree, for ids. */
  readonly path: string
  readonly reading: Reading
  /** Renders raw nodes, for components that lay them out themselves. */
  readonly render: (nodes: readonly ContentNode[], path: string) => ReactNode
}

/** The prop as text, or undefined where it is missing. */
export const textOf = (value: Literal | undefined): string | undefined => (value === undefined ? undefined : String(value))

/** The id of a block of a module; undefined for what stands inside of a block, and in texts without ids. */
export const blockIdOf = (props: Readonly<Record<string, Literal>>): string | undefined => textOf(props['block'])

/** Children without a paragraph around them: MDX wraps what stands on lines of its own. */
export const unwrapped = (nodes: readonly ContentNode[]): readonly ContentNode[] =>
  nodes.flatMap((node) => {
    if (typeof node === 'string' || node[0] !== 'p') return [node]
    const [, , ...children] = node
    return children
  })

/** Every node of a tree, parents first. */
export function* everyNode(nodes: readonly ContentNode[]): Generator<Exclude<ContentNode, string>> {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const [, , ...children] = node
    yield node
    yield* everyNode(children)
  }
}
