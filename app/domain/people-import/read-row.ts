/** One row of a file as facts about a person, or what is wrong with it. Pure. */
import { z } from 'zod'
import type { RoleProfile } from '#db/schema.ts'
import { normalEmail } from '../identity/email.ts'
import { LONGEST_NAME } from '../organisation/person-facts.ts'
import type { Columns, ImportField } from './columns.ts'
import type { FileRow } from './read-file.ts'
import { isActive, profileOf } from './words.ts'

/**
 * What is wrong in a cell. `signs`: control characters or signs that turn the writing direction. `cells`: the row has more cells than
 * there are headings, mostly a delimiter inside a cell without quotation marks.
 */
export type RowProblem =
  | 'missing'
  | 'too_long'
  | 'signs'
  | 'email'
  | 'email_taken'
  | 'duplicate'
  | 'unit_unknown'
  | 'profile_unknown'
  | 'status_unknown'
  | 'self'
  | 'cells'

export interface RowError {
  /** null where it is about the row as a whole. */
  readonly field: ImportField | null
  readonly code: RowProblem
  /** What stands there, shortened. */
  readonly value: string
  /** The row meant besides this one, for a `duplicate`. */
  readonly row: number | null
}

/** What a row says. Texts are clean: composed, trimmed, single spaces. */
export interface RowFacts {
  readonly given_name: string
  readonly family_name: string
  readonly email: string
  readonly email_norm: string
  readonly org_unit: string
  /** null: the file says nothing, so nothing changes. */
  readonly role_profile: RoleProfile | null
  readonly active: boolean | null
}

/** The facts of a row, and everything that is wrong with it by itself. A row that closes an account needs nothing but the address. */
export const readRow = ({ cells }: FileRow, columns: Columns, width: number): { readonly facts: RowFacts; readonly errors: readonly RowError[] } => {
  const text = (field: ImportField) => cleanText(columns[field] === undefined ? '' : (cells[columns[field]] ?? ''))
  const [given_name, family_name, email, org_unit] = [text('given_name'), text('family_name'), text('email'), text('org_unit')]
  const [profile, status] = [text('role_profile'), text('status')]
  const facts = {
    ...{ given_name, family_name, email, email_norm: normalEmail(email), org_unit },
    role_profile: profileOf(profile) ?? null,
    active: isActive(status) ?? null,
  }
  const errors: RowError[] = []
  const wrong = (field: ImportField | null, code: RowProblem, value = '') => errors.push({ field, code, value: value.slice(0, SHOWN), row: null })
  if (cells.slice(width).some((cell) => cell.trim() !== '')) wrong(null, 'cells')
  if (email === '') wrong('email', 'missing')
  else if (email.length > LONGEST_EMAIL) wrong('email', 'too_long', email)
  else if (!z.regexes.email.test(email)) wrong('email', 'email', email)
  if (status !== '' && facts.active === null) wrong('status', 'status_unknown', status)
  if (facts.active === false) return { facts, errors }
  for (const field of ['given_name', 'family_name', 'org_unit'] as const) {
    const value = facts[field]
    if (value === '') wrong(field, 'missing')
    else if (value.length > LONGEST_NAME) wrong(field, 'too_long', value)
    else if (SIGNS.test(value)) wrong(field, 'signs', value.replace(ALL_SIGNS, '�'))
  }
  if (profile !== '' && facts.role_profile === null) wrong('role_profile', 'profile_unknown', profile)
  return { facts, errors }
}

/** Composed letters, single spaces (also for line breaks in a cell), without invisible marks that exports leave behind. */
export const cleanText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(/[\u00ad\u200b\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim()

/** Most cells: letters of ASCII with single spaces, which stay as they are. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** RFC 5321. */
const LONGEST_EMAIL = 254
const SHOWN = 80
/** Control characters, signs that turn the writing direction, and what is left of a letter that was lost in conversion. */
const SIGNS = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd]/u
const ALL_SIGNS = new RegExp(SIGNS, 'gu')
