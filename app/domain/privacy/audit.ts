/** What the trail may hold: a closed list of acts, each with its own subject and detail, and how an entry is sealed. Pure. */
import { z } from 'zod'

const id = z.string().min(1).max(200)
const reason = z.string().trim().min(1).max(4000)
const none = z.undefined().optional()
const nothing = z.strictObject({}).default({})
/** Which org unit a list was limited to; null: all. */
const unit = z.strictObject({ unit: id.nullable() })
/** The same for the people an assignment is for; `course` is the id of its course. */
const assigned = z.strictObject({ course: id, unit: id.nullable() })

/** What administration says about a person beside the name: unit by name, as it was called then. */
const post = z.strictObject({ org_unit: z.string().max(200), role_profile: z.string().max(40), roles: z.array(z.string().max(40)).max(20) })
/** An act on the account of a person: the subject is the person. */
const account = <V extends string, D extends z.ZodType>(verb: V, detail: D) =>
  z.strictObject({ verb: z.literal(verb), subject_kind: z.literal('person'), subject_id: id, person_id: id, detail, reason: none })

/** A number of people. */
const people = z.int().min(0)

const act = z.discriminatedUnion('verb', [
  /** Somebody of HR opened the page of one person. */
  z.strictObject({ verb: z.literal('person_status_viewed'), subject_kind: z.literal('person'), subject_id: id, person_id: id, detail: nothing, reason: none }),
  /** Somebody of HR opened the list of a course. */
  z.strictObject({ verb: z.literal('course_list_viewed'), subject_kind: z.literal('course'), subject_id: id, person_id: none, detail: unit, reason: none }),
  /** The same list as a file. */
  z.strictObject({ verb: z.literal('course_list_exported'), subject_kind: z.literal('course'), subject_id: id, person_id: none, detail: unit, reason: none }),
  /** Somebody of HR opened the list of all people with their completions. */
  z.strictObject({ verb: z.literal('people_list_viewed'), subject_kind: z.literal('authority'), subject_id: id, person_id: none, detail: unit, reason: none }),
  /** The same list as a file. */
  z.strictObject({
    verb: z.literal('people_list_exported'),
    subject_kind: z.literal('authority'),
    subject_id: id,
    person_id: none,
    detail: unit,
    reason: none,
  }),
  /** Somebody of HR opened the list of certificates. */
  z.strictObject({
    verb: z.literal('certificate_list_viewed'),
    subject_kind: z.literal('authority'),
    subject_id: id,
    person_id: none,
    detail: unit,
    reason: none,
  }),
  /** The same list as a file. */
  z.strictObject({
    verb: z.literal('certificate_list_exported'),
    subject_kind: z.literal('authority'),
    subject_id: id,
    person_id: none,
    detail: unit,
    reason: none,
  }),
  /** Somebody of HR opened the list of the people an assignment is for. */
  z.strictObject({
    verb: z.literal('assignment_list_viewed'),
    subject_kind: z.literal('assignment'),
    subject_id: id,
    person_id: none,
    detail: assigned,
    reason: none,
  }),
  /** The same list as a file. */
  z.strictObject({
    verb: z.literal('assignment_list_exported'),
    subject_kind: z.literal('assignment'),
    subject_id: id,
    person_id: none,
    detail: assigned,
    reason: none,
  }),
  /** A course was assigned to org units (ids) and role profiles until a calendar day. */
  z.strictObject({
    verb: z.literal('assignment_made'),
    subject_kind: z.literal('assignment'),
    subject_id: id,
    person_id: none,
    detail: z.strictObject({ course: id, due_on: z.string().max(10), org_units: z.array(id).max(500), role_profiles: z.array(id).max(20) }),
    reason: none,
  }),
  /** An assignment no longer holds. */
  z.strictObject({
    verb: z.literal('assignment_withdrawn'),
    subject_kind: z.literal('assignment'),
    subject_id: id,
    person_id: none,
    detail: z.strictObject({ course: id }),
    reason,
  }),
  /** A certificate was revoked. `course` is the id of the course it was for. */
  z.strictObject({
    verb: z.literal('certificate_revoked'),
    subject_kind: z.literal('certificate'),
    subject_id: id,
    person_id: id,
    detail: z.strictObject({ course: id }),
    reason,
  }),
  /** An account was set up, changed (`fields`: of name, unit, task and roles, those that differ), closed and opened again; a link to choose a password was made. */
  account('account_created', post),
  account('account_changed', z.strictObject({ fields: z.array(z.string().max(40)).min(1).max(20), before: post, after: post })),
  account('account_deactivated', nothing),
  account('account_reactivated', nothing),
  account('invitation_made', nothing),
  /** People were created, changed or closed from a file. Counts only: whom it concerned shows in the accounts. `import` is the id the file had. */
  z.strictObject({
    verb: z.literal('people_imported'),
    subject_kind: z.literal('authority'),
    subject_id: id,
    person_id: none,
    detail: z.strictObject({
      import: id,
      ...{ created: people, updated: people, moved: people, deactivated: people, reactivated: people },
      /** Org units that were set up with it. */
      units: people,
    }),
    reason: none,
  }),
  /** What the legal pages say was changed. `fields` are names of fields, never their values. */
  z.strictObject({
    verb: z.literal('installation_changed'),
    subject_kind: z.literal('installation'),
    subject_id: id,
    person_id: none,
    detail: z.strictObject({ fields: z.array(z.string().max(80)).max(200) }),
    reason: none,
  }),
])

/** One act, before it has its place in the trail. */
export type AuditAct = z.input<typeof act>
export type AuditVerb = AuditAct['verb']
/** The same, read back: with every detail filled in. */
export type Act = z.output<typeof act>

/** Looking at what is stored about others changes nothing, but is traced all the same. */
export const LOOKS = [
  'person_status_viewed',
  'course_list_viewed',
  'course_list_exported',
  'people_list_viewed',
  'people_list_exported',
  'certificate_list_viewed',
  'certificate_list_exported',
  'assignment_list_viewed',
  'assignment_list_exported',
] as const
export type Look = Extract<AuditAct, { verb: (typeof LOOKS)[number] }>

/** Looks at a list: whom they concern follows from the org unit. */
export const LIST_LOOKS = [
  'course_list_viewed',
  'course_list_exported',
  'people_list_viewed',
  'people_list_exported',
  'certificate_list_viewed',
  'certificate_list_exported',
] as const satisfies readonly AuditVerb[]

/** Looks at the people of an assignment: whom they concern follows from the org unit and from whom it is for. */
export const ASSIGNMENT_LOOKS = ['assignment_list_viewed', 'assignment_list_exported'] as const satisfies readonly AuditVerb[]

/** Every verb there is. */
export const AUDIT_VERBS: readonly AuditVerb[] = act.options.map((option) => option.shape.verb.value)

/** Checks an act. Throws a ZodError where it does not fit its verb: a bug of the caller. */
export const readAct = (given: AuditAct): Act => act.parse(given)

/** A row as the act it tells of, or undefined where it tells of none that this program knows. */
export const findAct = (row: StoredAct): Act | undefined => {
  const { verb, subject_kind, subject_id, person_id, reason: why } = row
  const parsed = act.safeParse({
    verb,
    subject_kind,
    subject_id,
    person_id: person_id ?? undefined,
    reason: why ?? undefined,
    detail: JSON.parse(row.detail) as unknown,
  })
  return parsed.success ? parsed.data : undefined
}

type StoredAct = Pick<Unsealed, 'verb' | 'subject_kind' | 'subject_id' | 'person_id' | 'detail' | 'reason'>

/** The detail as it is stored, sealed and compared: keys in alphabetical order, so that the same detail is the same text. */
export const detailText = (detail: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1))))

/** An entry without its seal, as it stands in the table. `detail` is JSON text and is sealed as text. */
export interface Unsealed {
  readonly authority_id: string
  readonly number: number
  readonly actor_id: string | null
  readonly verb: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly person_id: string | null
  readonly detail: string
  readonly reason: string | null
  readonly occurred_at: string
  readonly previous_hash: string
}

/** Stands where the first entry of an authority names the hash of the one before. */
export const NOTHING_BEFORE = '0'.repeat(64)

/**
 * The text that is hashed: JSON of exactly these columns in alphabetical order. The order is spelt out here, so that no caller's
 * object can change it; it never changes, or every trail ever written would look forged.
 */
export const canonicalEntry = (entry: Unsealed): string =>
  JSON.stringify({
    actor_id: entry.actor_id,
    authority_id: entry.authority_id,
    detail: entry.detail,
    number: entry.number,
    occurred_at: entry.occurred_at,
    person_id: entry.person_id,
    previous_hash: entry.previous_hash,
    reason: entry.reason,
    subject_id: entry.subject_id,
    subject_kind: entry.subject_kind,
    verb: entry.verb,
  })

/** In which role somebody acts who does this. Shown beside the name, also when the role was taken away since. */
export const ROLE_OF: Readonly<Record<AuditVerb, 'hr' | 'admin'>> = {
  person_status_viewed: 'hr',
  course_list_viewed: 'hr',
  course_list_exported: 'hr',
  people_list_viewed: 'hr',
  people_list_exported: 'hr',
  certificate_list_viewed: 'hr',
  certificate_list_exported: 'hr',
  assignment_list_viewed: 'hr',
  assignment_list_exported: 'hr',
  assignment_made: 'hr',
  assignment_withdrawn: 'hr',
  certificate_revoked: 'hr',
  account_created: 'admin',
  account_changed: 'admin',
  account_deactivated: 'admin',
  account_reactivated: 'admin',
  invitation_made: 'admin',
  installation_changed: 'admin',
  people_imported: 'admin',
}
