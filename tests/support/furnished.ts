/** Authorities with everything in them that could be given away, for tests that try to get at it. */
import { makeAssignment } from '#app/domain/assignment/make-assignment.server.ts'
import { issueCertificate } from '#app/domain/certificate/issue-certificate.server.ts'
import { getOwnCertificate } from '#app/domain/certificate/queries.server.ts'
import { publishFigures } from '#app/domain/figures/publish-figures.server.ts'
import { createInvitation } from '#app/domain/identity/create-invitation.server.ts'
import { holdFormOf } from '#app/domain/identity/hold-form.server.ts'
import { saveNote } from '#app/domain/notes/save-note.server.ts'
import { raiseFlag } from '#app/domain/progress/raise-flag.server.ts'
import { saveReflection } from '#app/domain/progress/save-reflection.server.ts'
import { paths } from '#app/paths.ts'
import { newSecret } from '#app/platform/ids.server.ts'
import type { Role } from '#db/schema.ts'
import { answerFields } from './answer-fields.ts'
import type { RunningApp } from './app.ts'
import { anAuthority, anOrgUnit, aPerson, LONG_AGO } from './database.ts'
import { type AnyRole, ROLES } from './handlers.ts'
import type { Placed } from './shipped-courses.ts'

type Person = Awaited<ReturnType<typeof aPerson>>

/** A whole authority with one person for each role and something of everything that belongs to people. */
export const furnish = async (app: RunningApp, question: Placed, place: string, now: string) => {
  const { id } = await anAuthority(app.db, { name: `Ausländerbehörde ${place}` })
  const unit = (await anOrgUnit(app.db, { authority_id: id, name: `Team ${place}er Ring` })).id
  const people = {} as Record<AnyRole, Person>
  const cookies = {} as Record<AnyRole, string>
  for (const role of ROLES) {
    const name = { given_name: `${place}-Vorname-${role}`, family_name: `${place}-Nachname-${role}`, email: `${role}@${place.toLowerCase()}.example` }
    people[role] = await aPerson(app.db, { authority_id: id, org_unit_id: unit, roles: role === 'learner' ? [] : [role as Role], ...name })
    cookies[role] = await app.signIn(people[role])
  }
  const { learner, admin } = people
  const { course, module, item } = question
  const place_ = { course_id: course.id, module_id: module.id, item_id: item.id }
  const event_id = `event-of-${place}-1`
  await app.post(paths.module(course.slug, module.slug), { item: item.id, event_id, ...answerFields(item, 'wrong') }, { cookie: cookies.learner })
  const held = newSecret()
  const invitation = await app.db.transaction().execute(async (tx) => {
    await saveReflection(tx, learner.actor, place_, { text: secretOf(place), now })
    await holdFormOf(tx, learner, { secret: held, path: paths.home(), body: { text: secretOf(place) } }, { now })
    return createInvitation(tx, admin.actor as never, { person_id: people.council.person_id }, { now })
  })
  if (invitation === 'deactivated') throw new Error('nobody here is deactivated')
  const assignment = `assignment-of-${place}-0001`
  const [note, report, block_id] = [`note-of-${place}-1`, `report-of-${place}`, 'b-12345678']
  const certificate = await app.db.transaction().execute(async (tx) => {
    await saveNote(tx, learner.actor, { ...place_, block_id, quote: 'Ein Absatz', language: 'de' }, { id: note, seen: '', text: secretOf(place), now })
    const version = module.text.de?.items[item.id]?.version ?? ''
    const assigned = { id: assignment, course_id: course.id, due_on: '2026-12-31', org_units: [unit], role_profiles: [] }
    await makeAssignment(tx, people.hr.actor as never, { ...assigned, explanation: secretOf(place), now })
    await raiseFlag(tx, learner.actor, { course, module, item_id: item.id }, { reason: 'unclear', comment: secretOf(place), version, now })
    return (await issueCertificate(tx, learner.actor, course, { completed_on: '2026-11-19', now })).certificate
  })
  await app.db.transaction().execute((tx) => publishFigures(tx, { id, created_at: LONG_AGO }, { courses: [course.id], now }))
  const { code } = await getOwnCertificate(app.db, learner.actor, certificate)
  const barrier = { page: '', description: secretOf(place), contact: learner.email, received_at: now, answered_at: null }
  await app.db
    .insertInto('barrier_report')
    .values({ authority_id: id, id: report, reference: `B-${place}`, ...barrier })
    .execute()
  const list = `list-of-${place}-0001`
  const columns = { given_name: 0, family_name: 1, email: 2, org_unit: 3 }
  await app.db
    .insertInto('people_import')
    .values({
      ...{ authority_id: id, id: list, person_id: admin.person_id, file_name: secretOf(place), created_at: now },
      body: Buffer.from(`Vorname;Nachname;E-Mail;Team\n${secretOf(place)};B;neu@${place.toLowerCase()}.example;Team ${place}er Ring`),
      mapping: JSON.stringify({ columns, deactivate_missing: true, create_units: false }),
    })
    .execute()
  const kept = await app.db.selectFrom('invitation').select(['id', 'token_hash']).where('authority_id', '=', id).executeTakeFirstOrThrow()
  const session = await app.db
    .selectFrom('session')
    .select('id')
    .where('authority_id', '=', id)
    .where('person_id', '=', learner.person_id)
    .executeTakeFirstOrThrow()
  return { id, place, unit, people, cookies, held, invitation: kept, session: session.id, event_id, certificate, code, note, report, assignment, list }
}
/** What `furnish` makes. */
export type Authority = Awaited<ReturnType<typeof furnish>>
/** Private words of the authority's learner. */
export const secretOf = (place: string) => `Ganz private Zeilen aus ${place}`
/** Everything that would give the authority's people away, without those of one of them. */
export const marksIn = (text: string, authority: Authority, except?: AnyRole): readonly string[] => {
  const own = except === undefined ? undefined : authority.people[except]
  const marks = [
    ...(except === 'learner' ? [] : [secretOf(authority.place)]),
    ...ROLES.filter((role) => role !== except).flatMap((role) => [`Vorname-${role}`, `Nachname-${role}`].map((name) => `${authority.place}-${name}`)),
    ...ROLES.filter((role) => role !== except).map((role) => authority.people[role].email),
    ...(own === undefined ? [`Ausländerbehörde ${authority.place}`, `Team ${authority.place}er Ring`] : []),
  ]
  return marks.filter((mark) => text.includes(mark))
}
