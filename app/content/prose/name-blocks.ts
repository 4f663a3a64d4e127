/**
 * Gives every block of a text an id that names its words, not its place: what is not edited keeps its id wherever it moves.
 * Private notes, hits of the search and links hold on to these ids.
 */
import { sha256 } from '../hash.ts'
import type { ContentNode, ContentTree, Literal } from '../tree.ts'

/** A block at the top of a text: heading, paragraph, list, table or box. Items are none: they have an anchor of their own. */
export interface Block {
  /** "b-" and eight hexadecimal digits, or the readable anchor of a heading. Unique in the module. */
  readonly id: string
  /** The plain words: of a figure its alternative text and its caption. */
  readonly text: string
}

/** A text whose blocks are named: block nodes that are no headings carry their id as the property `block`. */
export interface NamedText {
  readonly body: ContentTree
  /** In reading order. */
  readonly blocks: readonly Block[]
}

/** Every id that a block without a readable anchor has; `slugOf` keeps headings away from it. */
export const BLOCK_ID = /^b-[0-9a-f]{8}/

/**
 * Names the blocks of one text in all its languages; the first language leads. Headings and items are the same in every language,
 * so where the kinds of blocks between two of them agree, the others take the ids of the first; elsewhere they have their own.
 */
export const nameBlocks = (trees: readonly ContentTree[]): readonly NamedText[] => {
  const [first, ...others] = trees
  if (first === undefined) return []
  const leading = nameOwn(first, new Map())
  return [leading, ...others.map((tree) => nameOwn(tree, sharedIds(sectionsOf(leading.body), sectionsOf(tree))))]
}

const nameOwn = (tree: ContentTree, shared: ReadonlyMap<ContentNode, string>): NamedText => {
  const blocks: Block[] = []
  const taken = new Set<string>([...shared.values(), ...tree.flatMap((node) => (isHeading(node) ? [headingId(node)] : []))])
  const body = tree.map((node) => {
    const text = typeof node === 'string' || node[0] === 'Item' ? '' : blockText(node)
    if (typeof node === 'string' || text === '') return node
    const id = isHeading(node) ? headingId(node) : (shared.get(node) ?? freshId(text, taken))
    blocks.push({ id, text })
    if (isHeading(node)) return node
    const [name, props, ...children] = node
    return [name, { ...props, block: id }, ...children] satisfies ContentNode
  })
  return { body, blocks }
}

const freshId = (text: string, taken: Set<string>): string => {
  const base = `b-${sha256(foldedText(text)).slice(0, 8)}`
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  taken.add(id)
  return id
}

/** The words of a text in one spelling: small letters, single spaces. Texts that only differ otherwise count as unchanged. */
export const foldedText = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

/** The runs of blocks between headings and items. */
const sectionsOf = (tree: ContentTree): readonly (readonly Exclude<ContentNode, string>[])[] => {
  const sections: Exclude<ContentNode, string>[][] = [[]]
  for (const node of tree) {
    if (typeof node === 'string') continue
    if (isHeading(node) || node[0] === 'Item') sections.push([])
    else if (blockText(node) !== '') sections.at(-1)?.push(node)
  }
  return sections
}

const sharedIds = (
  leading: readonly (readonly Exclude<ContentNode, string>[])[],
  own: readonly (readonly Exclude<ContentNode, string>[])[],
): ReadonlyMap<ContentNode, string> => {
  if (leading.length !== own.length) return new Map()
  return new Map(
    own.flatMap((section, index) => {
      const twins = leading[index] ?? []
      const agree = section.length === twins.length && section.every((node, at) => node[0] === twins[at]?.[0])
      return agree ? section.map((node, at) => [node, String(twins[at]?.[1]['block'])] as const) : []
    }),
  )
}

const isHeading = (node: ContentNode): boolean => typeof node !== 'string' && /^h[2-4]$/.test(node[0])
const headingId = (node: ContentNode) => (typeof node === 'string' ? '' : String(node[1]['id']))

const blockText = (node: ContentNode): string => plainWords([node]).replace(/\s+/g, ' ').trim().replace(/:$/, '')

/** Words that readers see but that stand in a property. */
const SPOKEN = ['title', 'norm', 'alt', 'caption', 'source'] as const
/** Nodes whose words belong to the sentence around them. */
const INLINE: ReadonlySet<string> = new Set(['em', 'strong', 'del', 'code', 'a', 'sup', 'sub', 'span', 'Term', 'Foreign'])

const plainWords = (nodes: readonly ContentNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node
      const [name, props, ...children] = node
      if (isFootnoteMark(props)) return ''
      return INLINE.has(name) ? plainWords(children) : ` ${SPOKEN.map((key) => spoken(props[key])).join('')}${plainWords(children)} `
    })
    .join('')

/** A title stands apart from what follows it. */
const spoken = (value: Literal | undefined): string => {
  const words = value === undefined ? '' : String(value).trim()
  return words === '' ? '' : `${words}${/[.:!?…]["“”»«’)]*$/.test(words) ? '' : ':'} `
}

/** The raised number of a footnote and the arrow back to it say nothing. */
const isFootnoteMark = (props: Readonly<Record<string, Literal>>) => Object.hasOwn(props, 'data-footnote-ref') || Object.hasOwn(props, 'data-footnote-backref')
