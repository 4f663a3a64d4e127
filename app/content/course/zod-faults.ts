/** What a zod schema has against a YAML text, as findings in the words of an author. */
import { z } from 'zod'
import type { Finding } from '../course.ts'
import { type Bilingual, type FaultCode, type FaultValues, finding, type Place, suggestion } from '../faults/fault.ts'
import type { Path, YamlSource } from './yaml-source.ts'

/** The parsed value or undefined, and every fault of it at its place. `base` is where the value stands in the source. */
export const conform = <T>(
  schema: z.ZodType<T>,
  value: unknown,
  source: YamlSource,
  file: string,
  base: Path = [],
): { readonly value: T | undefined; readonly findings: readonly Finding[] } => {
  const result = schema.safeParse(value)
  if (result.success) return { value: result.data, findings: [] }
  const { issues } = result.error
  // A rule over a whole group only echoes a fault inside it.
  const own = issues.filter(
    (issue) => issue.code !== 'custom' || !issues.some((other) => other !== issue && issue.path.every((part, index) => other.path[index] === part)),
  )
  return { value: undefined, findings: own.flatMap((issue) => toFindings(issue, { schema, value, source, file, base })) }
}

interface Frame {
  readonly schema: z.ZodType
  readonly value: unknown
  readonly source: YamlSource
  readonly file: string
  readonly base: Path
}
type Issue = z.core.$ZodIssue

const toFindings = (issue: Issue, frame: Frame): readonly Finding[] => {
  const path = [...frame.base, ...issue.path]
  const key = nameOf(path)
  const at = (code: FaultCode, values: FaultValues, place: Place = frame.source.placeOf(path)) => finding(code, { file: frame.file, ...place }, values)
  const given = valueAt(frame.value, issue.path)
  if (issue.code === 'unrecognized_keys') {
    if (path.at(-1) === 'points') return issue.keys.map((unknown) => at('competence-unknown', { value: unknown }, frame.source.placeOfKey([...path, unknown])))
    const known = keysAt(frame, issue.path, issue.keys)
    return issue.keys.map((unknown) => {
      const place = frame.source.placeOfKey([...path, unknown])
      // `{ text: Sagen, was geht }` is two entries to YAML: the second is a piece of a sentence without value.
      const isPieceOfText = valueAt(given, [unknown]) === null && /\s|[.,!?]$/.test(unknown)
      return isPieceOfText
        ? at('text-unquoted', { key: unknown }, place)
        : at('key-unknown', { key: unknown, known: known.join(', '), suggestion: suggestion(unknown, known) }, place)
    })
  }
  if (given === undefined && path.length > 0)
    return [path.at(-1) === 'feedback' && ['options', 'reasons'].includes(String(path.at(-3))) ? at('option-feedback', {}) : at('key-missing', { key })]
  switch (issue.code) {
    case 'invalid_value': {
      const known = issue.values.map(String)
      if (path.includes('competences') || path.includes('points')) return [at('competence-unknown', { value: show(given) })]
      return [at('value-choice', { key, value: show(given), known: known.join(', '), suggestion: suggestion(show(given), known) })]
    }
    case 'invalid_union': {
      const known = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : kindsOf(frame.schema)
      return [at('value-choice', { key, value: show(given), known: known.join(', '), suggestion: suggestion(show(given), known) })]
    }
    case 'invalid_key':
      return [at('competence-unknown', { value: key })]
    case 'too_small':
      return [at('value-short', { key, minimum: amount(issue.origin, issue.minimum) })]
    case 'too_big':
      return [at('value-long', { key, maximum: amount(issue.origin, issue.maximum) })]
    case 'invalid_type':
      return [at('value-type', { key, expected: TYPES[issue.expected] ?? { de: issue.expected, en: issue.expected } })]
    case 'invalid_format':
      return [
        at('value-format', { key, expected: FORMATS[issue.format === 'regex' ? (issue.message.split(':')[0] ?? '') : issue.format] ?? same(issue.message) }),
      ]
    default:
      return [at('value-format', { key, expected: CUSTOM[issue.message] ?? same(issue.message) })]
  }
}

const same = (text: string): Bilingual => ({ de: text, en: text })

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { de: 'Text (Zahlen und „ja/nein“ als Text gehören in Anführungszeichen)', en: 'text (numbers and "yes/no" as text belong in quotes)' },
  number: { de: 'eine Zahl', en: 'a number' },
  int: { de: 'eine ganze Zahl', en: 'a whole number' },
  boolean: { de: 'true oder false', en: 'true or false' },
  array: { de: 'eine Liste (jede Zeile beginnt mit „- “)', en: 'a list (each line begins with "- ")' },
  object: { de: 'eine Gruppe von Angaben („name: wert“)', en: 'a group of entries ("name: value")' },
  record: { de: 'eine Gruppe von Angaben („K1: 2“)', en: 'a group of entries ("K1: 2")' },
}
const FORMATS: Readonly<Record<string, Bilingual>> = {
  date: { de: 'ein Datum wie 2026-11-22', en: 'a date such as 2026-11-22' },
  id: { de: 'Kleinbuchstaben, Ziffern und Bindestriche, höchstens 60 Zeichen', en: 'small letters, digits and hyphens, at most 60 characters' },
  line: { de: 'eine Zeile ohne Umbruch', en: 'one line without a break' },
  month: { de: 'ein Monat wie 2026-08', en: 'a month such as 2026-08' },
  doi: { de: 'ein DOI wie 10.1037/bul0000067, ohne https://doi.org/', en: 'a DOI such as 10.1037/bul0000067, without https://doi.org/' },
  module: { de: 'kurs/modul mit den ids, zum Beispiel willkommensbehoerde/macht', en: 'course/module by id, for example willkommensbehoerde/macht' },
  lang: { de: 'ein Sprachkürzel wie tr, ar oder en', en: 'a language code such as tr, ar or en' },
  hash: { de: '12 Zeichen, geschrieben von npm run courses -- lock', en: '12 characters, written by npm run courses -- lock' },
}
const CUSTOM: Readonly<Record<string, Bilingual>> = {
  'points: at least one competence': {
    de: 'Punkte für mindestens eine Kompetenz, zum Beispiel { K4: 2 }',
    en: 'points for at least one competence, for example { K4: 2 }',
  },
  'status: unchecked stands alone': { de: '„unchecked“ steht allein', en: '"unchecked" stands alone' },
}

const amount = (origin: string, limit: number | bigint): Bilingual => {
  const unit: Bilingual =
    origin === 'string' ? { de: ' Zeichen', en: ' characters' } : origin === 'array' ? { de: ' Einträge', en: ' entries' } : { de: '', en: '' }
  return { de: `${limit}${unit.de}`, en: `${limit}${unit.en}` }
}

/** The last names of a path, readable: options.2.feedback */
const nameOf = (path: Path): string =>
  path
    .filter((part) => typeof part === 'string')
    .at(-1)
    ?.toString() ?? '–'

const show = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)))

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, part) => (typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? at[part as keyof typeof at] : undefined), value)

/** The keys a schema knows at a path, for "possible are …". */
const keysAt = (frame: Frame, path: Path, unknown: readonly string[]): readonly string[] => {
  let schema: z.ZodType | undefined = frame.schema
  let value = frame.value
  for (const part of [...path, undefined]) {
    schema = unwrap(schema, value)
    if (part === undefined || schema === undefined) break
    if (schema instanceof z.ZodObject) schema = schema.shape[String(part)] as z.ZodType | undefined
    else if (schema instanceof z.ZodArray) schema = schema.element as z.ZodType
    else schema = undefined
    value = valueAt(value, [part])
  }
  return schema instanceof z.ZodObject ? Object.keys(schema.shape).filter((key) => !unknown.includes(key)) : []
}

const unwrap = (schema: z.ZodType | undefined, value: unknown): z.ZodType | undefined => {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return unwrap(schema.unwrap() as z.ZodType, value)
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const kind = valueAt(value, [schema.def.discriminator])
    return (schema.options as readonly z.ZodObject[]).find((option) => option.shape[schema.def.discriminator]?.safeParse(kind).success)
  }
  return schema
}

const kindsOf = (schema: z.ZodType): readonly string[] =>
  schema instanceof z.ZodDiscriminatedUnion
    ? (schema.options as readonly z.ZodObject[]).flatMap((option) => {
        const kind = option.shape[schema.def.discriminator]
        return kind instanceof z.ZodLiteral ? [String(kind.value)] : []
      })
    : []
