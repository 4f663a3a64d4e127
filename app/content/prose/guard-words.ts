/** Whether a word of the vocabulary may stand where it stands and hold what it holds. */
import type { Nodes, Parents } from 'mdast'
import { suggestion } from '../faults/fault.ts'
import type { Stand, Walk } from './guard.ts'
import { type Element, placeOf, textOf } from './nodes.ts'
import { VOCABULARY, type Word, wordOf } from './vocabulary.ts'

const KNOWN = Object.keys(VOCABULARY)

/** Checks name, place and content; returns where its children stand. */
export const checkWord = (node: Element, parent: Parents, stand: Stand, walk: Walk): Stand => {
  const { name } = node
  const inside: Stand = { ...stand, top: false }
  if (name === null) {
    walk.report('word-fragment', node)
    return inside
  }
  const imported = walk.components.get(name)
  if (imported !== undefined) {
    // The import stands above every use: the first use replaces its place.
    if (imported.line < placeOf(node).line && !walk.used.has(name)) walk.components.set(name, placeOf(node))
    walk.used.add(name)
    return { ...inside, word: stand.word ?? name }
  }
  const word = wordOf(name)
  if (word === undefined) {
    if (/^[a-z][a-z0-9-]*$/.test(name)) walk.report('html-forbidden', node, { name, known: KNOWN.join(', ') })
    else walk.report('word-unknown', node, { name, known: KNOWN.join(', '), suggestion: suggestion(name, KNOWN) })
    return inside
  }
  if (!mayStand(name, word, parent, stand)) walk.report('word-place', node, { name, rule: word.rule.place })
  else if (!mayHold(word, node, walk)) walk.report('word-contents', node, { name, rule: word.rule.content })
  if (name === 'Letter') checkNotes(node, walk)
  if (word.place === 'block' && name !== 'Line') walk.marks.outline.push(name)
  return {
    ...inside,
    word: name,
    phrase: stand.phrase || word.place === 'inline',
    quoted: stand.quoted || name === 'Letter' || name === 'Quote' || name === 'Side',
  }
}

const mayStand = (name: string, word: Word, parent: Parents, stand: Stand): boolean => {
  if (word.place === 'inline') return true
  if (stand.phrase) return false
  if (word.within.includes('top')) return stand.top
  if (stand.word === null) return word.within.includes('text')
  const isDirect = !['Comparison', 'Letter'].includes(stand.word) || ('name' in parent && parent.name === stand.word)
  return isDirect && (word.within.includes(stand.word) || (wordOf(stand.word) === undefined && word.within.includes('text') && name !== 'Item'))
}

const mayHold = (word: Word, node: Element, walk: Walk): boolean => {
  const children = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''))
  if (word.holds === 'nothing') return children.length === 0
  if (word.holds === 'inline') return textOf(node).trim() !== '' && children.every((child) => isPhrase(child, walk))
  if (word.holds === 'blocks') return children.length > 0
  if (word.holds === 'list') return children.length === 1 && children[0]?.type === 'list' && children[0].ordered === true
  const names = children.map((child) => ('name' in child ? child.name : null))
  const { holds } = word
  if (!names.every((name) => name !== null && holds.includes(name))) return false
  return holds.includes('Side') ? names.length === 2 : names.includes('Line')
}

const PHRASES: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'linkReference',
  'mdxTextExpression',
  'footnoteReference',
])

const isPhrase = (node: Nodes, walk: Walk): boolean => {
  if (node.type === 'paragraph') return node.children.every((child) => isPhrase(child, walk))
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') return node.name !== null && wordOf(node.name)?.place !== 'block'
  return PHRASES.has(node.type)
}

/** Each note belongs to a line of the same letter. */
const checkNotes = (letter: Element, walk: Walk): void => {
  const numbered = (name: string) =>
    letter.children.flatMap((child) => ('name' in child && child.name === name ? [{ child, n: numberOf(child as Element) }] : []))
  const lines = new Set(numbered('Line').map(({ n }) => n))
  for (const { child, n } of numbered('Note')) if (n !== undefined && !lines.has(n)) walk.report('note-line', child, { n })
}

const numberOf = (element: Element): string | undefined => {
  const attribute = element.attributes.find((entry) => entry.type === 'mdxJsxAttribute' && entry.name === 'n')
  return typeof attribute?.value === 'string' ? attribute.value : undefined
}
