import type { Migration } from '../migrate.server.ts'

/** Instants have milliseconds and a Z everywhere, so that they sort as text. */
const instant = (column: string) => `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')`
/** Calendar days in Europe/Berlin. */
const day = (column: string) => `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

/**
 * The sort key of a name as it was on 2026-11-23 (app/domain/reporting/name-key.ts): an index over an expression serves only statements
 * that spell the same expression. When a letter is added there, a new migration makes the index anew; until then lists are slower, not wrong.
 */
const BASES: Readonly<Record<string, string>> = {
  a: 'äÄáÁàÀâÂãÃåÅăĂąĄā',
  ae: 'æÆ',
  c: 'çÇćĆčČ',
  d: 'đĐðďĎ',
  e: 'éÉèÈêÊëËęĘěĚė',
  g: 'ğĞģ',
  i: 'íÍìÌîÎïÏıİīĪ',
  l: 'łŁľĽ',
  n: 'ñÑńŃňŇņ',
  o: 'öÖóÓòÒôÔõÕøØőŐō',
  oe: 'œŒ',
  r: 'řŘ',
  s: 'şŞșȘšŠśŚ',
  ss: 'ßẞ',
  t: 'ţŢțȚťŤ',
  u: 'üÜúÚùÙûÛůŮűŰūŪ',
  y: 'ýÝÿ',
  z: 'žŽźŹżŻ',
}
const nameKey = (column: string) => {
  const folded = Object.entries(BASES).reduce(
    (outer, [base, letters]) => [...letters].reduce((key, letter) => `replace(${key},'${letter}','${base}')`, outer),
    column,
  )
  return `case when octet_length(${column}) = length(${column}) then lower(${column}) else lower(${folded}) end`
}

/** Who is to take which course until when; people from a file; figures as they stood on a cut-off day. Who did it says the trail. */
export const planning: Migration = {
  name: '0003-planning',
  sql: `
create table assignment (
  authority_id text not null references authority (id),
  id text not null,
  course_id text not null references course (id),
  due_on text not null ${day('due_on')},
  explanation text not null check (explanation <> ''),
  created_at text not null ${instant('created_at')},
  withdrawn_at text ${instant('withdrawn_at')},
  withdrawn_reason text,
  primary key (authority_id, id),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
) strict;
create index assignment_course on assignment (authority_id, course_id);

create table assignment_target (
  authority_id text not null,
  assignment_id text not null,
  kind text not null check (kind in ('org_unit', 'role_profile')),
  target text not null,
  primary key (authority_id, assignment_id, kind, target),
  foreign key (authority_id, assignment_id) references assignment (authority_id, id)
) strict;
create index person_place on person (authority_id, org_unit_id, role_profile, created_at, id) where deactivated_at is null;
create index assignment_target_of on assignment_target (authority_id, kind, target, assignment_id);

create table people_import (
  authority_id text not null,
  id text not null,
  person_id text not null,
  file_name text not null,
  body blob not null,
  mapping text not null check (json_valid(mapping)),
  created_at text not null ${instant('created_at')},
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
) strict;

create table import_mapping (
  authority_id text not null primary key references authority (id),
  mapping text not null check (json_valid(mapping)),
  saved_at text not null ${instant('saved_at')}
) strict;

create table report_snapshot (
  authority_id text not null references authority (id),
  cut_off_on text not null ${day('cut_off_on')},
  content text not null check (json_valid(content)),
  created_at text not null ${instant('created_at')},
  primary key (authority_id, cut_off_on)
) strict;

create index person_name on person (authority_id, ${nameKey('family_name')}, ${nameKey('given_name')}, id) where deactivated_at is null;
create index certificate_person on certificate (authority_id, person_id, course_id, cycle);
create index certificate_expiry on certificate (authority_id, valid_until) where revoked_at is null and valid_until is not null;
create trigger report_snapshot_is_never_changed before update on report_snapshot
  begin select raise(abort, 'report_snapshot is append-only'); end;
`,
}
