/** The tables of what a person may show and know, and of what the legal pages say. */
import type { Language } from '../schema.ts'
import type { Stamped } from './stamped.ts'

/** What the holder's paper says, as it was when it was issued. Only revoking changes a row. */
export interface CertificateTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  person_id: Stamped<string>
  course_id: Stamped<string>
  revision_id: Stamped<string>
  /** 1 for the first completion; a later recertification counts on. */
  cycle: Stamped<number>
  /** The code on the paper, as printed. */
  code: Stamped<string>
  /** SHA-256 of the code without separators, hex: looked up instead of the code, so that timing says nothing. */
  code_hash: Stamped<string>
  holder_name: Stamped<string>
  authority_name: Stamped<string>
  /** JSON of domain/certificate/certificate.ts `CertificateContent`: titles, minutes, competences in every language. */
  content: Stamped<string>
  /** Calendar day in Europe/Berlin. */
  completed_on: Stamped<string>
  issued_at: Stamped<string>
  /** Last calendar day of validity; null: does not expire. */
  valid_until: Stamped<string | null>
  /** The certificate that this one stands for, after a change of name. */
  replaces_id: Stamped<string | null>
  revoked_at: string | null
  revoked_reason: string | null
}

/** A private note on a block of a module. The quote finds the block again after the module was edited. */
export interface NoteTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  person_id: Stamped<string>
  course_id: Stamped<string>
  module_id: Stamped<string>
  block_id: string
  /** The block's words when the note was written, shortened. */
  quote: string
  /** Language of the quote. */
  language: Language
  text: string
  created_at: Stamped<string>
  saved_at: string
}

/** A learner's hint to the authors that an item is unclear, stereotyping or outdated. */
export interface ItemFlagTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  person_id: Stamped<string>
  course_id: Stamped<string>
  module_id: Stamped<string>
  item_id: Stamped<string>
  item_version: Stamped<string>
  reason: Stamped<'unclear' | 'stereotype' | 'outdated'>
  /** Empty where nothing was added. */
  comment: string
  raised_at: string
}

/**
 * How people first answered an item, without saying who: grows in whole groups, so that no two readings differ by less. Survives the
 * answers themselves, which retention deletes. See domain/assessment/tally.ts.
 */
export interface ItemTallyTable {
  course_id: Stamped<string>
  module_id: Stamped<string>
  item_id: Stamped<string>
  /** Version of the item in the first language of the course; translations are counted with it. */
  edition: Stamped<string>
  /** `whole`: the answer as a whole, in groups of five. `parts`: its parts, in groups of ten. */
  part: Stamped<'whole' | 'parts'>
  /** The revision in which this edition was answered first. */
  revision_id: Stamped<string>
  /** People in complete groups: all that may be shown. */
  people: number
  /** JSON: cell → people. */
  cells: string
  /** People in the group that is still filling. Never shown, nor their cells. */
  waiting: number
  waiting_cells: string
  /** When the last group was complete; null before the first. */
  complete_at: string | null
}

/** Who did what with whose data. Append-only and chained by hashes: see domain/privacy. */
export interface AuditEntryTable {
  authority_id: Stamped<string>
  /** 1, 2, 3 … without gaps in each authority. */
  number: Stamped<number>
  /** null: the system itself. */
  actor_id: Stamped<string | null>
  verb: Stamped<string>
  subject_kind: Stamped<string>
  subject_id: Stamped<string>
  /** The person whose data it was about, if one. */
  person_id: Stamped<string | null>
  /** JSON, see domain/privacy/audit.ts. */
  detail: Stamped<string>
  reason: Stamped<string | null>
  occurred_at: Stamped<string>
  previous_hash: Stamped<string>
  /** SHA-256 over the entry and `previous_hash`, hex. */
  hash: Stamped<string>
}

/** The one row about this installation: who operates it and what its legal pages say. */
export interface InstallationTable {
  id: Stamped<number>
  /** The authority that operates the installation; its administrators fill in the legal pages. */
  operator_id: string
  /** JSON of domain/organisation/installation.ts `InstallationDetails`. */
  details: string
  changed_at: string
}

/** A report of a barrier, sent without signing in. Belongs to the operator of the installation. */
export interface BarrierReportTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  /** Told to whoever reported, to ask about it. */
  reference: Stamped<string>
  /** Path of the page it is about; may be empty. */
  page: Stamped<string>
  description: Stamped<string>
  /** How to answer; may be empty. */
  contact: Stamped<string>
  received_at: Stamped<string>
  answered_at: string | null
}
