-- Written by `npm run db -- dump`. Migrations change the schema; this file shows it.

CREATE TABLE assignment (
  authority_id text not null references authority (id),
  id text not null,
  course_id text not null references course (id),
  due_on text not null check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  explanation text not null check (explanation <> ''),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  withdrawn_at text check (withdrawn_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  withdrawn_reason text,
  primary key (authority_id, id),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
) strict;

CREATE TABLE assignment_target (
  authority_id text not null,
  assignment_id text not null,
  kind text not null check (kind in ('org_unit', 'role_profile')),
  target text not null,
  primary key (authority_id, assignment_id, kind, target),
  foreign key (authority_id, assignment_id) references assignment (authority_id, id)
) strict;

CREATE TABLE audit_entry (
  authority_id text not null references authority (id),
  number integer not null check (number > 0),
  actor_id text,
  verb text not null check (verb <> ''),
  subject_kind text not null,
  subject_id text not null,
  person_id text,
  detail text not null check (json_valid(detail)),
  reason text,
  occurred_at text not null check (occurred_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  previous_hash text not null,
  hash text not null,
  primary key (authority_id, number),
  foreign key (authority_id, actor_id) references person (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

CREATE TABLE authority (
  id text not null primary key,
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  region text not null,
  contact_email text not null,
  is_demo integer not null check (is_demo in (0, 1)),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
) strict;

CREATE TABLE barrier_report (
  authority_id text not null references authority (id),
  id text not null,
  reference text not null,
  page text not null,
  description text not null check (description <> ''),
  contact text not null,
  received_at text not null check (received_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  answered_at text check (answered_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, id)
) strict;

CREATE TABLE certificate (
  authority_id text not null,
  id text not null,
  person_id text not null,
  course_id text not null,
  revision_id text not null,
  cycle integer not null check (cycle > 0),
  code text not null,
  code_hash text not null,
  holder_name text not null check (holder_name <> ''),
  authority_name text not null check (authority_name <> ''),
  content text not null check (json_valid(content)),
  completed_on text not null check (completed_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  issued_at text not null check (issued_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  valid_until text check (valid_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  replaces_id text,
  revoked_at text check (revoked_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  revoked_reason text,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (course_id, revision_id) references revision (course_id, id),
  foreign key (authority_id, replaces_id) references certificate (authority_id, id),
  check ((revoked_at is null) = (revoked_reason is null))
) strict;

CREATE TABLE combination (
  authority_id text not null,
  org_unit_id text not null,
  courses text not null,
  role_profile text not null,
  people integer not null,
  primary key (authority_id, org_unit_id, courses, role_profile),
  foreign key (authority_id, org_unit_id) references org_unit (authority_id, id)
) strict, without rowid;

CREATE TABLE completion_hour (
  authority_id text not null references authority (id),
  course_id text not null references course (id),
  counted_hour text not null check (counted_hour glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]'),
  completed_hour text not null check (completed_hour glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]'),
  people integer not null,
  primary key (authority_id, course_id, counted_hour, completed_hour)
) strict, without rowid;

CREATE TABLE course (
  id text not null primary key,
  slug text not null unique,
  number integer not null,
  current_revision_id text not null,
  first_published_at text not null check (first_published_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  foreign key (id, current_revision_id) references revision (course_id, id) deferrable initially deferred
) strict;

CREATE TABLE course_state (
  authority_id text not null,
  person_id text not null,
  course_id text not null references course (id),
  started_at text not null check (started_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  last_active_at text not null check (last_active_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  last_module_id text,
  completed_at text check (completed_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  completed_revision_id text,
  completed_score integer check (completed_score between 0 and 1000),
  transfer_status text check (transfer_status in ('done', 'tried', 'not_yet')),
  through_seq integer not null,
  primary key (authority_id, person_id, course_id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (course_id, completed_revision_id) references revision (course_id, id)
) strict;

CREATE TABLE held_form (
  authority_id text not null,
  id_hash text not null,
  person_id text not null,
  path text not null,
  body text not null check (json_valid(body)),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, id_hash),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

CREATE TABLE import_mapping (
  authority_id text not null primary key references authority (id),
  mapping text not null check (json_valid(mapping)),
  saved_at text not null check (saved_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
) strict;

CREATE TABLE installation (
  id integer not null primary key check (id = 1),
  operator_id text not null references authority (id),
  details text not null check (json_valid(details)),
  changed_at text not null check (changed_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
) strict;

CREATE TABLE invitation (
  authority_id text not null,
  id text not null,
  token_hash text not null,
  person_id text not null,
  created_by text not null,
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  expires_at text not null check (expires_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  used_at text check (used_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (authority_id, created_by) references person (authority_id, id)
) strict;

CREATE TABLE item_flag (
  authority_id text not null,
  id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  item_id text not null,
  item_version text not null,
  reason text not null check (reason in ('unclear', 'stereotype', 'outdated')),
  comment text not null,
  raised_at text not null check (raised_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, id),
  unique (authority_id, person_id, course_id, module_id, item_id, item_version, reason),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

CREATE TABLE item_state (
  authority_id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  item_id text not null,
  attempts integer not null check (attempts > 0),
  best_score integer check (best_score between 0 and 1000),
  last_score integer check (last_score between 0 and 1000),
  done_at text check (done_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  last_response_id text not null,
  answered_at text not null check (answered_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  through_seq integer not null,
  primary key (authority_id, person_id, course_id, module_id, item_id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (authority_id, last_response_id) references learning_event (authority_id, id)
) strict;

CREATE TABLE item_tally (
  course_id text not null,
  module_id text not null,
  item_id text not null,
  edition text not null,
  part text not null check (part in ('whole', 'parts')),
  revision_id text not null,
  people integer not null check (people >= 0 and people % 5 = 0),
  cells text not null check (json_valid(cells)),
  waiting integer not null check (waiting between 0 and 9),
  waiting_cells text not null check (json_valid(waiting_cells)),
  complete_at text check (complete_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (course_id, module_id, item_id, edition, part),
  foreign key (course_id, revision_id) references revision (course_id, id)
) strict;

CREATE TABLE learning_event (
  seq integer primary key autoincrement,
  authority_id text not null,
  id text not null check (length(id) between 8 and 120),
  person_id text not null,
  course_id text not null,
  revision_id text not null,
  module_id text,
  item_id text,
  type text not null check (type in ('module_opened', 'item_answered', 'module_completed', 'course_completed', 'transfer_reported')),
  payload text not null check (json_valid(payload)),
  occurred_at text not null check (occurred_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  unique (authority_id, id),
  check (item_id is null or module_id is not null),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (course_id, revision_id) references revision (course_id, id)
) strict;

CREATE TABLE module_state (
  authority_id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  opened_at text not null check (opened_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  last_active_at text not null check (last_active_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  last_item_id text,
  completed_at text check (completed_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  through_seq integer not null,
  primary key (authority_id, person_id, course_id, module_id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

CREATE TABLE note (
  authority_id text not null,
  id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  block_id text not null,
  quote text not null,
  language text not null check (language in ('de', 'en')),
  text text not null check (text <> ''),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  saved_at text not null check (saved_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

CREATE TABLE org_unit (
  authority_id text not null references authority (id),
  id text not null,
  name text not null check (name <> ''),
  position integer not null,
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, id),
  unique (authority_id, name)
) strict;

CREATE TABLE people_import (
  authority_id text not null,
  id text not null,
  person_id text not null,
  file_name text not null,
  body blob not null,
  mapping text not null check (json_valid(mapping)),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

CREATE TABLE person (
  authority_id text not null references authority (id),
  id text not null,
  email text not null check (email <> ''),
  email_norm text not null check (email_norm = lower(email_norm)),
  given_name text not null,
  family_name text not null,
  org_unit_id text not null,
  role_profile text not null check (role_profile in ('front_desk', 'case_work', 'team_lead', 'head', 'trainee')),
  language text check (language in ('de', 'en')),
  theme text check (theme in ('light', 'dark')),
  password_hash text,
  password_changed_at text check (password_changed_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  deactivated_at text check (deactivated_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, id),
  foreign key (authority_id, org_unit_id) references org_unit (authority_id, id)
) strict;

CREATE TABLE person_role (
  authority_id text not null,
  person_id text not null,
  role text not null check (role in ('trainer', 'lead', 'hr', 'admin', 'coordinator', 'council')),
  granted_at text not null check (granted_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, person_id, role),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

CREATE TABLE rate_limit (
  key text not null primary key,
  points integer not null,
  expires_at_ms integer not null
) strict;

CREATE TABLE reflection (
  authority_id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  item_id text not null,
  text text not null check (text <> ''),
  saved_at text not null check (saved_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, person_id, course_id, module_id, item_id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

CREATE TABLE report_snapshot (
  authority_id text not null references authority (id),
  cut_off_on text not null check (cut_off_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  content text not null check (json_valid(content)),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, cut_off_on)
) strict;

CREATE TABLE response (
  authority_id text not null,
  id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  item_id text not null,
  item_version text not null,
  answer text not null check (json_valid(answer)),
  answered_at text not null check (answered_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  primary key (authority_id, id),
  foreign key (authority_id, id) references learning_event (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

CREATE TABLE revision (
  id text not null primary key,
  course_id text not null references course (id) deferrable initially deferred,
  content text not null check (json_valid(content)),
  answer_key text not null check (json_valid(answer_key)),
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  unique (course_id, id)
) strict;

CREATE TABLE schema_migration (name text not null primary key, checksum text not null, applied_at text not null) strict;

CREATE TABLE session (
  authority_id text not null,
  id_hash text not null,
  id text not null,
  person_id text not null,
  created_at text not null check (created_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  last_seen_at text not null check (last_seen_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  device text not null,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

CREATE INDEX assignment_course on assignment (authority_id, course_id);

CREATE INDEX assignment_target_of on assignment_target (authority_id, kind, target, assignment_id);

CREATE INDEX audit_entry_person on audit_entry (authority_id, person_id, occurred_at) where person_id is not null;

CREATE INDEX audit_entry_verb on audit_entry (authority_id, verb, occurred_at);

CREATE UNIQUE INDEX barrier_report_reference on barrier_report (reference);

CREATE UNIQUE INDEX certificate_code on certificate (code_hash);

CREATE INDEX certificate_expiry on certificate (authority_id, valid_until) where revoked_at is null and valid_until is not null;

CREATE UNIQUE INDEX certificate_first on certificate (authority_id, person_id, course_id, cycle) where replaces_id is null;

CREATE INDEX certificate_person on certificate (authority_id, person_id, course_id, cycle);

CREATE UNIQUE INDEX certificate_replaces on certificate (authority_id, replaces_id) where replaces_id is not null;

CREATE INDEX course_state_completed on course_state (authority_id, person_id, course_id, completed_at) where completed_at is not null;

CREATE INDEX held_form_person on held_form (authority_id, person_id);

CREATE INDEX invitation_created_by on invitation (authority_id, created_by);

CREATE INDEX invitation_person on invitation (authority_id, person_id);

CREATE UNIQUE INDEX invitation_token_hash on invitation (token_hash);

CREATE INDEX item_flag_item on item_flag (course_id, module_id, item_id);

CREATE INDEX learning_event_person on learning_event (authority_id, person_id, course_id);

CREATE INDEX note_person on note (authority_id, person_id, course_id, module_id);

CREATE UNIQUE INDEX person_email on person (email_norm);

CREATE INDEX person_joined on person (authority_id, created_at, org_unit_id, role_profile, id) where deactivated_at is null;

CREATE INDEX person_name on person (authority_id, case when octet_length(family_name) = length(family_name) then lower(family_name) else lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(family_name,'ä','a'),'Ä','a'),'á','a'),'Á','a'),'à','a'),'À','a'),'â','a'),'Â','a'),'ã','a'),'Ã','a'),'å','a'),'Å','a'),'ă','a'),'Ă','a'),'ą','a'),'Ą','a'),'ā','a'),'æ','ae'),'Æ','ae'),'ç','c'),'Ç','c'),'ć','c'),'Ć','c'),'č','c'),'Č','c'),'đ','d'),'Đ','d'),'ð','d'),'ď','d'),'Ď','d'),'é','e'),'É','e'),'è','e'),'È','e'),'ê','e'),'Ê','e'),'ë','e'),'Ë','e'),'ę','e'),'Ę','e'),'ě','e'),'Ě','e'),'ė','e'),'ğ','g'),'Ğ','g'),'ģ','g'),'í','i'),'Í','i'),'ì','i'),'Ì','i'),'î','i'),'Î','i'),'ï','i'),'Ï','i'),'ı','i'),'İ','i'),'ī','i'),'Ī','i'),'ł','l'),'Ł','l'),'ľ','l'),'Ľ','l'),'ñ','n'),'Ñ','n'),'ń','n'),'Ń','n'),'ň','n'),'Ň','n'),'ņ','n'),'ö','o'),'Ö','o'),'ó','o'),'Ó','o'),'ò','o'),'Ò','o'),'ô','o'),'Ô','o'),'õ','o'),'Õ','o'),'ø','o'),'Ø','o'),'ő','o'),'Ő','o'),'ō','o'),'œ','oe'),'Œ','oe'),'ř','r'),'Ř','r'),'ş','s'),'Ş','s'),'ș','s'),'Ș','s'),'š','s'),'Š','s'),'ś','s'),'Ś','s'),'ß','ss'),'ẞ','ss'),'ţ','t'),'Ţ','t'),'ț','t'),'Ț','t'),'ť','t'),'Ť','t'),'ü','u'),'Ü','u'),'ú','u'),'Ú','u'),'ù','u'),'Ù','u'),'û','u'),'Û','u'),'ů','u'),'Ů','u'),'ű','u'),'Ű','u'),'ū','u'),'Ū','u'),'ý','y'),'Ý','y'),'ÿ','y'),'ž','z'),'Ž','z'),'ź','z'),'Ź','z'),'ż','z'),'Ż','z')) end, case when octet_length(given_name) = length(given_name) then lower(given_name) else lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(given_name,'ä','a'),'Ä','a'),'á','a'),'Á','a'),'à','a'),'À','a'),'â','a'),'Â','a'),'ã','a'),'Ã','a'),'å','a'),'Å','a'),'ă','a'),'Ă','a'),'ą','a'),'Ą','a'),'ā','a'),'æ','ae'),'Æ','ae'),'ç','c'),'Ç','c'),'ć','c'),'Ć','c'),'č','c'),'Č','c'),'đ','d'),'Đ','d'),'ð','d'),'ď','d'),'Ď','d'),'é','e'),'É','e'),'è','e'),'È','e'),'ê','e'),'Ê','e'),'ë','e'),'Ë','e'),'ę','e'),'Ę','e'),'ě','e'),'Ě','e'),'ė','e'),'ğ','g'),'Ğ','g'),'ģ','g'),'í','i'),'Í','i'),'ì','i'),'Ì','i'),'î','i'),'Î','i'),'ï','i'),'Ï','i'),'ı','i'),'İ','i'),'ī','i'),'Ī','i'),'ł','l'),'Ł','l'),'ľ','l'),'Ľ','l'),'ñ','n'),'Ñ','n'),'ń','n'),'Ń','n'),'ň','n'),'Ň','n'),'ņ','n'),'ö','o'),'Ö','o'),'ó','o'),'Ó','o'),'ò','o'),'Ò','o'),'ô','o'),'Ô','o'),'õ','o'),'Õ','o'),'ø','o'),'Ø','o'),'ő','o'),'Ő','o'),'ō','o'),'œ','oe'),'Œ','oe'),'ř','r'),'Ř','r'),'ş','s'),'Ş','s'),'ș','s'),'Ș','s'),'š','s'),'Š','s'),'ś','s'),'Ś','s'),'ß','ss'),'ẞ','ss'),'ţ','t'),'Ţ','t'),'ț','t'),'Ț','t'),'ť','t'),'Ť','t'),'ü','u'),'Ü','u'),'ú','u'),'Ú','u'),'ù','u'),'Ù','u'),'û','u'),'Û','u'),'ů','u'),'Ů','u'),'ű','u'),'Ű','u'),'ū','u'),'Ū','u'),'ý','y'),'Ý','y'),'ÿ','y'),'ž','z'),'Ž','z'),'ź','z'),'Ź','z'),'ż','z'),'Ż','z')) end, id) where deactivated_at is null;

CREATE INDEX person_org_unit on person (authority_id, org_unit_id, deactivated_at, id, created_at);

CREATE INDEX rate_limit_expiry on rate_limit (expires_at_ms);

CREATE INDEX response_item on response (authority_id, person_id, course_id, module_id, item_id);

CREATE UNIQUE INDEX session_id_hash on session (id_hash);

CREATE INDEX session_person on session (authority_id, person_id);

CREATE TRIGGER audit_entry_is_never_changed before update on audit_entry
  begin select raise(abort, 'audit_entry is append-only'); end;

CREATE TRIGGER audit_entry_is_never_deleted before delete on audit_entry
  begin select raise(abort, 'audit_entry is append-only'); end;

CREATE TRIGGER audit_entry_only_grows before insert on audit_entry
  when new.number <> (select coalesce(max(number), 0) + 1 from audit_entry where authority_id = new.authority_id)
  begin select raise(abort, 'audit_entry is append-only'); end;

CREATE TRIGGER combination_of_nobody after update on combination when new.people = 0
  begin delete from combination where (authority_id, org_unit_id, courses, role_profile) = (new.authority_id, new.org_unit_id, new.courses, new.role_profile); end;

CREATE TRIGGER completion_hour_of_nobody after update on completion_hour when new.people = 0
  begin delete from completion_hour where (authority_id, course_id, counted_hour, completed_hour) = (new.authority_id, new.course_id, new.counted_hour, new.completed_hour); end;

CREATE TRIGGER completion_is_counted after insert on course_state when new.completed_at is not null begin 
  update combination set people = people - 1
    where (authority_id, org_unit_id, courses, role_profile) = (select p.authority_id, p.org_unit_id, (select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = new.authority_id and s.person_id = new.person_id and s.completed_at is not null and s.course_id <> new.course_id), p.role_profile from person p where p.authority_id = new.authority_id and p.id = new.person_id and p.deactivated_at is null);
  insert into combination (authority_id, org_unit_id, courses, role_profile, people)
    select p.authority_id, p.org_unit_id, (select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = new.authority_id and s.person_id = new.person_id and s.completed_at is not null), p.role_profile, 1 from person p where p.authority_id = new.authority_id and p.id = new.person_id and p.deactivated_at is null
    on conflict do update set people = people + 1;
  insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) select p.authority_id, new.course_id, substr(max(new.completed_at, p.created_at), 1, 13), substr(new.completed_at, 1, 13), 1
    from person p where p.authority_id = new.authority_id and p.id = new.person_id and p.deactivated_at is null and new.completed_at is not null on conflict do update set people = people + excluded.people;
 end;

CREATE TRIGGER completion_is_counted_at_last after update of completed_at on course_state
  when old.completed_at is null and new.completed_at is not null begin 
  update combination set people = people - 1
    where (authority_id, org_unit_id, courses, role_profile) = (select p.authority_id, p.org_unit_id, (select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = new.authority_id and s.person_id = new.person_id and s.completed_at is not null and s.course_id <> new.course_id), p.role_profile from person p where p.authority_id = new.authority_id and p.id = new.person_id and p.deactivated_at is null);
  insert into combination (authority_id, org_unit_id, courses, role_profile, people)
    select p.authority_id, p.org_unit_id, (select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = new.authority_id and s.person_id = new.person_id and s.completed_at is not null), p.role_profile, 1 from person p where p.authority_id = new.authority_id and p.id = new.person_id and p.deactivated_at is null
    on conflict do update set people = people + 1;
  insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) select p.authority_id, new.course_id, substr(max(new.completed_at, p.created_at), 1, 13), substr(new.completed_at, 1, 13), 1
    from person p where p.authority_id = new.authority_id and p.id = new.person_id and p.deactivated_at is null and new.completed_at is not null on conflict do update set people = people + excluded.people;
 end;

CREATE TRIGGER completion_is_counted_elsewhere after update of completed_at on course_state
  when old.completed_at is not null and new.completed_at is not null and old.completed_at <> new.completed_at begin
  insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) select p.authority_id, old.course_id, substr(max(old.completed_at, p.created_at), 1, 13), substr(old.completed_at, 1, 13), -1
    from person p where p.authority_id = old.authority_id and p.id = old.person_id and p.deactivated_at is null and old.completed_at is not null on conflict do update set people = people + excluded.people;
  insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) select p.authority_id, new.course_id, substr(max(new.completed_at, p.created_at), 1, 13), substr(new.completed_at, 1, 13), 1
    from person p where p.authority_id = new.authority_id and p.id = new.person_id and p.deactivated_at is null and new.completed_at is not null on conflict do update set people = people + excluded.people;
end;

CREATE TRIGGER completion_is_not_counted after delete on course_state when old.completed_at is not null begin 
  update combination set people = people - 1
    where (authority_id, org_unit_id, courses, role_profile) = (select p.authority_id, p.org_unit_id, (select group_concat(c.id, ' ' order by c.id) from (select s.course_id as id from course_state s
    where s.authority_id = old.authority_id and s.person_id = old.person_id and s.completed_at is not null union select old.course_id) c), p.role_profile from person p where p.authority_id = old.authority_id and p.id = old.person_id and p.deactivated_at is null);
  insert into combination (authority_id, org_unit_id, courses, role_profile, people)
    select p.authority_id, p.org_unit_id, (select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = old.authority_id and s.person_id = old.person_id and s.completed_at is not null), p.role_profile, 1 from person p where p.authority_id = old.authority_id and p.id = old.person_id and p.deactivated_at is null
    on conflict do update set people = people + 1;
  insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) select p.authority_id, old.course_id, substr(max(old.completed_at, p.created_at), 1, 13), substr(old.completed_at, 1, 13), -1
    from person p where p.authority_id = old.authority_id and p.id = old.person_id and p.deactivated_at is null and old.completed_at is not null on conflict do update set people = people + excluded.people;
 end;

CREATE TRIGGER completion_is_taken_back after update of completed_at on course_state
  when old.completed_at is not null and new.completed_at is null begin 
  update combination set people = people - 1
    where (authority_id, org_unit_id, courses, role_profile) = (select p.authority_id, p.org_unit_id, (select group_concat(c.id, ' ' order by c.id) from (select s.course_id as id from course_state s
    where s.authority_id = old.authority_id and s.person_id = old.person_id and s.completed_at is not null union select old.course_id) c), p.role_profile from person p where p.authority_id = old.authority_id and p.id = old.person_id and p.deactivated_at is null);
  insert into combination (authority_id, org_unit_id, courses, role_profile, people)
    select p.authority_id, p.org_unit_id, (select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = old.authority_id and s.person_id = old.person_id and s.completed_at is not null), p.role_profile, 1 from person p where p.authority_id = old.authority_id and p.id = old.person_id and p.deactivated_at is null
    on conflict do update set people = people + 1;
  insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) select p.authority_id, old.course_id, substr(max(old.completed_at, p.created_at), 1, 13), substr(old.completed_at, 1, 13), -1
    from person p where p.authority_id = old.authority_id and p.id = old.person_id and p.deactivated_at is null and old.completed_at is not null on conflict do update set people = people + excluded.people;
 end;

CREATE TRIGGER learning_event_is_never_changed before update on learning_event
begin select raise(abort, 'learning_event is append-only'); end;

CREATE TRIGGER learning_event_is_never_deleted before delete on learning_event
begin select raise(abort, 'learning_event is append-only'); end;

CREATE TRIGGER person_is_counted after insert on person when new.deactivated_at is null begin
  insert into combination (authority_id, org_unit_id, courses, role_profile, people)
    select p.authority_id, p.org_unit_id, (select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = new.authority_id and s.person_id = new.id and s.completed_at is not null), p.role_profile, 1 from (select new.authority_id, new.org_unit_id, new.role_profile) p where new.deactivated_at is null
    on conflict do update set people = people + 1;
  insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) select s.authority_id, s.course_id, substr(max(s.completed_at, new.created_at), 1, 13), substr(s.completed_at, 1, 13), 1
    from course_state s where s.authority_id = new.authority_id and s.person_id = new.id and s.completed_at is not null and new.deactivated_at is null on conflict do update set people = people + excluded.people;
end;

CREATE TRIGGER person_is_counted_anew after update of authority_id, id, org_unit_id, role_profile, deactivated_at, created_at on person when old.authority_id is not new.authority_id or old.id is not new.id or old.org_unit_id is not new.org_unit_id or old.role_profile is not new.role_profile or old.deactivated_at is not new.deactivated_at or old.created_at is not new.created_at begin
  update combination set people = people - 1
    where (authority_id, org_unit_id, courses, role_profile) = (select p.authority_id, p.org_unit_id, (select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = old.authority_id and s.person_id = old.id and s.completed_at is not null), p.role_profile from (select old.authority_id, old.org_unit_id, old.role_profile) p where old.deactivated_at is null);
  insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) select s.authority_id, s.course_id, substr(max(s.completed_at, old.created_at), 1, 13), substr(s.completed_at, 1, 13), -1
    from course_state s where s.authority_id = old.authority_id and s.person_id = old.id and s.completed_at is not null and old.deactivated_at is null on conflict do update set people = people + excluded.people;
  insert into combination (authority_id, org_unit_id, courses, role_profile, people)
    select p.authority_id, p.org_unit_id, (select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = new.authority_id and s.person_id = new.id and s.completed_at is not null), p.role_profile, 1 from (select new.authority_id, new.org_unit_id, new.role_profile) p where new.deactivated_at is null
    on conflict do update set people = people + 1;
  insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) select s.authority_id, s.course_id, substr(max(s.completed_at, new.created_at), 1, 13), substr(s.completed_at, 1, 13), 1
    from course_state s where s.authority_id = new.authority_id and s.person_id = new.id and s.completed_at is not null and new.deactivated_at is null on conflict do update set people = people + excluded.people;
end;

CREATE TRIGGER person_is_not_counted after delete on person when old.deactivated_at is null begin
  update combination set people = people - 1
    where (authority_id, org_unit_id, courses, role_profile) = (select p.authority_id, p.org_unit_id, (select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = old.authority_id and s.person_id = old.id and s.completed_at is not null), p.role_profile from (select old.authority_id, old.org_unit_id, old.role_profile) p where old.deactivated_at is null);
  insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) select s.authority_id, s.course_id, substr(max(s.completed_at, old.created_at), 1, 13), substr(s.completed_at, 1, 13), -1
    from course_state s where s.authority_id = old.authority_id and s.person_id = old.id and s.completed_at is not null and old.deactivated_at is null on conflict do update set people = people + excluded.people;
end;

CREATE TRIGGER report_snapshot_is_never_changed before update on report_snapshot
  begin select raise(abort, 'report_snapshot is append-only'); end;
