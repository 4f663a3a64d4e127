/** What a file would change: every row compared with the people there are. Pure, so that the dry run and the application cannot differ. */
import type { RoleProfile } from '#db/schema.ts'
import type { ImportChoices } from './columns.ts'
import type { PeopleFile } from './read-file.ts'
import { cleanText, readRow, type RowError, type RowFacts, type RowProblem } from './read-row.ts'

/** In the order in which pages show them. A row has one: `move` may also change a name, `reactivate` may also move. */
export const PLANNED_KINDS = ['error', 'deactivate', 'reactivate', 'create', 'move', 'update', 'unchanged'] as const
export type PlannedKind = (typeof PLANNED_KINDS)[number]

/** A person of the authority as the comparison needs them. */
export interface KnownPerson {
  readonly id: string
  readonly email: string
  readonly email_norm: string
  readonly given_name: string
  readonly family_name: string
  readonly org_unit_id: string
  readonly role_profile: RoleProfile
  readonly deactivated: boolean
  /** Holds the admin role and can sign in. */
  readonly administers: boolean
}

/** What the file is compared with. */
export interface Known {
  /** Id of the administrator who imports. */
  readonly self: string
  readonly people: readonly KnownPerson[]
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** Addresses of the file, in normal form, that belong to accounts elsewhere in the installation. */
  readonly taken: ReadonlySet<string>
}

/** One fact that changes. `from` is null for a new person. Units are named, profiles are ids. */
export interface Change {
  readonly field: 'given_name' | 'family_name' | 'org_unit' | 'role_profile'
  readonly from: string | null
  readonly to: string
}

export interface PlannedRow {
  /** null for somebody who is not in the file. */
  readonly number: number | null
  readonly kind: PlannedKind
  readonly person_id: string | null
  readonly given_name: string
  readonly family_name: string
  readonly email: string
  readonly changes: readonly Change[]
  readonly errors: readonly RowError[]
  /** Why nothing happens, where that may surprise: the account stays closed, or a leaver who never had one. */
  readonly note: 'stays_closed' | 'never_here' | null
  /** How the person is to be afterwards; null where the account is closed or nothing changes. The unit is named as it will be stored. */
  readonly target: { readonly org_unit: string; readonly role_profile: RoleProfile } | null
}

export interface ImportPlan {
  /** By kind in the order of `PLANNED_KINDS`, then by row of the file, then by name. */
  readonly rows: readonly PlannedRow[]
  readonly counts: Readonly<Record<PlannedKind, number>>
  readonly new_units: readonly string[]
  /** Open accounts of people who are not in the file, whether or not they are to be closed; without the acting administrator. */
  readonly missing: number
  /** The acting administrator is not in the file, and stays. */
  readonly self_missing: boolean
  /** Nobody would be left who can administer. */
  readonly last_admin: boolean
}

/** New people whose file says nothing about their task. */
export const USUAL_PROFILE: RoleProfile = 'case_work'

/** Whether everything in it can be carried out. */
export const isClean = (plan: ImportPlan): boolean => plan.counts.error === 0 && !plan.last_admin
/** Whether there is anything to carry out. */
export const isIdle = (plan: ImportPlan): boolean => plan.rows.every(({ kind }) => kind === 'unchanged') && plan.new_units.length === 0

/** Compares the file with what is known. Changes nothing. */
export const planImport = (file: PeopleFile, choices: ImportChoices, known: Known): ImportPlan => {
  const people = new Map(known.people.map((person) => [person.email_norm, person]))
  const units = new Units(known.units, choices.create_units)
  const seen = new Map<string, number>()
  const rows = file.rows.map((row): PlannedRow => {
    const { facts, errors: ownErrors } = readRow(row, choices.columns, file.headings.length)
    const errors = [...ownErrors]
    const wrong = (field: RowError['field'], code: RowProblem, value: string, other: number | null = null) => errors.push({ field, code, value, row: other })
    const person = people.get(facts.email_norm)
    const first = seen.get(facts.email_norm)
    if (first !== undefined) wrong('email', 'duplicate', facts.email, first)
    else if (facts.email_norm !== '') seen.set(facts.email_norm, row.number)
    if (person === undefined && known.taken.has(facts.email_norm)) wrong('email', 'email_taken', facts.email)
    if (facts.active === false && person?.id === known.self) wrong('status', 'self', '')
    const readable = !errors.some(({ field }) => field === 'org_unit')
    const org_unit = facts.active === false || !readable ? undefined : units.find(facts.org_unit)
    if (facts.active !== false && readable && org_unit === undefined) wrong('org_unit', 'unit_unknown', facts.org_unit)
    const base = { number: row.number, person_id: person?.id ?? null, ...namesOf(facts, person), email: person?.email ?? facts.email }
    if (errors.length > 0) return { ...base, kind: 'error', changes: [], errors, note: null, target: null }
    return { ...base, errors: [], ...outcome(facts, person, org_unit ?? '', units) }
  })
  const absent = known.people.filter((person) => !person.deactivated && !seen.has(person.email_norm))
  const missing = absent.filter(({ id }) => id !== known.self)
  const closed = choices.deactivate_missing ? missing.map(closing) : []
  const all = inOrder(rows, closed)
  const closes = new Set(all.filter(({ kind }) => kind === 'deactivate').map(({ person_id }) => person_id))
  const admins = known.people.filter(({ administers }) => administers)
  return {
    rows: all,
    counts: countKinds(all),
    new_units: units.fresh,
    missing: missing.length,
    self_missing: absent.length > missing.length,
    last_admin: admins.length > 0 && admins.every(({ id }) => closes.has(id)),
  }
}

type Outcome = Pick<PlannedRow, 'kind' | 'changes' | 'note' | 'target'>
const NOTHING = { kind: 'unchanged', changes: [], note: null, target: null } as const

const outcome = (facts: RowFacts, person: KnownPerson | undefined, org_unit: string, units: Units): Outcome => {
  if (facts.active === false) {
    if (person === undefined) return { ...NOTHING, note: 'never_here' }
    return person.deactivated ? NOTHING : { ...NOTHING, kind: 'deactivate' }
  }
  const before = person === undefined ? undefined : { ...person, org_unit: units.nameOf(person.org_unit_id) }
  const target = { org_unit, role_profile: facts.role_profile ?? person?.role_profile ?? USUAL_PROFILE }
  const after = { given_name: facts.given_name, family_name: facts.family_name, ...target }
  const changes = (['given_name', 'family_name', 'org_unit', 'role_profile'] as const).flatMap((field): Change[] =>
    before !== undefined && before[field] === after[field] ? [] : [{ field, from: before?.[field] ?? null, to: after[field] }],
  )
  if (person === undefined) return { kind: 'create', changes, note: null, target }
  const note = person.deactivated ? 'stays_closed' : null
  if (person.deactivated && facts.active === true) return { kind: 'reactivate', changes, note: null, target }
  if (changes.length === 0) return { ...NOTHING, note }
  return { kind: changes.some(({ field }) => field === 'org_unit') ? 'move' : 'update', changes, note, target }
}

const closing = ({ id, given_name, family_name, email }: KnownPerson): PlannedRow => ({
  ...{ ...NOTHING, number: null, kind: 'deactivate', person_id: id, given_name, family_name, email },
  errors: [],
})

/** A row that closes an account may leave the names out. */
const namesOf = (facts: RowFacts, person: KnownPerson | undefined) => ({
  given_name: facts.given_name === '' ? (person?.given_name ?? '') : facts.given_name,
  family_name: facts.family_name === '' ? (person?.family_name ?? '') : facts.family_name,
})

/** Those who are missing follow those whom the file names. */
const inOrder = (named: readonly PlannedRow[], closed: readonly PlannedRow[]): readonly PlannedRow[] => {
  const byName = [...closed].sort((a, b) => collator.compare(a.family_name, b.family_name) || collator.compare(a.given_name, b.given_name))
  return PLANNED_KINDS.flatMap((kind) => [...named.filter((row) => row.kind === kind), ...byName.filter((row) => row.kind === kind)])
}
const collator = new Intl.Collator('de-DE', { sensitivity: 'base' })

const countKinds = (rows: readonly PlannedRow[]): Record<PlannedKind, number> => {
  const counts = Object.fromEntries(PLANNED_KINDS.map((kind) => [kind, 0])) as Record<PlannedKind, number>
  for (const { kind } of rows) counts[kind] += 1
  return counts
}

/** Units by name, without regard to case and spaces; an exact match goes first. New ones are spelt as in the first row that has them. */
class Units {
  readonly fresh: string[] = []
  readonly #exact = new Map<string, string>()
  readonly #loose = new Map<string, string>()
  readonly #names = new Map<string, string>()
  readonly #create: boolean

  constructor(units: Known['units'], create: boolean) {
    this.#create = create
    for (const { id, name } of units) {
      this.#names.set(id, name)
      this.#exact.set(name, name)
      if (!this.#loose.has(unitKey(name))) this.#loose.set(unitKey(name), name)
    }
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? ''
  }

  /** The name of the unit as it is or will be stored. */
  find(name: string): string | undefined {
    const found = this.#exact.get(name) ?? this.#loose.get(unitKey(name))
    if (found !== undefined || !this.#create) return found
    this.#loose.set(unitKey(name), name)
    this.fresh.push(name)
    return name
  }
}

const unitKey = (name: string) => cleanText(name).normalize('NFKC').toLowerCase()
