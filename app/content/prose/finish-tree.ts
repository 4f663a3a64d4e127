/** From what a bundled text built to a tree fit for a page: checked again, tidied, with ids on headings and sizes on figures. */
import type { ContentNode, ContentTree, Literal } from '../tree.ts'
import type { FigureFile } from './figure-file.server.ts'
import { Built } from './runtime.ts'
import { propsOf } from './tree-rules.ts'
import { wordOf } from './vocabulary.ts'

/** The output holds something that no page may show. */
export class ForbiddenOutput extends Error {}

export interface FinishedTree {
  readonly tree: ContentTree
  /** Second-level headings. */
  readonly contents: readonly { readonly id: string; readonly title: string }[]
  readonly anchors: readonly string[]
}

/** Throws ForbiddenOutput at the first thing that must not be shown: the guard has already told the author everything else. */
export const finishTree = (built: unknown, figure: (src: string) => FigureFile | undefined): FinishedTree => {
  const state: State = { figure, slugs: new Set(), contents: [], anchors: [] }
  const tree = blocks(flatten(built, 0).flatMap((child) => finish(child, state, 0)))
  return { tree, contents: state.contents, anchors: state.anchors }
}

interface State {
  readonly figure: (src: string) => FigureFile | undefined
  readonly slugs: Set<string>
  readonly contents: { id: string; title: string }[]
  readonly anchors: string[]
}

const DEPTH_LIMIT = 80
/** Elements whose children are blocks, so that white space between them says nothing. */
const STRUCTURE: ReadonlySet<string> = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'section', 'blockquote'])

/** Elements that hold a sentence or blocks. */
const HOLDERS: ReadonlySet<string> = new Set(['li', 'div'])

const flatten = (value: unknown, depth: number): readonly (Built | string)[] => {
  if (depth > DEPTH_LIMIT) throw new ForbiddenOutput('…')
  if (value === null || value === undefined || typeof value === 'boolean') return []
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (value instanceof Built) return [value]
  if (Array.isArray(value)) return value.flatMap((entry) => flatten(entry, depth + 1))
  throw new ForbiddenOutput(typeof value)
}

const finish = (node: Built | string, state: State, depth: number): readonly ContentNode[] => {
  if (depth > DEPTH_LIMIT) throw new ForbiddenOutput('…')
  if (typeof node === 'string') return node === '' ? [] : [node]
  if (node.name === 'img') return [figureNode(node.props, state)]
  const result = propsOf(node.name, node.props)
  if ('wrong' in result) throw new ForbiddenOutput(result.wrong)
  if (node.name === 'Figure') return [figureNode(result.props, state)]
  const children = flatten(node.children, 0).flatMap((child) => finish(child, state, depth + 1))
  const word = wordOf(node.name)
  if (word !== undefined) return [[node.name, result.props, ...wordChildren(word.holds, children)]]
  // Markdown wraps an image that stands alone in a paragraph; a figure is a block of its own.
  if (node.name === 'p' && children.some((child) => typeof child !== 'string' && child[0] === 'Figure'))
    return children.filter((child) => typeof child !== 'string')
  const props = /^h[2-4]$/.test(node.name) ? headingProps(node.name, result.props, children, state) : result.props
  if (typeof props['id'] === 'string') state.anchors.push(props['id'])
  return [
    [
      node.name,
      props,
      ...(STRUCTURE.has(node.name) || (HOLDERS.has(node.name) && !children.every(isInline)) ? children.filter((child) => !isBlank(child)) : children),
    ],
  ]
}

const wordChildren = (holds: 'nothing' | 'inline' | 'blocks' | 'list' | readonly string[], children: readonly ContentNode[]): readonly ContentNode[] => {
  if (holds === 'blocks') return blocks(children)
  if (holds === 'inline')
    return trimmed(children.flatMap((child) => (typeof child !== 'string' && child[0] === 'p' ? (child.slice(2) as ContentNode[]) : [child])))
  return children.filter((child) => !isBlank(child))
}

/** Blocks only: runs of loose text and inline words become paragraphs, white space between blocks goes. */
const blocks = (nodes: readonly ContentNode[]): readonly ContentNode[] => {
  const result: ContentNode[] = []
  let run: ContentNode[] = []
  const close = () => {
    if (run.some((node) => !isBlank(node))) result.push(['p', {}, ...trimmed(run)])
    run = []
  }
  for (const node of nodes) {
    if (isInline(node)) run.push(node)
    else {
      close()
      result.push(node)
    }
  }
  close()
  return result
}

const INLINE: ReadonlySet<string> = new Set(['em', 'strong', 'del', 'code', 'a', 'br', 'sup', 'sub', 'span'])
const isInline = (node: ContentNode) => typeof node === 'string' || INLINE.has(node[0]) || wordOf(node[0])?.place === 'inline'
const isBlank = (node: ContentNode) => typeof node === 'string' && node.trim() === ''

const trimmed = (nodes: readonly ContentNode[]): readonly ContentNode[] => {
  const kept = [...nodes]
  while (kept[0] !== undefined && isBlank(kept[0])) kept.shift()
  while (kept.length > 0 && isBlank(kept.at(-1) ?? '')) kept.pop()
  return kept.map((node, index) => {
    if (typeof node !== 'string') return node
    const start = index === 0 ? node.trimStart() : node
    return index === kept.length - 1 ? start.trimEnd() : start
  })
}

const figureNode = (props: Readonly<Record<string, unknown>>, state: State): ContentNode => {
  const { src, alt, caption } = props
  const file = typeof src === 'string' ? state.figure(src) : undefined
  if (file === undefined || typeof alt !== 'string' || alt.trim() === '') throw new ForbiddenOutput(`<Figure src="${String(src)}">`)
  return [
    'Figure',
    {
      src: file.file,
      alt,
      ...(typeof caption === 'string' ? { caption } : {}),
      ...(file.width === undefined || file.height === undefined ? {} : { width: file.width, height: file.height }),
    },
  ]
}

const headingProps = (name: string, props: Readonly<Record<string, Literal>>, children: readonly ContentNode[], state: State) => {
  // The heading above footnotes brings its own id; it is no part of the author's contents.
  if (props['id'] !== undefined) return props
  const title = children.map(plainText).join('').replace(/\s+/g, ' ').trim()
  const id = slugOf(title, state.slugs)
  if (name === 'h2') state.contents.push({ id, title })
  return { ...props, id }
}

const plainText = (node: ContentNode): string => (typeof node === 'string' ? node : (node.slice(2) as ContentNode[]).map(plainText).join(''))

/** Readable, ASCII, unique in the text, and never the anchor of an item or of a block. */
const slugOf = (title: string, taken: Set<string>): string => {
  const base = title
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  const safe = base === '' || /^(?:item-|fn|footnote|b-[0-9a-f]{8})/.test(base) ? `abschnitt-${base}`.replace(/-$/, '') : base
  let slug = safe
  for (let number = 2; taken.has(slug); number += 1) slug = `${safe}-${number}`
  taken.add(slug)
  return slug
}
