/** Which column of a file holds what. Pure. */
import { z } from 'zod'

/** What can be read from a file, in the order in which it is asked. Roles are not among it and never will be: they are given by hand. */
export const IMPORT_FIELDS = ['given_name', 'family_name', 'email', 'org_unit', 'role_profile', 'status'] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]
export const REQUIRED_FIELDS = ['given_name', 'family_name', 'email', 'org_unit'] as const satisfies readonly ImportField[]

/** Positions of columns, from 0. Fields without one are not in the file. */
export type Columns = Readonly<Partial<Record<ImportField, number>>>

const position = z.int().min(0).max(1000)
/** What the administrator decided about a file, as it is stored with it. */
export const importChoices = z.strictObject({
  columns: z
    .strictObject({ given_name: position, family_name: position, email: position, org_unit: position, role_profile: position, status: position })
    .partial(),
  /** Whoever is missing in the file loses their account. */
  deactivate_missing: z.boolean(),
  /** Units that are not known yet are set up. */
  create_units: z.boolean(),
})
export interface ImportChoices {
  readonly columns: Columns
  readonly deactivate_missing: boolean
  readonly create_units: boolean
}

const heading = z.string().max(20_000)
/** What is remembered for the next file: heading of each field; null where a column was left out on purpose, nothing where there was none. */
export const rememberedHeadings = z.partialRecord(z.enum(IMPORT_FIELDS), heading.nullable())
export type RememberedHeadings = Readonly<Partial<Record<ImportField, string | null>>>

/** The fields that every file needs and this one has not been told. */
export const missingFields = (columns: Columns): readonly ImportField[] => REQUIRED_FIELDS.filter((field) => columns[field] === undefined)

/** Fields that share a column with an earlier one: a slip. */
export const sharedFields = (columns: Columns): readonly ImportField[] =>
  IMPORT_FIELDS.filter((field, at) => columns[field] !== undefined && IMPORT_FIELDS.slice(0, at).some((earlier) => columns[earlier] === columns[field]))

/** As last time where the headings are the same, else by what the headings say. A column is used once. */
export const guessColumns = (headings: readonly string[], remembered: RememberedHeadings | undefined): Columns => {
  const keys = headings.map(headingKey)
  const columns: Partial<Record<ImportField, number>> = {}
  const take = (field: ImportField, wanted: readonly string[]) => {
    const taken = new Set(Object.values(columns))
    const found = wanted.map((key) => keys.findIndex((known, at) => known === key && !taken.has(at))).find((at) => at >= 0)
    if (found !== undefined) columns[field] = found
  }
  if (remembered !== undefined)
    for (const field of IMPORT_FIELDS) {
      const known = remembered[field]
      if (known != null) take(field, [headingKey(known)])
    }
  const asLastTime = Object.keys(columns).length > 0
  for (const field of IMPORT_FIELDS) {
    // A column that was left out on purpose last time stays out.
    if (columns[field] === undefined && !(asLastTime && remembered?.[field] === null)) take(field, HEADINGS[field])
  }
  return columns
}

/** The headings to remember of a file. A column that would have been found and was not taken has been left out on purpose. */
export const headingsOf = (headings: readonly string[], columns: Columns): RememberedHeadings => {
  const found = guessColumns(headings, undefined)
  const remembered: Partial<Record<ImportField, string | null>> = {}
  for (const field of IMPORT_FIELDS) {
    const at = columns[field]
    if (at !== undefined) remembered[field] = headings[at] ?? null
    else if (found[field] !== undefined) remembered[field] = null
  }
  return remembered
}

/** A heading or word without case, accents and signs: "E-Mail-Adresse" and "email adresse" are one. */
export const headingKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Headings of the usual systems, German and English, the likelier first. Written as `headingKey` makes them. */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  given_name: ['vorname', 'vornamen', 'rufname', 'givenname', 'firstname', 'forename'],
  family_name: ['nachname', 'familienname', 'zuname', 'familyname', 'lastname', 'surname', 'name'],
  email: [
    ...['email', 'emailadresse', 'mail', 'mailadresse', 'dienstlicheemail', 'dienstlicheemailadresse', 'emaildienstlich'],
    ...['emailaddress', 'mailaddress', 'workemail', 'businessemail', 'smtp', 'epost'],
  ],
  org_unit: [
    ...[
      'organisationseinheit',
      'orgeinheit',
      'einheit',
      'oe',
      'team',
      'sachgebiet',
      'fachbereich',
      'abteilung',
      'fachdienst',
      'referat',
      'bereich',
      'dienststelle',
    ],
    ...['amt', 'orgunit', 'organisationalunit', 'organizationalunit', 'unit', 'department', 'division', 'section'],
  ],
  role_profile: ['aufgabe', 'aufgabenprofil', 'rollenprofil', 'profil', 'role', 'roleprofile', 'task', 'profile'],
  status: ['status', 'aktiv', 'zustand', 'konto', 'kontostatus', 'active', 'accountstatus', 'account'],
}
