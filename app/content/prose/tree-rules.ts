/** What may stand in a finished tree: elements with their attributes, and the vocabulary. Checked on the output again. */
import type { Literal } from '../tree.ts'
import { isAllowedUrl } from './urls.ts'
import { wordOf } from './vocabulary.ts'

const ID = /^[\p{L}\p{N}_-]{1,120}$/u
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 2000
const isId = (value: unknown) => typeof value === 'string' && ID.test(value)
const isClass = (value: unknown) => typeof value === 'string' && /^(?:wb|t)-[a-z0-9-]+(?: (?:wb|t)-[a-z0-9-]+)*$/.test(value)
const isAlign = (value: unknown) => value === 'left' || value === 'right' || value === 'center'
const isUrl = (value: unknown) => typeof value === 'string' && isAllowedUrl(value)
const isWholeNumber = (value: unknown) => Number.isInteger(value)
const isTrue = (value: unknown) => value === true

type Rules = Readonly<Record<string, (value: unknown) => boolean>>
const plain: Rules = { className: isClass }
const ELEMENTS: Readonly<Record<string, Rules>> = {
  p: plain,
  em: {},
  strong: {},
  del: {},
  code: {},
  br: {},
  hr: {},
  blockquote: {},
  sup: {},
  sub: {},
  h2: { id: isId },
  h3: { id: isId },
  h4: { id: isId },
  ul: plain,
  ol: { start: isWholeNumber, className: isClass },
  li: { id: isId },
  div: plain,
  span: { ...plain, lang: isText },
  table: plain,
  thead: {},
  tbody: {},
  tr: {},
  th: { align: isAlign },
  td: { align: isAlign },
  a: { href: isUrl, id: isId, 'data-footnote-ref': isTrue, 'data-footnote-backref': (value) => value === '', 'aria-describedby': isId, 'aria-label': isText },
  section: { 'data-footnotes': isTrue },
}

/** The literal properties of a node, or what is wrong with it. `null` and `undefined` mean "not given". */
export const propsOf = (
  name: string,
  props: Readonly<Record<string, unknown>>,
): { readonly props: Readonly<Record<string, Literal>> } | { readonly wrong: string } => {
  const kept: Record<string, Literal> = {}
  const word = wordOf(name)
  const rules = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined
  if (word === undefined && rules === undefined) return { wrong: `<${name}>` }
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || (key === 'className' && /^(?:data-)?footnote/.test(String(value)))) continue
    const allowed =
      word === undefined
        ? rules !== undefined && Object.hasOwn(rules, key) && rules[key]?.(value) === true
        : Object.hasOwn(word.attributes, key) && word.attributes[key]?.schema.safeParse(value).success === true
    if (!allowed || !(typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'))
      return { wrong: `<${name} ${key}="${String(value)}">` }
    kept[key] = value
  }
  if (word !== undefined) {
    const missing = Object.entries(word.attributes).find(([key, rule]) => rule.required && !Object.hasOwn(kept, key))
    if (missing !== undefined) return { wrong: `<${name}> ${missing[0]}` }
  }
  return { props: kept }
}
