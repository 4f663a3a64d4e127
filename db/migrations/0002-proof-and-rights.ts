import type { Migration } from '../migrate.server.ts'

/** Instants have milliseconds and a Z everywhere, so that they sort as text. */
const instant = (column: string) => `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')`
/** Calendar days in Europe/Berlin. */
const day = (column: string) => `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

/**
 * What a person may show and know: certificates, private notes, hints on items, the trail of acts on personal data, and what the
 * legal pages of the installation say.
 */
export const proofAndRights: Migration = {
  name: '0002-proof-and-rights',
  sql: `
create table certificate (
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
  completed_on text not null ${day('completed_on')},
  issued_at text not null ${instant('issued_at')},
  valid_until text ${day('valid_until')},
  replaces_id text,
  revoked_at text ${instant('revoked_at')},
  revoked_reason text,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (course_id, revision_id) references revision (course_id, id),
  foreign key (authority_id, replaces_id) references certificate (authority_id, id),
  check ((revoked_at is null) = (revoked_reason is null))
) strict;
create unique index certificate_code on certificate (code_hash);
create unique index certificate_first on certificate (authority_id, person_id, course_id, cycle) where replaces_id is null;
create unique index certificate_replaces on certificate (authority_id, replaces_id) where replaces_id is not null;

create table note (
  authority_id text not null,
  id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  block_id text not null,
  quote text not null,
  language text not null check (language in ('de', 'en')),
  text text not null check (text <> ''),
  created_at text not null ${instant('created_at')},
  saved_at text not null ${instant('saved_at')},
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;
create index note_person on note (authority_id, person_id, course_id, module_id);

create table item_flag (
  authority_id text not null,
  id text not null,
  person_id text not null,
  course_id text not null references course (id),
  module_id text not null,
  item_id text not null,
  item_version text not null,
  reason text not null check (reason in ('unclear', 'stereotype', 'outdated')),
  comment text not null,
  raised_at text not null ${instant('raised_at')},
  primary key (authority_id, id),
  unique (authority_id, person_id, course_id, module_id, item_id, item_version, reason),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;
create index item_flag_item on item_flag (course_id, module_id, item_id);

create table item_tally (
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
  complete_at text ${instant('complete_at')},
  primary key (course_id, module_id, item_id, edition, part),
  foreign key (course_id, revision_id) references revision (course_id, id)
) strict;

create table audit_entry (
  authority_id text not null references authority (id),
  number integer not null check (number > 0),
  actor_id text,
  verb text not null check (verb <> ''),
  subject_kind text not null,
  subject_id text not null,
  person_id text,
  detail text not null check (json_valid(detail)),
  reason text,
  occurred_at text not null ${instant('occurred_at')},
  previous_hash text not null,
  hash text not null,
  primary key (authority_id, number),
  foreign key (authority_id, actor_id) references person (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;
create index audit_entry_person on audit_entry (authority_id, person_id, occurred_at) where person_id is not null;
create index audit_entry_verb on audit_entry (authority_id, verb, occurred_at);
create trigger audit_entry_only_grows before insert on audit_entry
  when new.number <> (select coalesce(max(number), 0) + 1 from audit_entry where authority_id = new.authority_id)
  begin select raise(abort, 'audit_entry is append-only'); end;
create trigger audit_entry_is_never_changed before update on audit_entry
  begin select raise(abort, 'audit_entry is append-only'); end;
create trigger audit_entry_is_never_deleted before delete on audit_entry
  begin select raise(abort, 'audit_entry is append-only'); end;

create table installation (
  id integer not null primary key check (id = 1),
  operator_id text not null references authority (id),
  details text not null check (json_valid(details)),
  changed_at text not null ${instant('changed_at')}
) strict;
insert into installation (id, operator_id, details, changed_at)
  select 1, id, '{}', created_at from authority order by created_at, id limit 1;

create table barrier_report (
  authority_id text not null references authority (id),
  id text not null,
  reference text not null,
  page text not null,
  description text not null check (description <> ''),
  contact text not null,
  received_at text not null ${instant('received_at')},
  answered_at text ${instant('answered_at')},
  primary key (authority_id, id)
) strict;
create unique index barrier_report_reference on barrier_report (reference);
`,
}
