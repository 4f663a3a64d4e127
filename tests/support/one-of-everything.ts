/** One row of every table that holds something about a person, each value as the test wishes it: for tests of who is given or shown what. */
import type { Insertable } from 'kysely'
import type { OwnTable } from '#app/domain/privacy/own-data.ts'
import type { Schema } from '#db/schema.ts'
import type { Db } from '#db/types.ts'

type ColumnOf<T extends keyof Schema> = `${T}.${keyof Schema[T] & string}`
/** A column with its table. */
export type ColumnName = { [T in keyof Schema]: ColumnOf<T> }[keyof Schema]

/** Makes the values. Instants are ISO in UTC, days calendar days. */
export interface Marking {
  word(column: ColumnName): string
  instant(column: ColumnName): string
  day(column: ColumnName): string
  figure(column: ColumnName): number
}

/** What a row of learning is about. Course and revision are published, module and item need not be there. */
export interface Spot {
  readonly course_id: string
  readonly revision_id: string
  readonly module_id: string
  readonly item_id: string
  readonly item_version: string
}

export interface RowFacts {
  readonly mark: Marking
  readonly at: (table: OwnTable) => Spot
  /** Colleagues who made the invitation, and who acted on the person's data. */
  readonly inviter: string
  readonly actor: string
  /** Of the entry in the trail: the next one of the authority. */
  readonly number: number
}

/** A table that is missing here does not compile. `person` is made before. */
export type RowsOfEverything = { readonly [T in Exclude<OwnTable, 'person'>]: Insertable<Schema[T]> }

/** The rows, in an order in which they can be inserted. */
export const rowsOfEverything = (
  { authority_id, person_id }: { readonly authority_id: string; readonly person_id: string },
  { mark, at, inviter, actor, number }: RowFacts,
): RowsOfEverything => {
  const { word, instant, day, figure } = mark
  const own = { authority_id, person_id }
  const inCourse = (table: OwnTable) => ({ course_id: at(table).course_id })
  const inModule = (table: OwnTable) => ({ ...inCourse(table), module_id: at(table).module_id })
  const atItem = (table: OwnTable) => ({ ...inModule(table), item_id: at(table).item_id })
  const event = word('learning_event.id')
  return {
    person_role: { ...own, role: 'coordinator', granted_at: instant('person_role.granted_at') },
    invitation: {
      ...{ ...own, id: word('invitation.id'), token_hash: word('invitation.token_hash'), created_by: inviter },
      ...{ created_at: instant('invitation.created_at'), expires_at: instant('invitation.expires_at'), used_at: instant('invitation.used_at') },
    },
    session: {
      ...{ ...own, id_hash: word('session.id_hash'), id: word('session.id'), device: word('session.device') },
      ...{ created_at: instant('session.created_at'), last_seen_at: instant('session.last_seen_at') },
    },
    held_form: {
      ...{ ...own, id_hash: word('held_form.id_hash'), path: `/${word('held_form.path')}`, body: JSON.stringify({ text: word('held_form.body') }) },
      ...{ created_at: instant('held_form.created_at') },
    },
    people_import: {
      ...{ ...own, id: word('people_import.id'), file_name: `${word('people_import.file_name')}.csv`, body: Buffer.from(word('people_import.body')) },
      ...{ mapping: JSON.stringify({ columns: { given_name: word('people_import.mapping') } }), created_at: instant('people_import.created_at') },
    },
    learning_event: {
      ...{ ...own, id: event, revision_id: at('learning_event').revision_id, ...atItem('learning_event'), type: 'item_answered' },
      ...{ payload: JSON.stringify({ done: true, score: figure('learning_event.payload') }), occurred_at: instant('learning_event.occurred_at') },
    },
    response: {
      ...{ ...own, id: event, ...atItem('response'), item_version: at('response').item_version },
      ...{ answer: JSON.stringify({ kind: 'rewrite', text: word('response.answer'), checks: [] }), answered_at: instant('response.answered_at') },
    },
    reflection: { ...own, ...atItem('reflection'), text: word('reflection.text'), saved_at: instant('reflection.saved_at') },
    item_state: {
      ...{ ...own, ...atItem('item_state'), attempts: figure('item_state.attempts'), best_score: figure('item_state.best_score') },
      ...{ last_score: figure('item_state.last_score'), done_at: instant('item_state.done_at'), last_response_id: event },
      ...{ answered_at: instant('item_state.answered_at'), through_seq: figure('item_state.through_seq') },
    },
    module_state: {
      ...{ ...own, ...inModule('module_state'), opened_at: instant('module_state.opened_at'), last_active_at: instant('module_state.last_active_at') },
      ...{ last_item_id: word('module_state.last_item_id'), completed_at: instant('module_state.completed_at') },
      ...{ through_seq: figure('module_state.through_seq') },
    },
    course_state: {
      ...{ ...own, ...inCourse('course_state'), started_at: instant('course_state.started_at'), last_active_at: instant('course_state.last_active_at') },
      ...{ last_module_id: word('course_state.last_module_id'), completed_at: instant('course_state.completed_at') },
      ...{ completed_revision_id: at('course_state').revision_id, completed_score: figure('course_state.completed_score') },
      ...{ transfer_status: 'tried', through_seq: figure('course_state.through_seq') },
    },
    certificate: {
      ...{ ...own, id: word('certificate.id'), ...inCourse('certificate'), revision_id: at('certificate').revision_id, cycle: figure('certificate.cycle') },
      ...{ code: word('certificate.code'), code_hash: word('certificate.code_hash'), holder_name: word('certificate.holder_name') },
      ...{ authority_name: word('certificate.authority_name'), content: paper(word('certificate.content')), completed_on: day('certificate.completed_on') },
      ...{ issued_at: instant('certificate.issued_at'), valid_until: day('certificate.valid_until'), replaces_id: null },
      ...{ revoked_at: instant('certificate.revoked_at'), revoked_reason: word('certificate.revoked_reason') },
    },
    note: {
      ...{ ...own, id: word('note.id'), ...inModule('note'), block_id: `b-${word('note.block_id')}`, quote: word('note.quote'), language: 'en' },
      ...{ text: word('note.text'), created_at: instant('note.created_at'), saved_at: instant('note.saved_at') },
    },
    item_flag: {
      ...{ ...own, id: word('item_flag.id'), ...atItem('item_flag'), item_version: at('item_flag').item_version, reason: 'outdated' },
      ...{ comment: word('item_flag.comment'), raised_at: instant('item_flag.raised_at') },
    },
    audit_entry: {
      ...{
        authority_id,
        number,
        actor_id: actor,
        verb: 'certificate_revoked',
        subject_kind: 'certificate',
        subject_id: word('audit_entry.subject_id'),
        person_id,
      },
      ...{ detail: JSON.stringify({ course: at('audit_entry').course_id }), reason: word('audit_entry.reason') },
      ...{ occurred_at: instant('audit_entry.occurred_at'), previous_hash: `secret-hash-${number - 1}`, hash: `secret-hash-${number}` },
    },
  }
}

/** What a paper says about a course with this module. */
const paper = (module: string) =>
  JSON.stringify({
    ...{ course_number: 1, text: { de: { title: 'Kurs', modules: [module] } }, minutes: 60, competences: ['K1'], revision: 'abcdef01' },
    ...{ published_on: '2024-05-01', review_on: '2027-05-01', pass_mark: false },
  })

/** Writes the rows, or those of the tables given. */
export const insertRows = async (db: Db, rows: RowsOfEverything, tables: readonly OwnTable[] = Object.keys(rows) as OwnTable[]): Promise<void> => {
  for (const [table, row] of Object.entries(rows))
    if (tables.includes(table as OwnTable))
      await db
        .insertInto(table as 'note')
        .values(row as RowsOfEverything['note'])
        .execute()
}
