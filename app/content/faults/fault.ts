/** How a fault becomes a finding: one table entry a code, in German and English, with {placeholders}. */
import type { Finding, Language } from '../course.ts'
import { AID_FAULTS } from './aid-faults.ts'
import { COURSE_FAULTS } from './course-faults.ts'
import { ITEM_FAULTS } from './item-faults.ts'
import { PROSE_FAULTS } from './prose-faults.ts'
import { SCHEMA_FAULTS } from './schema-faults.ts'
import { WORDING_FAULTS } from './wording-faults.ts'

/** Message and hint of one fault in one language. */
export type FaultText = readonly [message: string, hint: string]
/** Severity, German, English. */
export type Fault = readonly [severity: Finding['severity'], de: FaultText, en: FaultText]

/** Every fault the compiler and the checks can report. */
export const FAULTS = { ...SCHEMA_FAULTS, ...PROSE_FAULTS, ...ITEM_FAULTS, ...COURSE_FAULTS, ...AID_FAULTS, ...WORDING_FAULTS } as const satisfies Record<
  string,
  Fault
>
export type FaultCode = keyof typeof FAULTS

/** Where something stands in a file; lines and columns count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A place in a named file (relative to courses/, forward slashes). */
export interface Spot extends Place {
  readonly file: string
}

/** A value that reads differently in the two languages. */
export type Bilingual = Readonly<Record<Language, string>>
export type FaultValues = Readonly<Record<string, string | number | Bilingual>>

/** A finding at a spot; `values` fill the placeholders of the table entry. */
export const finding = (code: FaultCode, spot: Spot, values: FaultValues = {}): Finding => {
  const [severity, de, en] = FAULTS[code]
  return {
    severity,
    code,
    file: spot.file,
    line: spot.line,
    column: spot.column,
    message: { de: fill(de[0], values, 'de'), en: fill(en[0], values, 'en') },
    hint: { de: fill(de[1], values, 'de'), en: fill(en[1], values, 'en') },
  }
}

/** "Did you mean …? " where one of the known words is near, else empty. */
export const suggestion = (word: string, known: readonly string[]): Bilingual => {
  const near = known.map((entry) => ({ entry, distance: distance(word.toLowerCase(), entry.toLowerCase()) })).sort((a, b) => a.distance - b.distance)[0]
  return near !== undefined && near.distance <= Math.max(1, Math.floor(near.entry.length / 3))
    ? { de: `Meinten Sie „${near.entry}“? `, en: `Did you mean "${near.entry}"? ` }
    : { de: '', en: '' }
}

/** By file, line, column, code: the order in which a person mends them. */
export const sortFindings = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code))

/** True where nothing keeps the course from being published. */
export const isClean = (findings: readonly Finding[]): boolean => findings.every((entry) => entry.severity !== 'error')

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const fill = (template: string, values: FaultValues, language: Language) =>
  template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return value === undefined ? whole : shorten(typeof value === 'object' ? value[language] : String(value))
  })

/** Levenshtein; long words are not compared, they are no typing slips. */
const distance = (a: string, b: string): number => {
  if (a.length > 60 || b.length > 60) return 60
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** A finding is one or two lines: quoted source is cut, control characters are shown as a space. */
const shorten = (text: string) => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: source text may hold them, a terminal must not get them
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
  return line.length > 240 ? `${line.slice(0, 237)}…` : line
}
