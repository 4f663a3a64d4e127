/**
 * Values that betray which column of whose row they come from, wherever and in whatever notation they are shown, and the judgement
 * whether a reader may see them. For tests of who sees what.
 */
import { type Onlooker, type Sight, sightOf } from '#app/domain/privacy/policy.ts'
import type { ColumnFacts, DataKind } from '#db/data-facts.ts'
import { dataMap } from '#db/data-map.ts'
import type { ColumnName, Marking } from './one-of-everything.ts'

export interface Mark {
  /** Whose row it is. */
  readonly whose: string
  readonly column: ColumnName
  readonly kind: DataKind
  /** Kinds as which the same value may be shown as well. */
  readonly also: readonly DataKind[]
}

/** By what stands for it in a text: see `keysIn`. */
export type Marks = Map<string, Mark[]>

/** Values that may be shown as something else, too: the key in the address of a page that names the person, a name. */
const ALSO: Readonly<Partial<Record<ColumnName, readonly DataKind[]>>> = {
  'person.id': ['name'],
  'invitation.created_by': ['name'],
  'audit_entry.actor_id': ['name'],
}
/** With one of these the row is no longer nameless. */
const IDENTITY: readonly ColumnName[] = ['person.id', 'person.email', 'person.email_norm', 'person.given_name', 'person.family_name', 'certificate.holder_name']
/** What not even its person is shown. Other internal values are keys that stand in the addresses of the person's own pages. */
const SECRET = /_hash$|\.(email_norm|body|mapping|through_seq|points|expires_at_ms)$/

/** Values of times that must lie near the present; they are told by the minute. */
const RECENT: readonly ColumnName[] = ['session.created_at', 'session.last_seen_at', 'held_form.created_at', 'people_import.created_at']

/** Every column that holds something about people, with its kind. */
export const personalColumns: ReadonlyMap<ColumnName, DataKind> = new Map(
  Object.entries(dataMap).flatMap(([table, columns]) =>
    Object.entries<ColumnFacts>(columns).flatMap(([column, { kind }]) => (kind === null ? [] : [[`${table}.${column}` as ColumnName, kind] as const])),
  ),
)

let count = 0
const word = () => {
  count += 1
  return `zxmark${[17_576, 676, 26, 1].map((unit) => String.fromCharCode(97 + (Math.floor(count / unit) % 26))).join('')}`
}
const later = (day: string, days: number) => new Date(Date.parse(`${day}T11:03:00.000Z`) + days * 86_400_000).toISOString()

/** Makes marked values and notes them. A column asked for twice gets another word, but the same time. */
export const aMarking = (marks: Marks, whose: string, facts: { readonly today: string; readonly first_day: string }): Marking & Noting => {
  const times = new Map<ColumnName, string>()
  const note = (column: ColumnName, keys: readonly string[]) => {
    const kind = personalColumns.get(column)
    if (kind === undefined) throw new Error(`${column} holds nothing about people`)
    for (const key of keys) marks.set(key, [...(marks.get(key) ?? []), { whose, column, kind, also: ALSO[column] ?? [] }])
  }
  const remembered = (column: ColumnName, make: () => string) => {
    const known = times.get(column)
    if (known !== undefined) return known
    const made = make()
    times.set(column, made)
    note(column, [RECENT.includes(column) ? `time ${made.slice(11, 16)}` : `day ${made.slice(0, 10)}`])
    return made
  }
  return {
    note: (column, text) => {
      note(column, keysIn(text))
      return text
    },
    word: (column) => {
      const made = word()
      note(column, [made])
      return made
    },
    instant: (column) =>
      remembered(column, () => (RECENT.includes(column) ? `${facts.today}T08:${17 + 7 * RECENT.indexOf(column)}:00.000Z` : later(facts.first_day, times.size))),
    day: (column) =>
      remembered(column, () => (column === 'certificate.valid_until' ? later(facts.today, 41) : later(facts.first_day, times.size)).slice(0, 10)),
    figure: (column) => {
      count += 1
      const score = column.endsWith('_score') || column === 'learning_event.payload'
      const made = score ? 700 + (count % 300) : 918_000 + count
      note(column, score ? [`figure ${made}`, `share ${Math.round(made / 10)}`] : [`figure ${made}`])
      return made
    },
  }
}

interface Noting {
  /** Notes a value that the test made itself; what betrays it is found in it. Returns it. */
  note(column: ColumnName, text: string): string
}

const MONTHS = ['Jan', 'Feb', 'Mär|Mar', 'Apr', 'Mai|May', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt|Oct', 'Nov', 'Dez|Dec']
const MONTH = `(${MONTHS.join('|')})[a-zä]*\\.?`
const NOTATIONS: readonly { readonly of: RegExp; readonly read: (...parts: string[]) => readonly [string, string, string] }[] = [
  { of: /(\d{4})-(\d\d)-(\d\d)/g, read: (y = '', m = '', d = '') => [y, m, d] },
  { of: /(\d\d?)[./]\s?(\d\d?)[./]\s?(\d{4})/g, read: (d = '', m = '', y = '') => [y, m, d] },
  { of: new RegExp(`(\\d\\d?)\\.? ${MONTH} (\\d{4})`, 'g'), read: (d = '', m = '', y = '') => [y, monthOf(m), d] },
  { of: new RegExp(`${MONTH} (\\d\\d?), (\\d{4})`, 'g'), read: (m = '', d = '', y = '') => [y, monthOf(m), d] },
]
const monthOf = (name: string) => String(MONTHS.findIndex((month) => month.split('|').includes(name)) + 1)
const two = (figure: string) => figure.padStart(2, '0')

/** What could be a mark in a text: words, days in any notation, times of day in Berlin or UTC (as UTC), figures without signs between. */
export const keysIn = (text: string): readonly string[] => {
  const plain = text.replaceAll('\u00ad', '').replaceAll('\u2060', '').replaceAll('\u00a0', ' ')
  const spaced = plain.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  const keys = new Set<string>()
  for (const source of [plain, plain.replace(/<[^>]*>/g, '')]) for (const [found] of source.toLowerCase().matchAll(/zxmark[a-z]{4}/g)) keys.add(found)
  for (const source of [plain, spaced]) {
    for (const { of, read } of NOTATIONS)
      for (const [, ...parts] of source.matchAll(of)) {
        const [year, month, day] = read(...(parts as string[]))
        keys.add(`day ${year}-${two(month)}-${two(day)}`)
      }
    for (const [, hour = '', minute = ''] of source.matchAll(/(?<!\d)(\d\d):(\d\d)(?!\d)/g)) {
      keys.add(`time ${hour}:${minute}`)
      keys.add(`time ${two(String(Number(hour) - 1))}:${minute}`)
    }
    for (const [found] of source.matchAll(/(?<![\w.,-])\d{2,3}(?:[.,]?\d{1,3})?(?![\w-])/g)) {
      const figure = found.replace(/[.,]/g, '')
      // Drawings are full of small figures; only long ones are looked for in attributes.
      if (source === spaced || figure.length > 4) keys.add(`figure ${figure}`)
    }
    for (const [, share = ''] of source.matchAll(/(?<![\w.,-])(\d{1,3}) ?%/g)) keys.add(`share ${share}`)
  }
  return [...keys]
}

/** What betrays itself in a text, with the columns it may come from. */
export type Found = readonly (readonly [string, readonly Mark[]])[]

/** The marks in a text, without those that the reader gave. */
export const marksIn = (marks: Marks, text: string, asked = ''): Found => {
  const given = new Set(keysIn(asked))
  return keysIn(text).flatMap((key) => {
    const found = given.has(key) ? undefined : marks.get(key)
    return found === undefined ? [] : [[key, found] as const]
  })
}

/** What of this readers in these roles may not see by the policy, as table.column of whom. */
export const faultsAmong = (found: Found, readers: readonly Onlooker[]): readonly string[] => {
  const named = new Set(found.flatMap(([, all]) => all.filter(({ column }) => IDENTITY.includes(column)).map(({ whose }) => whose)))
  const holds = (mark: Mark, kind: DataKind, sight: Sight) =>
    sight === 'all' || sight === 'status' || (sight === 'nameless' && kind === mark.kind && !named.has(mark.whose))
  const may = (mark: Mark) =>
    readers.some((reader) =>
      reader === 'self' && mark.kind === 'internal'
        ? !SECRET.test(mark.column)
        : [mark.kind, ...mark.also].some((kind) => holds(mark, kind, sightOf(kind, reader))),
    )
  return found.filter(([, all]) => !all.some(may)).map(([key, all]) => `${all.map(({ column, whose }) => `${column} of ${whose}`).join(', ')}: ${key}`)
}
