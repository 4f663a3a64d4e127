import type { Migration } from '../migrate.server.ts'

/** Instants have milliseconds and a Z everywhere, so that they sort as text. */
const instant = (column: string) => `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')`

/**
 * The house: authorities and their people, the published courses, the ledger of learning and what is folded from it.
 * A row of one authority cannot refer to a row of another, because every reference carries the authority.
 */
export const foundation: Migration = {
  name: '0001-foundation',
  sql: `
create table authority (
  id text not null primary key,
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  region text not null,
  contact_email text not null,
  is_demo integer not null check (is_demo in (0, 1)),
  created_at text not null ${instant('created_at')}
) strict;

create table org_unit (
  authority_id text not null references authority (id),
  id text not null,
  name text not null check (name <> ''),
  position integer not null,
  created_at text not null ${instant('created_at')},
  primary key (authority_id, id),
  unique (authority_id, name)
) strict;

create table person (
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
  password_changed_at text ${instant('password_changed_at')},
  deactivated_at text ${instant('deactivated_at')},
  created_at text not null ${instant('created_at')},
  primary key (authority_id, id),
  foreign key (authority_id, org_unit_id) references org_unit (authority_id, id)
) strict;
create unique index person_email on person (email_norm);
create index person_org_unit on person (authority_id, org_unit_id, deactivated_at, id, created_at);

create table person_role (
  authority_id text not null,
  person_id text not null,
  role text not null check (role in ('trainer', 'lead', 'hr', 'admin', 'coordinator', 'council')),
  granted_at text not null ${instant('granted_at')},
  primary key (authority_id, person_id, role),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

create table session (
  authority_id text not null,
  id_hash text not null,
  id text not null,
  person_id text not null,
  created_at text not null ${instant('created_at')},
  last_seen_at text not null ${instant('last_seen_at')},
  device text not null,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;
create unique index session_id_hash on session (id_hash);
create index session_person on session (authority_id, person_id);

create table invitation (
  authority_id text not null,
  id text not null,
  token_hash text not null,
  person_id text not null,
  created_by text not null,
  created_at text not null ${instant('created_at')},
  expires_at text not null ${instant('expires_at')},
  used_at text ${instant('used_at')},
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (authority_id, created_by) references person (authority_id, id)
) strict;
create unique index invitation_token_hash on invitation (token_hash);
create index invitation_person on invitation (authority_id, person_id);
create index invitation_created_by on invitation (authority_id, created_by);

create table held_form (
  authority_id text not null,
  id_hash text not null,
  person_id text not null,
  path text not null,
  body text not null check (json_valid(body)),
  created_at text not null ${instant('created_at')},
  primary key (authority_id, id_hash),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;
create index held_form_person on held_form (authority_id, person_id);

create table course (
  id text not null primary key,
  slug text not null unique,
  number integer not null,
  current_revision_id text not null,
  first_published_at text not null ${instant('first_published_at')},
  foreign key (id, current_revision_id) references revision (course_id, id) deferrable initially deferred
) strict;

create table revision (
  id text not null primary key,
  course_id text not null references course (id) deferrable initially deferred,
  content text not null check (json_valid(content)),
  answer_key text not null check (json_valid(answer_key)),
  created_at text not null ${instant('created_at')},
  unique (course_id, id)
) strict;

create table learning_event (
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
  occurred_at text not null ${instant('occurred_at')},
  unique (authority_id, id),
  check (item_id is null or module_id is not null),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (course_id, revision_id) references revision (course_id, id)
) strict;
create index learning_event_person on learning_event (authority_id, person_id, course_id);
create trigger learning_event_is_never_changed before update on learning_event
begin select raise(abort, 'learning_event is append-only'); end;
create trigger learning_event_is_never_deleted before delete on learning_event
begin select raise(abort, 'learning_event is append-only'); end;

create table response (
  authority_id text not null,
  id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  item_id text not null,
  item_version text not null,
  answer text not null check (json_valid(answer)),
  answered_at text not null ${instant('answered_at')},
  primary key (authority_id, id),
  foreign key (authority_id, id) references learning_event (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;
create index response_item on response (authority_id, person_id, course_id, module_id, item_id);

create table reflection (
  authority_id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  item_id text not null,
  text text not null check (text <> ''),
  saved_at text not null ${instant('saved_at')},
  primary key (authority_id, person_id, course_id, module_id, item_id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

create table item_state (
  authority_id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  item_id text not null,
  attempts integer not null check (attempts > 0),
  best_score integer check (best_score between 0 and 1000),
  last_score integer check (last_score between 0 and 1000),
  done_at text ${instant('done_at')},
  last_response_id text not null,
  answered_at text not null ${instant('answered_at')},
  through_seq integer not null,
  primary key (authority_id, person_id, course_id, module_id, item_id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (authority_id, last_response_id) references learning_event (authority_id, id)
) strict;

create table module_state (
  authority_id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  opened_at text not null ${instant('opened_at')},
  last_active_at text not null ${instant('last_active_at')},
  last_item_id text,
  completed_at text ${instant('completed_at')},
  through_seq integer not null,
  primary key (authority_id, person_id, course_id, module_id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

create table course_state (
  authority_id text not null,
  person_id text not null,
  course_id text not null references course (id),
  started_at text not null ${instant('started_at')},
  last_active_at text not null ${instant('last_active_at')},
  last_module_id text,
  completed_at text ${instant('completed_at')},
  completed_revision_id text,
  completed_score integer check (completed_score between 0 and 1000),
  transfer_status text check (transfer_status in ('done', 'tried', 'not_yet')),
  through_seq integer not null,
  primary key (authority_id, person_id, course_id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (course_id, completed_revision_id) references revision (course_id, id)
) strict;
create index course_state_completed on course_state (authority_id, person_id, course_id, completed_at) where completed_at is not null;

create table rate_limit (
  key text not null primary key,
  points integer not null,
  expires_at_ms integer not null
) strict;
create index rate_limit_expiry on rate_limit (expires_at_ms);
`,
}
