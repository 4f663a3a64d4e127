/** YAML with places: what was written, and where each part of it stands. */
import { type Document, isAlias, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { Finding } from '../course.ts'
import { finding, type Place, type Spot } from '../faults/fault.ts'
import { forbiddenSign, forbiddenSigns } from '../faults/forbidden-signs.ts'

export type Path = readonly PropertyKey[]

export interface YamlSource {
  /** Plain data; undefined where the text is not well formed. */
  readonly value: unknown
  /** Place of the value at the path, of its nearest existing parent otherwise. */
  readonly placeOf: (path: Path) => Place
  /** Place of a key. */
  readonly placeOfKey: (path: Path) => Place
  readonly spotOf: (path: Path) => Spot
  /** Place of an offset in the text at the path: exact in block texts (|), the beginning of the text elsewhere. */
  readonly placeInText: (path: Path, offset: number) => Place
  readonly findings: readonly Finding[]
}

/** Parses YAML 1.2 without anchors, aliases or own types. `firstLine` is the line of the file at which the text begins. */
export const readYaml = (text: string, file: string, firstLine = 1): YamlSource => {
  const counter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: counter,
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: true,
    prettyErrors: false,
    // 'silent' would also keep quiet about what stands behind the first document.
    logLevel: 'error',
  })
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) }
  }
  // One slip often breaks the parser's idea of the rest of the line.
  const problems = [...document.errors, ...document.warnings].filter(
    (error, index, all) => all.findIndex((other) => place(other.pos[0]).line === place(error.pos[0]).line) === index,
  )
  const findings: Finding[] = [...forbiddenSigns(text, file, firstLine)]
  const seen = new Set(findings.map(({ line }) => line))
  // How deep the parser gets before it gives up depends on the machine; the line is the same everywhere.
  const placeOfProblem = (error: (typeof problems)[number]): Place =>
    error.code === 'RESOURCE_EXHAUSTION' ? { ...place(error.pos[0]), column: 1 } : place(error.pos[0])
  findings.push(...problems.map((error) => finding('yaml-syntax', { file, ...placeOfProblem(error) }, { reason: REASONS[error.code] ?? error.message })))
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || (isNode(node) && 'anchor' in node && node.anchor !== undefined))
        findings.push(finding('yaml-anchor', { file, ...place(node.range?.[0] ?? 0) }))
      // Written as an escape: "\u202e".
      const sign = isScalar(node) && typeof node.value === 'string' ? forbiddenSign(node.value) : undefined
      const at = place((isScalar(node) ? node.range?.[0] : undefined) ?? 0)
      if (sign !== undefined && !seen.has(at.line)) findings.push(finding('character-forbidden', { file, ...at }, { sign }))
    },
  })
  const placeOf = (path: Path) => place(startOf(document, path))
  return {
    value: findings.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined,
    placeOf,
    placeOfKey: (path) => place(startOfKey(document, path) ?? startOf(document, path)),
    spotOf: (path) => ({ file, ...placeOf(path) }),
    placeInText: (path, offset) => {
      const node = document.getIn(path, true)
      const start = placeOf(path)
      if (!isScalar(node) || node.type !== 'BLOCK_LITERAL' || typeof node.value !== 'string') return start
      return { line: start.line + node.value.slice(0, offset).split('\n').length, column: 1 }
    },
    findings,
  }
}

/** The commonest slips in words; other reasons are given as the parser says them. */
const REASONS: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  DUPLICATE_KEY: { de: 'dieselbe Angabe steht zweimal', en: 'the same entry is given twice' },
  TAB_AS_INDENT: { de: 'Tabulator statt Leerzeichen in der Einrückung', en: 'a tab instead of spaces in the indentation' },
  RESOURCE_EXHAUSTION: { de: 'zu viele Ebenen ineinander', en: 'too many levels inside each other' },
  BAD_INDENT: { de: 'die Einrückung passt nicht', en: 'the indentation does not fit' },
  MISSING_CHAR: { de: 'ein Zeichen fehlt, meist ein Anführungszeichen oder eine Klammer', en: 'a character is missing, usually a quote or bracket' },
  MULTILINE_IMPLICIT_KEY: { de: 'ein Doppelpunkt fehlt oder steht zu viel', en: 'a colon is missing or there is one too many' },
  BLOCK_AS_IMPLICIT_KEY: { de: '„: “ im Text; setzen Sie den Text in Anführungszeichen', en: '": " in the text; put the text in quotes' },
  MULTIPLE_DOCS: { de: 'eine Zeile „---“ teilt die Datei', en: 'a line "---" splits the file' },
  TAG_RESOLVE_FAILED: { de: 'eigene Typen (!) sind nicht erlaubt', en: 'types of your own (!) are not allowed' },
  BAD_COLLECTION_TYPE: { de: 'eigene Typen (!) sind nicht erlaubt', en: 'types of your own (!) are not allowed' },
}

const startOf = (document: Document.Parsed, path: Path): number => {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return firstNode(document.contents)?.range?.[0] ?? 0
}

const startOfKey = (document: Document.Parsed, path: Path): number | undefined => {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  // Numbers and nothing can be keys, too; so can lists and groups, whose name in the plain data is the parser's affair.
  const pair =
    parent.items.find((entry) => isPair(entry) && isScalar(entry.key) && String(entry.key.value ?? '') === String(path.at(-1))) ??
    parent.items.find((entry) => isPair(entry) && isNode(entry.key) && !isScalar(entry.key))
  return pair !== undefined && isNode(pair.key) ? (pair.key.range?.[0] ?? undefined) : undefined
}

const firstNode = (node: Node | null): Node | undefined => node ?? undefined
