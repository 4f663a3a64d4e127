/**
 * The tables, one interface each, in the words of SQL. Written by hand and compared with the migrated
 * database by a test. `Stamped` columns never change after insert: no update of them compiles.
 */
import type { ColumnType } from 'kysely'

type Stamped<T> = ColumnType<T, T, never>

export type Role = 'trainer' | 'lead' | 'hr' | 'admin' | 'coordinator' | 'council'
export type RoleProfile = 'front_desk' | 'case_work' | 'team_lead' | 'head' | 'trainee'
export type Language = 'de' | 'en'

/** A Behörde, the tenant. Not personal. */
interface AuthorityTable {
  id: Stamped<string>
  name: string
  short_name: string
  region: string
  contact_email: string
  is_demo: Stamped<0 | 1>
  created_at: Stamped<string>
}

interface OrgUnitTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  name: string
  position: number
  created_at: Stamped<string>
}

interface PersonTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  /** As typed; `email_norm` is lower-cased and unique over the installation. */
  email: string
  email_norm: string
  given_name: string
  family_name: string
  org_unit_id: string
  role_profile: RoleProfile
  /** null until the person chose: then the cookie or the browser decides. */
  language: Language | null
  theme: 'light' | 'dark' | null
  /** argon2id; null until the invitation was used. */
  password_hash: string | null
  password_changed_at: string | null
  deactivated_at: string | null
  created_at: Stamped<string>
}

/** Every person is a learner; these are the roles beyond that. */
interface PersonRoleTable {
  authority_id: Stamped<string>
  person_id: Stamped<string>
  role: Stamped<Role>
  granted_at: Stamped<string>
}

interface SessionTable {
  authority_id: Stamped<string>
  /** SHA-256 of the cookie value, hex. */
  id_hash: Stamped<string>
  /** Public name of the session in "my sessions". */
  id: Stamped<string>
  person_id: Stamped<string>
  created_at: Stamped<string>
  last_seen_at: string
  /** Browser and system in words ("Firefox, Windows"), never the raw header or an address. */
  device: Stamped<string>
}

interface InvitationTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  token_hash: Stamped<string>
  person_id: Stamped<string>
  created_by: Stamped<string>
  created_at: Stamped<string>
  expires_at: Stamped<string>
  used_at: string | null
}

/** A form that was sent after the session had ended. Offered again after the sign-in, deleted after one hour. */
interface HeldFormTable {
  authority_id: Stamped<string>
  /** SHA-256 of the held form's cookie, hex. */
  id_hash: Stamped<string>
  person_id: Stamped<string>
  /** Where the form was sent to. */
  path: Stamped<string>
  /** JSON of the form's values. */
  body: Stamped<string>
  created_at: Stamped<string>
}

/** Content is shared by all authorities; nothing in these two tables is about a person. */
interface CourseTable {
  id: Stamped<string>
  slug: string
  number: number
  current_revision_id: string
  first_published_at: Stamped<string>
}

interface RevisionTable {
  /** Hash of the compiled content. */
  id: Stamped<string>
  course_id: Stamped<string>
  /** JSON of content/course.ts `Course` (what learners may see). */
  content: Stamped<string>
  /** JSON of content/course.ts `AnswerKey` (never leaves the server). */
  answer_key: Stamped<string>
  created_at: Stamped<string>
}

export type LearningEventType = 'module_opened' | 'item_answered' | 'module_completed' | 'course_completed' | 'transfer_reported'

/** The ledger. Append-only: no update compiles and triggers abort updates and deletes. Holds no answer texts. */
interface LearningEventTable {
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
interface ResponseTable {
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
interface ReflectionTable {
  authority_id: Stamped<string>
  person_id: Stamped<string>
  course_id: Stamped<string>
  module_id: Stamped<string>
  item_id: Stamped<string>
  text: string
  saved_at: string
}

/** Folded from the ledger in the same transaction; rebuilt by `npm run progress -- rebuild`. */
interface ItemStateTable {
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

interface ModuleStateTable {
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

interface CourseStateTable {
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

/** Counters of the rate limiter, so that a restart does not reset them. Keys are hashed. */
interface RateLimitTable {
  key: Stamped<string>
  points: number
  expires_at_ms: number
}

export interface Schema {
  authority: AuthorityTable
  org_unit: OrgUnitTable
  person: PersonTable
  person_role: PersonRoleTable
  session: SessionTable
  invitation: InvitationTable
  held_form: HeldFormTable
  course: CourseTable
  revision: RevisionTable
  learning_event: LearningEventTable
  response: ResponseTable
  reflection: ReflectionTable
  item_state: ItemStateTable
  module_state: ModuleStateTable
  course_state: CourseStateTable
  rate_limit: RateLimitTable
}
