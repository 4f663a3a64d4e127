/**
 * The allow-list over a parsed text. What is not named here or in the vocabulary is refused; every fault is collected.
 * Runs as remark plugin before any code is generated, so nothing it refuses is ever evaluated.
 */
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast'
import type { Finding } from '../course.ts'
import { type FaultCode, type FaultValues, finding, type Place } from '../faults/fault.ts'
import { forbiddenSign } from '../faults/forbidden-signs.ts'
import { checkAttributes } from './guard-attributes.ts'
import { checkFigure } from './guard-figure.ts'
import { checkImports } from './guard-imports.ts'
import { checkWord } from './guard-words.ts'
import type { Marks, Sentence } from './marks.ts'
import { type Element, placeOf, textOf } from './nodes.ts'
import { countWords, sentencesOf } from './sentences.ts'
import { isAllowedUrl } from './urls.ts'
import { NESTING_LIMIT, wordOf } from './vocabulary.ts'

/** What the guard asks the file system for. Both answer with a fault where the file may not be used. */
export interface Surroundings {
  readonly figure: (src: string) => readonly [FaultCode, FaultValues] | null
  readonly component: (path: string) => readonly [FaultCode, FaultValues] | null
}

type Draft = { [K in keyof Omit<Marks, 'anchors' | 'words'>]: Marks[K][number][] } & { words: number }

/** The guard while it walks: what was found so far. */
export interface Walk extends Surroundings {
  readonly file: string
  readonly marks: Draft
  /** Components brought in by imports → where they are first used. */
  readonly components: Map<string, Place>
  readonly used: Set<string>
  readonly report: (code: FaultCode, at: { readonly position?: Nodes['position'] } | Place, values?: FaultValues) => void
}

/** Where a node stands. */
export interface Stand {
  /** Nearest word around it, or null in the running text. */
  readonly word: string | null
  /** Within a sentence: paragraph, heading, cell, link, inline word. */
  readonly phrase: boolean
  /** Directly in the text: not in a list, quote or word. */
  readonly top: boolean
  readonly quoted: boolean
  readonly depth: number
}

/** Walks the whole tree; findings are complete, also behind the first fault. */
export const guard = (
  root: Root,
  file: string,
  surroundings: Surroundings,
): { readonly findings: readonly Finding[]; readonly marks: Omit<Marks, 'anchors'>; readonly components: ReadonlyMap<string, Place> } => {
  const findings: Finding[] = []
  const walk: Walk = {
    ...surroundings,
    file,
    marks: { items: [], terms: [], links: [], dates: [], figures: [], outline: [], sentences: [], words: 0 },
    components: new Map(),
    used: new Set(),
    report: (code, at, values) => findings.push(finding(code, { file, ...placeOf(at) }, values)),
  }
  for (const node of root.children) if (node.type === 'mdxjsEsm') checkImports(node, walk)
  checkChildren(root, { word: null, phrase: false, top: true, quoted: false, depth: 0 }, walk)
  checkHeadings(root, walk)
  return { findings, marks: walk.marks, components: walk.components }
}

const checkChildren = (parent: Parents, stand: Stand, walk: Walk): void => {
  for (const child of parent.children) checkNode(child, parent, stand, walk)
}

/** Checks a node and what is in it. */
const checkNode = (node: Nodes, parent: Parents, stand: Stand, walk: Walk): void => {
  if (stand.depth > NESTING_LIMIT) {
    if (stand.depth === NESTING_LIMIT + 1) walk.report('nesting-deep', node, { limit: NESTING_LIMIT })
    return
  }
  const sign = forbiddenSign(ownWords(node))
  if (sign !== undefined) walk.report('character-forbidden', node, { sign })
  const inside = { ...stand, top: false, depth: stand.depth + 1 }
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'break':
    case 'thematicBreak':
    case 'footnoteReference':
      return
    case 'mdxjsEsm':
      return
    case 'paragraph':
    case 'tableCell':
      recordSentences(node, stand, walk)
      checkChildren(node, { ...inside, phrase: true, top: stand.top && node.type === 'paragraph' }, walk)
      break
    case 'heading':
      recordSentences(node, stand, walk)
      walk.marks.outline.push(`h${node.depth}`)
      if (stand.word !== null) walk.report('node-forbidden', node, { what: { de: 'eine Überschrift in einem Kasten', en: 'a heading inside a box' } })
      checkChildren(node, { ...inside, phrase: true }, walk)
      break
    case 'emphasis':
    case 'strong':
    case 'delete':
      checkChildren(node, { ...inside, phrase: true }, walk)
      break
    case 'blockquote':
      checkChildren(node, { ...inside, quoted: true }, walk)
      break
    case 'list':
    case 'table':
    case 'tableRow':
    case 'footnoteDefinition':
      checkChildren(node, inside, walk)
      break
    case 'listItem':
      if (typeof node.checked === 'boolean') walk.report('node-forbidden', node, { what: { de: 'eine Liste zum Abhaken', en: 'a task list' } })
      checkChildren(node, inside, walk)
      break
    case 'link':
      if (textOf(node).trim() === '') walk.report('link-text', node)
      checkUrl(node.url, node, walk)
      checkChildren(node, { ...inside, phrase: true }, walk)
      break
    case 'linkReference':
      checkChildren(node, { ...inside, phrase: true }, walk)
      break
    case 'definition':
      checkUrl(node.url, node, walk)
      break
    case 'image':
      if ((node.alt ?? '').trim() === '') walk.report('image-alt', node)
      if (!isAlone(node, parent)) walk.report('image-inline', node)
      checkFigure(node.url, node, walk)
      break
    case 'imageReference':
      walk.report('image-reference', node)
      break
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      walk.report('expression-forbidden', node)
      break
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      checkElement(node, parent, stand, walk)
      break
    case 'code':
      walk.report('node-forbidden', node, {
        what: { de: 'ein Programmblock (vier Leerzeichen am Anfang oder ```)', en: 'a code block (four spaces at the start or ```)' },
      })
      break
    default:
      walk.report('node-forbidden', node, { what: node.type })
  }
}

/** What a node itself says, entities resolved: `&#x202e;` is a sign like the one it stands for. */
const ownWords = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'image' || node.type === 'link' || node.type === 'definition') return `${node.title ?? ''}${'alt' in node ? (node.alt ?? '') : ''}`
  if ('attributes' in node) return node.attributes.map((one) => (typeof one.value === 'string' ? one.value : '')).join('')
  return ''
}

const checkElement = (node: Element, parent: Parents, stand: Stand, walk: Walk): void => {
  const inside = checkWord(node, parent, stand, walk)
  checkAttributes(node, walk)
  const isInlineInBox = 'name' in parent && node.name !== null && wordOf(node.name)?.place === 'inline'
  if (!stand.phrase && !isInlineInBox)
    recordSentences({ type: 'paragraph', children: node.children.filter((child) => isLoose(child)) as PhrasingContent[] }, inside, walk)
  checkChildren(node, { ...inside, depth: stand.depth + 1 }, walk)
}

/** Words of a sentence that stand in a box without a paragraph: `<Callout kind="note">Text</Callout>` on one line. */
const isLoose = (node: Nodes): boolean =>
  ['text', 'emphasis', 'strong', 'link', 'inlineCode', 'linkReference'].includes(node.type) ||
  ('name' in node && node.name !== null && wordOf(node.name)?.place === 'inline')

/** Notes an address of the platform for the check of links, or reports one that is not allowed. */
const checkUrl = (url: string, node: Nodes, walk: Walk): void => {
  if (!isAllowedUrl(url)) walk.report('link-url', node, { url })
  else if (url.startsWith('/') || url.startsWith('#')) walk.marks.links.push({ url, ...placeOf(node) })
}

/** The only thing in its paragraph, and the paragraph stands in the running text. */
const isAlone = (node: Nodes, parent: Parents) =>
  parent.type === 'paragraph' && parent.children.every((child) => child === node || (child.type === 'text' && child.value.trim() === ''))

const checkHeadings = (root: Root, walk: Walk): void => {
  let before = 1
  for (const node of root.children) {
    if (node.type !== 'heading') continue
    if (node.depth === 1) walk.report('heading-first', node)
    else if (node.depth > 4) walk.report('heading-deep', node)
    else if (node.depth > before + 1) walk.report('heading-jump', node, { from: before, to: node.depth })
    if (textOf(node).trim() === '') walk.report('heading-empty', node)
    before = Math.max(node.depth, 1)
  }
}

/** Sentences and words of a block, for the wording check and the count of minutes. */
const recordSentences = (node: Parents, stand: Stand, walk: Walk): void => {
  const runs = runsOf(node)
  const text = runs.map((run) => run.text).join('')
  walk.marks.words += countWords(text)
  for (const sentence of sentencesOf(text))
    walk.marks.sentences.push({ text: sentence.text, quoted: stand.quoted, ...placeAt(runs, sentence.offset) } satisfies Sentence)
}

interface Run extends Place {
  readonly text: string
}

const runsOf = (node: Nodes): readonly Run[] => ('children' in node ? node.children.flatMap(runsOf) : [{ text: textOf(node), ...placeOf(node) }])

/** The line and column at an offset of joined runs. */
const placeAt = (runs: readonly Run[], offset: number): Place => {
  let rest = offset
  for (const run of runs) {
    if (rest < run.text.length) {
      const before = run.text.slice(0, rest).split('\n')
      return { line: run.line + before.length - 1, column: before.length === 1 ? run.column + rest : (before.at(-1)?.length ?? 0) + 1 }
    }
    rest -= run.text.length
  }
  return runs[0] ?? { line: 1, column: 1 }
}
