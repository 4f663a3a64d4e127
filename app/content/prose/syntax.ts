/** Where and why a text is no well-formed MDX. */
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Finding } from '../course.ts'
import { type Bilingual, finding } from '../faults/fault.ts'

export interface Recovered {
  /** Empty where the text is well formed. */
  readonly findings: readonly Finding[]
  /** The text without the lines at fault, as far as the rest can be parsed. */
  readonly root: Root | undefined
}

/** Lines that are left out before giving up. */
const ATTEMPTS = 20

/** Parses a text; a line at fault is reported, left out, and parsing goes on, so that one slip hides no other. */
export const parseForgivingly = (source: string, file: string): Recovered => {
  const findings: Finding[] = []
  const lines = source.split('\n')
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return { findings, root: parse(lines) }
    } catch (error) {
      const fault = isParserMessage(error) ? toFinding(error, file) : finding('mdx-syntax', { file, line: lineAtFault(lines), column: 1 }, { reason: GAVE_UP })
      // A tag that does not match may be the echo of a line left out before, and leaving one out makes the next not match.
      if (fault.code === 'mdx-tag') return { findings: findings.length === 0 ? [fault] : findings, root: undefined }
      findings.push(fault)
      if (lines[fault.line - 1] === '') return { findings, root: undefined }
      lines[fault.line - 1] = ''
    }
  }
  return { findings, root: undefined }
}

const parse = (lines: readonly string[]): Root => unified().use(remarkParse).use(remarkMdx).use(remarkGfm, { singleTilde: false }).parse(lines.join('\n'))

/** Rare nestings make the parser itself fail, without a place. */
const GAVE_UP: Bilingual = { de: 'diese Verschachtelung lässt sich nicht lesen', en: 'this nesting cannot be read' }

/** The last line of the shortest beginning at which the parser fails so. */
const lineAtFault = (lines: readonly string[]): number => {
  let [low, high] = [1, lines.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (failsWithoutPlace(lines.slice(0, middle))) high = middle
    else low = middle + 1
  }
  return low
}

const failsWithoutPlace = (lines: readonly string[]): boolean => {
  try {
    parse(lines)
    return false
  } catch (error) {
    return !isParserMessage(error)
  }
}

const toFinding = (error: ParserMessage, file: string): Finding => {
  const place = placeOf(error)
  if (error.ruleId?.startsWith('end-tag-mismatch') === true) return finding('mdx-tag', { file, ...place }, { reason: tagReason(error.reason) })
  if (error.reason.includes('import/exports')) return finding('export-forbidden', { file, ...place })
  if (/expression|acorn/i.test(`${error.reason} ${error.ruleId ?? ''}`)) return finding('expression-forbidden', { file, ...place })
  return finding('mdx-syntax', { file, ...place }, { reason: reasonOf(error.reason) })
}

interface ParserMessage {
  readonly reason: string
  readonly ruleId?: string
  readonly line?: number
  readonly column?: number
  readonly place?: unknown
}

const isParserMessage = (error: unknown): error is ParserMessage =>
  typeof error === 'object' && error !== null && 'reason' in error && typeof error.reason === 'string'

/** Unclosed tags carry their place in the words only: "(2:3-2:12)". */
const placeOf = (error: ParserMessage) => {
  const inWords = /\((\d+):(\d+)/.exec(error.reason)
  if (error.line !== undefined && error.line !== null) return { line: error.line, column: error.column ?? 1 }
  return { line: Number(inWords?.[1] ?? 1), column: Number(inWords?.[2] ?? 1) }
}

const tagReason = (reason: string): Bilingual => {
  const names = [...reason.matchAll(/`(<[^`]*>)`/g)].map((match) => match[1] ?? '')
  const [first, second] = names
  if (first !== undefined && second !== undefined) return { de: `${first} und ${second}`, en: `${first} and ${second}` }
  return { de: first ?? reason, en: first ?? reason }
}

const reasonOf = (reason: string): Bilingual => {
  const character = /Unexpected character `(.)` \((U\+[0-9A-F]+)\)/u.exec(reason)?.[1]
  if (character !== undefined) return { de: `unerwartetes Zeichen „${character}“`, en: `unexpected character "${character}"` }
  if (/Unexpected end of file|Unexpected lazy line/i.test(reason))
    return { de: 'eine Marke oder Klammer ist nicht geschlossen', en: 'a tag or brace is not closed' }
  if (/Unexpected closing slash/i.test(reason)) return { de: 'eine schließende Marke ohne öffnende', en: 'a closing tag without an opening one' }
  return { de: reason, en: reason }
}
