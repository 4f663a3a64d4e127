/** The words in which the data map speaks of a column: of what kind a value is, how long it is kept, under which name it is given out. */

/**
 * What a personal value is, in the eyes of the person: one line of "Wer sieht was von mir?". `name`: name, org unit and task ·
 * `account`: address, roles, state of the account · `settings`: preferences and sign-ins · `progress`: what was opened or begun, and when ·
 * `completion`: whether and when a course was completed · `answer`: answers, attempts, scores · `private_text`: reflections, notes and forms
 * that wait · `certificate`: that there is one, and its dates · `certificate_sheet`: the paper itself with its code · `hint`: what was said
 * about an item · `trail`: who acted on whose data · `barrier`: a reported barrier · `internal`: secrets, and keys that only join rows.
 */
export type DataKind =
  | 'name'
  | 'account'
  | 'settings'
  | 'progress'
  | 'completion'
  | 'answer'
  | 'private_text'
  | 'certificate'
  | 'certificate_sheet'
  | 'hint'
  | 'trail'
  | 'barrier'
  | 'internal'

/**
 * How long a value is kept. `account`: 30 days after the account was deactivated, then pseudonymised · `session`: 8 hours, and a day more ·
 * `hour`: a few hours, at most a day · `invitation`: 30 days after its end · `answer`: 30 days after the module was completed ·
 * `obligation`: as long as the training obligation asks for proof, by default 3 years after the year's end · `own`: until the
 * person deletes it, at the latest with the account · `trail`: 12 months · `report`: 12 months after it was received ·
 * `installation`: not about a person.
 */
export type Retention = 'account' | 'session' | 'hour' | 'invitation' | 'answer' | 'obligation' | 'own' | 'trail' | 'report' | 'installation'

/** A value that says nothing about a person. */
export interface PlainColumn {
  readonly personal: false
  readonly purpose: string
  readonly kind: null
  readonly retention: 'installation'
  readonly exported_as: null
}

/** A value that relates to a person, alone or together with the rest of the row. */
export interface PersonalColumn<Name extends string | null = string | null> {
  readonly personal: true
  readonly purpose: string
  readonly kind: DataKind
  readonly retention: Retention
  /** Under this name in the person's own export; null where the export leaves it out (secrets, technical keys). */
  readonly exported_as: Name
}

export type ColumnFacts = PlainColumn | PersonalColumn

/** A value that says nothing about a person. */
export const plain = (purpose: string): PlainColumn => ({ personal: false, purpose, kind: null, retention: 'installation', exported_as: null })
/** A personal value that its person gets with the export. */
export const about = <Name extends string>(
  kind: Exclude<DataKind, 'internal'>,
  retention: Retention,
  exported_as: Name,
  purpose: string,
): PersonalColumn<Name> => ({
  personal: true,
  purpose,
  kind,
  retention,
  exported_as,
})
/** A personal value that no export carries and nobody is shown: secrets, and keys that only join rows. */
export const inner = (retention: Retention, purpose: string): PersonalColumn<null> => ({
  personal: true,
  purpose,
  kind: 'internal',
  retention,
  exported_as: null,
})

/** The columns with which a row belongs to a person. */
export const owner = (retention: Retention) => ({
  authority_id: plain('the authority whose data this is'),
  person_id: inner(retention, 'joins the row to its person'),
})
