/** The tables of the published courses, of the ledger of learning and of what is folded from it. */
import type { ColumnType } from 'kysely'
import type { LearningEventType, RoleProfile } from '../schema.ts'
import type { Stamped } from './stamped.ts'

/** Content is shared by all authorities; nothing in these two tables is about a person. */
export interface CourseTable {
  id: Stamped<string>
  slug: string
  number: number
  current_revision_id: string
  first_published_at: Stamped<string>
}

export interface RevisionTable {
  /** Hash of the compiled content. */
  id: Stamped<string>
  course_id: Stamped<string>
  /** JSON of content/course.ts `Course` (what learners may see). */
  content: Stamped<string>
  /** JSON of content/course.ts `AnswerKey` (never leaves the server). */
  answer_key: Stamped<string>
  created_at: Stamped<string>
}

/** The ledger. Append-only: no update compiles and triggers abort updates and deletes. Holds no answer texts. */
export interface LearningEventTable {
  seq: ColumnType<number, never, never>
  authority_id: Stamped<string>
  /** Minted with the form, so that a double click or a replay is one event. */
  id: Stamped<string>
  person_id: Stamped<string>
  course_id: Stamped<string>
  revision_id: Stamped<string>
  module_id: Stamped<string | null>
  item_id: Stamped<string | null>
  type: Stamped<LearningEventType>
  /** JSON, see domain/progress/events.ts. */
  payload: Stamped<string>
  occurred_at: Stamped<string>
}

/** What a person answered. Deleted by retention; the ledger keeps only the score. */
export interface ResponseTable {
  authority_id: Stamped<string>
  /** The learning_event's id. */
  id: Stamped<string>
  person_id: Stamped<string>
  course_id: Stamped<string>
  module_id: Stamped<string>
  item_id: Stamped<string>
  item_version: Stamped<string>
  /** JSON, see domain/assessment/answer.ts. */
  answer: Stamped<string>
  answered_at: Stamped<string>
}

/** Private text of a person (reflection, follow-up question). Readable by nobody else. */
export interface ReflectionTable {
  authority_id: Stamped<string>
  person_id: Stamped<string>
  course_id: Stamped<string>
  module_id: Stamped<string>
  item_id: Stamped<string>
  text: string
  saved_at: string
}

/** Folded from the ledger in the same transaction; rebuilt by `npm run progress -- rebuild`. */
export interface ItemStateTable {
  authority_id: Stamped<string>
  person_id: Stamped<string>
  course_id: Stamped<string>
  module_id: Stamped<string>
  item_id: Stamped<string>
  attempts: number
  /** 0…1000; null for kinds that do not count. */
  best_score: number | null
  last_score: number | null
  /** The first time the item was wholly answered; null while e.g. a dialogue is under way. */
  done_at: string | null
  /** Id of the newest response. */
  last_response_id: string
  answered_at: string
  through_seq: number
}

export interface ModuleStateTable {
  authority_id: Stamped<string>
  person_id: Stamped<string>
  course_id: Stamped<string>
  module_id: Stamped<string>
  opened_at: string
  last_active_at: string
  /** The last item touched, so that home can lead back to the spot. */
  last_item_id: string | null
  completed_at: string | null
  through_seq: number
}

export interface CourseStateTable {
  authority_id: Stamped<string>
  person_id: Stamped<string>
  course_id: Stamped<string>
  started_at: string
  last_active_at: string
  last_module_id: string | null
  completed_at: string | null
  /** The revision in force when the course was completed. */
  completed_revision_id: string | null
  /** 0…1000 of the items that count, at completion. Never shown to anybody but the person. */
  completed_score: number | null
  transfer_status: 'done' | 'tried' | 'not_yet' | null
  through_seq: number
}

/** How many people of a unit and role profile have completed exactly these courses. Kept by triggers (migration 0004); nothing else writes it. */
export interface CombinationTable {
  authority_id: Stamped<string>
  org_unit_id: Stamped<string>
  /** Ids of courses in the order of the alphabet with a space between; '' for people who have completed none. */
  courses: Stamped<string>
  role_profile: Stamped<RoleProfile>
  /** With an open account; at least one. */
  people: number
}

/** How many people completed a course in an hour. Kept by triggers (migration 0004); nothing else writes it. */
export interface CompletionHourTable {
  authority_id: Stamped<string>
  course_id: Stamped<string>
  /** From when on the completion counts: the later of completion and account. UTC, YYYY-MM-DDTHH. */
  counted_hour: Stamped<string>
  /** Of the completion. UTC, YYYY-MM-DDTHH. */
  completed_hour: Stamped<string>
  /** With an open account; at least one. */
  people: number
}
