import type { Migration } from '../migrate.server.ts'

/** A full hour in UTC: the beginning of an instant. Months and years begin at a full hour in Berlin, whatever becomes of summer time. */
const hour = (column: string) => `text not null check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]')`
const hourOf = (instant: string) => `substr(${instant}, 1, 13)`

/** The courses that a person (`row`, with its column `id`) has completed, as one text; without the course given. */
const coursesOf = (row: string, id: string, without = '') =>
  `(select coalesce(group_concat(s.course_id, ' ' order by s.course_id), '') from course_state s
    where s.authority_id = ${row}.authority_id and s.person_id = ${row}.${id} and s.completed_at is not null${without === '' ? '' : ` and s.course_id <> ${without}`})`
/** The same with a course that is no longer among them. */
const coursesWith = (row: string, course: string) =>
  `(select group_concat(c.id, ' ' order by c.id) from (select s.course_id as id from course_state s
    where s.authority_id = ${row}.authority_id and s.person_id = ${row}.person_id and s.completed_at is not null union select ${course}) c)`

/** The person of a row of `course_state`, where the account is open: others are in no sum. */
const activePersonOf = (row: string) => `p.authority_id = ${row}.authority_id and p.id = ${row}.person_id and p.deactivated_at is null`

/** One person more. What stands after `select` gives the key. */
const addPerson = (from: string, courses: string) =>
  `insert into combination (authority_id, org_unit_id, courses, role_profile, people)
    select p.authority_id, p.org_unit_id, ${courses}, p.role_profile, 1 ${from}
    on conflict do update set people = people + 1;`
/** One person less; a row of nobody goes (trigger `combination_of_nobody`). */
const takePerson = (from: string, courses: string) =>
  `update combination set people = people - 1
    where (authority_id, org_unit_id, courses, role_profile) = (select p.authority_id, p.org_unit_id, ${courses}, p.role_profile ${from});`

const addHours = (rows: string) =>
  `insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people) ${rows} on conflict do update set people = people + excluded.people;`
/** The completion of a row of `course_state`, once more (1) or less (-1). */
const addHour = (row: string, sign: 1 | -1) =>
  addHours(`select p.authority_id, ${row}.course_id, ${hourOf(`max(${row}.completed_at, p.created_at)`)}, ${hourOf(`${row}.completed_at`)}, ${sign}
    from person p where ${activePersonOf(row)} and ${row}.completed_at is not null`)
/** All completions of a row of `person`. */
const addHoursOf = (row: string, sign: 1 | -1) =>
  addHours(`select s.authority_id, s.course_id, ${hourOf(`max(s.completed_at, ${row}.created_at)`)}, ${hourOf('s.completed_at')}, ${sign}
    from course_state s where s.authority_id = ${row}.authority_id and s.person_id = ${row}.id and s.completed_at is not null and ${row}.deactivated_at is null`)

const personIs = (row: string) => `from (select ${row}.authority_id, ${row}.org_unit_id, ${row}.role_profile) p where ${row}.deactivated_at is null`
const COUNTED = ['authority_id', 'id', 'org_unit_id', 'role_profile', 'deactivated_at', 'created_at'] as const
const changes = (columns: readonly string[]) => columns.map((column) => `old.${column} is not new.${column}`).join(' or ')

const counted = `
  ${takePerson(`from person p where ${activePersonOf('new')}`, coursesOf('new', 'person_id', 'new.course_id'))}
  ${addPerson(`from person p where ${activePersonOf('new')}`, coursesOf('new', 'person_id'))}
  ${addHour('new', 1)}
`
const takenBack = `
  ${takePerson(`from person p where ${activePersonOf('old')}`, coursesWith('old', 'old.course_id'))}
  ${addPerson(`from person p where ${activePersonOf('old')}`, coursesOf('old', 'person_id'))}
  ${addHour('old', -1)}
`

/**
 * The sums behind the figures of completion, kept by the database itself in the transaction of whatever changes them: no writer can forget
 * them. Only people whose account is open are counted. `compareSums` (app/domain/progress) counts the same without triggers.
 */
export const sums: Migration = {
  name: '0004-sums',
  sql: `
create table combination (
  authority_id text not null,
  org_unit_id text not null,
  courses text not null,
  role_profile text not null,
  people integer not null,
  primary key (authority_id, org_unit_id, courses, role_profile),
  foreign key (authority_id, org_unit_id) references org_unit (authority_id, id)
) strict, without rowid;

create table completion_hour (
  authority_id text not null references authority (id),
  course_id text not null references course (id),
  counted_hour ${hour('counted_hour')},
  completed_hour ${hour('completed_hour')},
  people integer not null,
  primary key (authority_id, course_id, counted_hour, completed_hour)
) strict, without rowid;

insert into combination (authority_id, org_unit_id, courses, role_profile, people)
  select p.authority_id, p.org_unit_id, ${coursesOf('p', 'id')}, p.role_profile, count(*) from person p where p.deactivated_at is null group by 1, 2, 3, 4;
insert into completion_hour (authority_id, course_id, counted_hour, completed_hour, people)
  select s.authority_id, s.course_id, ${hourOf('max(s.completed_at, p.created_at)')}, ${hourOf('s.completed_at')}, count(*)
  from course_state s join person p on ${activePersonOf('s')} where s.completed_at is not null group by 1, 2, 3, 4;

create trigger combination_of_nobody after update on combination when new.people = 0
  begin delete from combination where (authority_id, org_unit_id, courses, role_profile) = (new.authority_id, new.org_unit_id, new.courses, new.role_profile); end;
create trigger completion_hour_of_nobody after update on completion_hour when new.people = 0
  begin delete from completion_hour where (authority_id, course_id, counted_hour, completed_hour) = (new.authority_id, new.course_id, new.counted_hour, new.completed_hour); end;

create trigger person_is_counted after insert on person when new.deactivated_at is null begin
  ${addPerson(personIs('new'), coursesOf('new', 'id'))}
  ${addHoursOf('new', 1)}
end;
create trigger person_is_counted_anew after update of ${COUNTED.join(', ')} on person when ${changes(COUNTED)} begin
  ${takePerson(personIs('old'), coursesOf('old', 'id'))}
  ${addHoursOf('old', -1)}
  ${addPerson(personIs('new'), coursesOf('new', 'id'))}
  ${addHoursOf('new', 1)}
end;
create trigger person_is_not_counted after delete on person when old.deactivated_at is null begin
  ${takePerson(personIs('old'), coursesOf('old', 'id'))}
  ${addHoursOf('old', -1)}
end;

create trigger completion_is_counted after insert on course_state when new.completed_at is not null begin ${counted} end;
create trigger completion_is_counted_at_last after update of completed_at on course_state
  when old.completed_at is null and new.completed_at is not null begin ${counted} end;
create trigger completion_is_counted_elsewhere after update of completed_at on course_state
  when old.completed_at is not null and new.completed_at is not null and old.completed_at <> new.completed_at begin
  ${addHour('old', -1)}
  ${addHour('new', 1)}
end;
create trigger completion_is_taken_back after update of completed_at on course_state
  when old.completed_at is not null and new.completed_at is null begin ${takenBack} end;
create trigger completion_is_not_counted after delete on course_state when old.completed_at is not null begin ${takenBack} end;

drop index person_place;
create index person_joined on person (authority_id, created_at, org_unit_id, role_profile, id) where deactivated_at is null;
`,
}
