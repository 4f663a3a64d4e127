/**
 * The tables in the words of SQL, one interface each, by subject in `tables/`. Written by hand and compared with the migrated
 * database by a test. `Stamped` columns never change after insert: no update of them compiles.
 */
import type {
  CombinationTable,
  CompletionHourTable,
  CourseStateTable,
  CourseTable,
  ItemStateTable,
  LearningEventTable,
  ModuleStateTable,
  ReflectionTable,
  ResponseTable,
  RevisionTable,
} from './tables/learning.ts'
import type {
  AuthorityTable,
  HeldFormTable,
  InvitationTable,
  OrgUnitTable,
  PersonRoleTable,
  PersonTable,
  RateLimitTable,
  SessionTable,
} from './tables/people.ts'
import type { AssignmentTable, AssignmentTargetTable, ImportMappingTable, PeopleImportTable, ReportSnapshotTable } from './tables/planning.ts'
import type {
  AuditEntryTable,
  BarrierReportTable,
  CertificateTable,
  InstallationTable,
  ItemFlagTable,
  ItemTallyTable,
  NoteTable,
} from './tables/proof-and-rights.ts'

export type Role = 'trainer' | 'lead' | 'hr' | 'admin' | 'coordinator' | 'council'
export type RoleProfile = 'front_desk' | 'case_work' | 'team_lead' | 'head' | 'trainee'
export type Language = 'de' | 'en'
export type LearningEventType = 'module_opened' | 'item_answered' | 'module_completed' | 'course_completed' | 'transfer_reported'

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
  combination: CombinationTable
  completion_hour: CompletionHourTable
  rate_limit: RateLimitTable
  certificate: CertificateTable
  note: NoteTable
  item_flag: ItemFlagTable
  item_tally: ItemTallyTable
  audit_entry: AuditEntryTable
  installation: InstallationTable
  barrier_report: BarrierReportTable
  assignment: AssignmentTable
  assignment_target: AssignmentTargetTable
  people_import: PeopleImportTable
  import_mapping: ImportMappingTable
  report_snapshot: ReportSnapshotTable
}
