/** An authority about which tests can tell what is shown to whom: see marks.ts. */
import type { RunningApp } from './app.ts'
import { publishFigures } from '#app/domain/figures/publish-figures.server.ts'
import { makeAssignment } from '#app/domain/assignment/make-assignment.server.ts'
import { appendAudit } from '#app/domain/privacy/append-audit.server.ts'
import { OWN_TABLES, type OwnTable } from '#app/domain/privacy/own-data.ts'
import type { Onlooker } from '#app/domain/privacy/policy.ts'
import type { Role } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import { aCourse } from './course.ts'
import { anAuthority, anOrgUnit, aPerson, LONG_AGO, published } from './database.ts'
import type { Fillings } from './every-address.ts'
import { anInstallation } from './installation.ts'
import { aMarking, type Marks, personalColumns } from './marks.ts'
import { type ColumnName, insertRows, type Marking, rowsOfEverything, type Spot } from './one-of-everything.ts'
import type { Placed } from './shipped-courses.ts'

/** Somebody who looks. */
export interface Reader {
  readonly name: string
  readonly roles: readonly Onlooker[]
  readonly cookie: string
}

const first = (placed: readonly Placed[], kind: string): Placed => {
  const found = placed.find(({ item }) => item.kind === kind)
  if (found === undefined) throw new Error(`the courses have no ${kind}`)
  return found
}

/**
 * One authority: the person, a colleague whose account is closed, two who acted on the person's data, and a reader for every role. Its
 * values are noted in `marks`. `fillings` and `queries` ask about the person. The courses must be published.
 */
export const aMarkedAuthority = async (app: RunningApp, placed: readonly Placed[], marks: Marks, now: string) => {
  const { db } = app
  const [letter, question] = [first(placed, 'rewrite'), first(placed, 'reflection')]
  const { id: authority_id } = await anAuthority(db, { name: 'Ausländerbehörde Auental' })
  const unit = await anOrgUnit(db, { authority_id, name: 'Team Mitte' })
  const here = { authority_id, org_unit_id: unit.id }
  const reader = async (language: 'de' | 'en', ...roles: readonly Role[]): Promise<Reader> => ({
    name: roles.join('+') || 'learner',
    roles,
    cookie: await app.signIn(await aPerson(db, { ...here, roles, language })),
  })
  const signedIn = [
    ...[await reader('de'), await reader('de', 'trainer'), await reader('en', 'lead'), await reader('de', 'hr'), await reader('de', 'admin')],
    ...[await reader('de', 'council'), await reader('en', 'coordinator'), await reader('en', 'lead', 'trainer'), await reader('en', 'hr', 'admin')],
  ]
  const days = { today: now.slice(0, 10), first_day: '2025-02-01' }
  const mark = aMarking(marks, 'subject', days)
  const former = aMarking(marks, 'former', { ...days, first_day: '2024-06-01' })
  const acted = (role: Role, column: ColumnName) => aPerson(db, { ...here, roles: [role], family_name: mark.word(column) })
  const inviter = await acted('admin', 'invitation.created_by')
  const actor = await acted('hr', 'audit_entry.actor_id')
  const person = async (of: typeof mark, id: string, closed: boolean) => {
    const facts = { id: of.note('person.id', id), email: `${of.word('person.email')}@auental.example` }
    const one = await aPerson(db, { ...here, ...facts, given_name: of.word('person.given_name'), family_name: of.word('person.family_name') })
    const more = { email_norm: `${of.word('person.email_norm')}@auental.example`, password_hash: of.word('person.password_hash') }
    const times = { password_changed_at: of.instant('person.password_changed_at'), created_at: of.instant('person.created_at') }
    const end = closed ? of.instant('person.deactivated_at') : null
    await db
      .updateTable('person')
      .set({ ...more, ...times, deactivated_at: end } as object)
      .where('authority_id', '=', authority_id)
      .where('id', '=', one.person_id)
      .execute()
    return one
  }
  const subject = await person(mark, 'zxmarkzzza', false)
  const left = await person(former, 'zxmarkzzzb', true)
  const signIn = await app.signIn(subject)

  const real = (table: OwnTable): Spot => {
    const { course, module, item } = table === 'reflection' ? question : letter
    return {
      course_id: course.id,
      revision_id: course.revision,
      module_id: module.id,
      item_id: item.id,
      item_version: module.text.de?.items[item.id]?.version ?? '',
    }
  }
  const lost: Partial<Record<OwnTable, Spot>> = {}
  for (const table of OWN_TABLES) lost[table] = await lostSpot(db, table, mark)
  const facts = { mark, inviter: inviter.person_id, actor: actor.person_id }
  const rows = rowsOfEverything(subject, { ...facts, at: real, number: 1 })
  const others = rowsOfEverything(subject, { ...facts, at: (table) => lost[table] ?? real(table), number: 2 })
  mark.note('response.id', `${rows.response.id} ${others.response.id}`)
  mark.note('item_state.last_response_id', `${rows.response.id} ${others.response.id}`)
  await insertRows(db, { ...rows, certificate: { ...rows.certificate, revoked_at: null, revoked_reason: null } })
  await insertRows(
    db,
    others,
    OWN_TABLES.filter((table) => !['person', 'person_role'].includes(table)),
  )
  const { certificate } = rowsOfEverything(subject, { ...facts, at: (table) => lost[table] ?? real(table), number: 3 })
  const replacing = { ...certificate, replaces_id: mark.note('certificate.replaces_id', others.certificate.id) }
  await insertRows(db, { ...others, certificate: replacing }, ['certificate'])
  const { course, module } = letter
  const tally = { course_id: course.id, module_id: module.id, item_id: letter.item.id, edition: real('item_flag').item_version, part: 'whole' as const }
  await db
    .insertInto('item_tally')
    .values({ ...tally, revision_id: course.revision, people: 5, cells: '{}', waiting: 0, waiting_cells: '{}', complete_at: LONG_AGO })
    .execute()
  await anInstallation(db, authority_id)
  const report = {
    reference: mark.word('barrier_report.reference'),
    page: `/${mark.word('barrier_report.page')}`,
    contact: mark.word('barrier_report.contact'),
  }
  const told = { description: mark.word('barrier_report.description'), received_at: mark.instant('barrier_report.received_at') }
  await db
    .insertInto('barrier_report')
    .values({ authority_id, id: 'report-1', ...report, ...told, answered_at: mark.instant('barrier_report.answered_at') })
    .execute()
  const counted = { key: mark.word('rate_limit.key'), points: mark.figure('rate_limit.points'), expires_at_ms: mark.figure('rate_limit.expires_at_ms') }
  await db.insertInto('rate_limit').values(counted).execute()
  await db.transaction().execute(async (tx) => {
    const assigned = { id: 'assignment-1', course_id: course.id, due_on: '2026-12-18', explanation: 'Für alle.', org_units: [unit.id], role_profiles: [] }
    await makeAssignment(tx, actor.actor as never, { ...assigned, now })
    const closed = { verb: 'account_deactivated', subject_kind: 'person', subject_id: left.person_id, person_id: left.person_id } as const
    await appendAudit(tx, inviter, closed, { now })
    await publishFigures(tx, { id: authority_id, created_at: LONG_AGO }, { courses: [course.id], now })
  })
  const things = {
    revision: course.revision,
    session: rows.session.id,
    import: rows.people_import.id,
    assignment: 'assignment-1',
    token: 'x',
    code: rows.certificate.id,
  }
  const places = [letter, question].map((one) => ({ course: one.course.slug, module: one.module.slug, item: one.item.id }))
  const papers = [rows.certificate, others.certificate, replacing].map(({ id }) => ({ certificate: id }))
  const people = [subject, left].map(({ person_id }) => ({ person: person_id }))
  const given = [...marks].find(([, all]) => all.some(({ column }) => column === 'person.given_name'))?.[0] ?? ''
  const queries = [
    ...[`name=${given}&person=${given}&actor=${given}&q=${given}&reference=${report.reference}`, `unit=${unit.id}`],
    `course=${course.slug}&status=completed&within=90&state=answered&verb=certificate_revoked`,
  ]
  const fillings: Fillings = [...places.map((place) => ({ ...place, ...things, '*': `nowhere/${subject.person_id}` })), ...papers, ...people]
  const self: Reader = { name: 'self', roles: ['self', 'coordinator'], cookie: signIn }
  return { readers: signedIn, self, subject, fillings, queries }
}

/** A place in a course that no longer ships, whose names betray the columns of this table. */
const lostSpot = async (db: Db, table: OwnTable, { word }: Marking): Promise<Spot> => {
  const say = (column: string) => (personalColumns.has(`${table}.${column}` as ColumnName) ? word(`${table}.${column}` as ColumnName) : `${table}-${column}`)
  const course_id = table === 'audit_entry' ? word('audit_entry.detail') : say('course_id')
  const revision_id = table === 'course_state' ? word('course_state.completed_revision_id') : say('revision_id')
  await published(db, aCourse([], { id: course_id, revision: revision_id, slug: course_id }))
  return { course_id, revision_id, module_id: say('module_id'), item_id: say('item_id'), item_version: say('item_version') }
}
