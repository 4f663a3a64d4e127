/** The tables of assignments, of people from a file, and of figures as they stood on a cut-off day. */
import type { Stamped } from './stamped.ts'

/** A course that some people are to complete until a day. Whom it is for says `assignment_target`; only withdrawing changes a row. */
export interface AssignmentTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  course_id: Stamped<string>
  /** Calendar day in Europe/Berlin. */
  due_on: Stamped<string>
  /** Why, in words that everybody reads who is to take the course. */
  explanation: Stamped<string>
  created_at: Stamped<string>
  withdrawn_at: string | null
  withdrawn_reason: string | null
}

/** An org unit (its id) or a role profile that an assignment is for. Whoever belongs to one of them is meant, also later. */
export interface AssignmentTargetTable {
  authority_id: Stamped<string>
  assignment_id: Stamped<string>
  kind: Stamped<'org_unit' | 'role_profile'>
  target: Stamped<string>
}

/** A file of people between its dry run and its application; deleted when it was applied, at the latest after an hour. */
export interface PeopleImportTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  /** Who uploaded it, and alone may apply it. */
  person_id: Stamped<string>
  file_name: Stamped<string>
  body: Stamped<Buffer>
  /** JSON: which column of the file holds what. */
  mapping: string
  created_at: Stamped<string>
}

/** Which columns the authority's files have, remembered from the last import. */
export interface ImportMappingTable {
  authority_id: Stamped<string>
  /** JSON: field → heading of the column. */
  mapping: string
  saved_at: string
}

/** Figures of an authority at the end of a month, for people who see sums only. Never changes once it is there. */
export interface ReportSnapshotTable {
  authority_id: Stamped<string>
  /** The last calendar day that counts, in Europe/Berlin. */
  cut_off_on: Stamped<string>
  /** JSON of domain/reporting/snapshot.ts. */
  content: Stamped<string>
  created_at: Stamped<string>
}
