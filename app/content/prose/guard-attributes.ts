/** Attributes of words: known, literal, once, of the right form. */
import { suggestion } from '../faults/fault.ts'
import { checkFigure } from './guard-figure.ts'
import type { Walk } from './guard.ts'
import { type Element, placeOf } from './nodes.ts'
import { sentencesOf } from './sentences.ts'
import { type Word, wordOf } from './vocabulary.ts'

type MdxJsxAttribute = Extract<Element['attributes'][number], { type: 'mdxJsxAttribute' }>

/** Checks the attributes of an element and notes what they mention. Unknown words are reported elsewhere. */
export const checkAttributes = (node: Element, walk: Walk): void => {
  const name = node.name ?? ''
  const word = wordOf(name)
  const values: Record<string, string> = {}
  const seen = new Set<string>()
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      walk.report('attribute-spread', attribute.position === undefined ? node : attribute)
      continue
    }
    const at = attribute.position === undefined ? node : attribute
    if (seen.has(attribute.name)) walk.report('attribute-twice', at, { name: attribute.name })
    seen.add(attribute.name)
    const value = check(attribute, at, node, word, walk)
    if (value !== undefined) values[attribute.name] = value
  }
  if (word === undefined) return
  for (const [key, rule] of Object.entries(word.attributes)) {
    if (!rule.required || seen.has(key)) continue
    if (key === 'alt') walk.report('image-alt', node)
    else walk.report('attribute-missing', node, { name: key, word: name, expected: rule.expected })
  }
  record(name, values, node, walk)
}

const check = (attribute: MdxJsxAttribute, at: Element | MdxJsxAttribute, node: Element, word: Word | undefined, walk: Walk): string | undefined => {
  const { name, value } = attribute
  const isHandler = !/^[a-z][a-zA-Z0-9]*$/.test(name) || /^on/i.test(name) || ['dangerouslySetInnerHTML', 'ref', 'key', 'style', 'children'].includes(name)
  const known = Object.keys(word?.attributes ?? {})
  const rule = word !== undefined && Object.hasOwn(word.attributes, name) ? word.attributes[name] : undefined
  if (word === undefined ? isHandler : rule === undefined) {
    walk.report('attribute-unknown', at, {
      name,
      word: node.name ?? '',
      known: known.length === 0 ? '–' : known.join(', '),
      suggestion: suggestion(name, known),
    })
    return undefined
  }
  if (typeof value === 'object' && value !== null) {
    walk.report('attribute-expression', at, { name })
    return undefined
  }
  if (rule === undefined) return value ?? ''
  if (typeof value !== 'string' || !rule.schema.safeParse(value).success) {
    if (name === 'alt') walk.report('image-alt', at)
    else walk.report('attribute-invalid', at, { name, value: value ?? '', expected: rule.expected })
    return undefined
  }
  return value
}

const record = (name: string, values: Readonly<Record<string, string>>, node: Element, walk: Walk): void => {
  const place = placeOf(node)
  const { id, src, review } = values
  if (name === 'Item' && id !== undefined) walk.marks.items.push({ id, ...place })
  if (name === 'Term' && id !== undefined) walk.marks.terms.push({ id, ...place })
  if (name === 'Figure' && src !== undefined) checkFigure(src, node, walk)
  if (review !== undefined) {
    walk.marks.dates.push({ review, ...place })
    const from = values['date'] ?? values['stand'] ?? ''
    if (review.slice(0, Math.min(review.length, from.length)) < from.slice(0, Math.min(review.length, from.length))) walk.report('date-order', node)
  }
  for (const key of ['title', 'caption', 'alt']) {
    for (const sentence of sentencesOf(values[key] ?? '')) walk.marks.sentences.push({ text: sentence.text, quoted: true, ...place })
  }
}
