import { hashPassword } from '#app/domain/identity/password-hash.server.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { readEvent } from '#app/domain/progress/events.ts'
import { foldAll } from '#app/domain/progress/fold.ts'
import { chunks, insertStates } from '#app/domain/progress/insert-states.server.ts'
import { acrossAuthorities } from '../scope-plugin.ts'
import type { Role, RoleProfile } from '../schema.ts'
import type { Db, Tx } from '../types.ts'
import { dice } from './dice.ts'
import { insertAssignments } from './demo-assignments.server.ts'
import { insertCertificates } from './demo-certificates.server.ts'
import { type DemoEvent, type DemoPerson, finishedCourse, historyOf, unfinishedCourse } from './demo-history.ts'
import { demoInstallation, demoReports } from './demo-installation.ts'
import { DEMO_PASSWORD, type DemoAuthority, demoAuthorities, demoEmail, demoId, demoSignIns, type DemoUnit } from './demo-people.ts'
import { flagRowsOf, tallyRowsOf } from './demo-tallies.ts'
import { workingDays } from './working-days.ts'

/** Answers older than this are deleted by retention, so the demo has none. */
const ANSWERS_KEPT_DAYS = 30
const DAY = 86_400_000

/**
 * Fills an empty database with two invented authorities, their people and half a year of learning before `now`. Courses must be
 * published before. Never touches a database that holds an authority or a person: then 'not_empty'. One transaction.
 */
export const seedDemo = async (db: Db, catalogue: Catalogue, { now }: { readonly now: string }): Promise<'seeded' | 'not_empty'> => {
  if (!(await isEmpty(db))) return 'not_empty'
  const password_hash = await hashPassword(DEMO_PASSWORD)
  return db.transaction().execute(async (tx) => {
    if (!(await isEmpty(tx))) return 'not_empty'
    const people: DemoPerson[] = []
    const since = new Date(Date.parse(now) - 230 * DAY).toISOString()
    for (const authority of demoAuthorities) people.push(...(await insertAuthority(tx, authority, password_hash, since)))
    await insertInstallation(tx, now)
    const events = eventsOf(people, catalogue, now)
    await insertHistory(tx, events, now)
    await insertCertificates(tx, events, catalogue)
    await insertStatistics(tx, events, catalogue)
    await insertAssignments(tx, catalogue, now)
    return 'seeded'
  })
}

/** Whether the database is the demo: its banner and sign-ins may be shown. False as soon as one real authority exists. */
export const isDemo = async (db: Db): Promise<boolean> => {
  const authorities = await db.selectFrom('authority').select('is_demo').execute()
  return authorities.length > 0 && authorities.every((authority) => authority.is_demo === 1)
}

const isEmpty = async (db: Db): Promise<boolean> => {
  const authority = await db.selectFrom('authority').select('id').limit(1).executeTakeFirst()
  const person = await acrossAuthorities(db, 'seed').selectFrom('person').select('id').limit(1).executeTakeFirst()
  return authority === undefined && person === undefined
}

const insertAuthority = async (tx: Tx, authority: DemoAuthority, password_hash: string, created_at: string): Promise<DemoPerson[]> => {
  const { id, name, short_name, domain } = authority
  await tx
    .insertInto('authority')
    .values({ id, name, short_name, region: 'Hessen', contact_email: `personal@${domain}`, is_demo: 1, created_at })
    .execute()
  const units = authority.units.map((unit, index) => ({ unit, id: `${id}-unit-${index + 1}`, position: index + 1 }))
  await tx
    .insertInto('org_unit')
    .values(units.map(({ unit, ...row }) => ({ authority_id: id, ...row, name: unit.name, created_at })))
    .execute()
  const people = units.flatMap((unit) => unit.unit.people.map((fullName, place) => ({ fullName, unit, place, person_id: demoId(fullName, authority) })))
  await tx
    .insertInto('person')
    .values(
      people.map(({ fullName, unit, place, person_id }) => ({
        authority_id: id,
        id: person_id,
        email: demoEmail(fullName, domain),
        email_norm: demoEmail(fullName, domain),
        given_name: fullName.split(' ').slice(0, -1).join(' '),
        family_name: fullName.split(' ').at(-1) ?? '',
        org_unit_id: unit.id,
        role_profile: profileOf(authority, unit.unit, fullName, place),
        language: null,
        theme: null,
        password_hash,
        password_changed_at: created_at,
        deactivated_at: null,
        created_at,
      })),
    )
    .execute()
  const roles = people.flatMap(({ fullName, place, person_id }) =>
    rolesOf(authority, fullName, place).map((role) => ({ authority_id: id, person_id, role, granted_at: created_at })),
  )
  await tx.insertInto('person_role').values(roles).execute()
  return people.map(({ fullName, unit, place, person_id }) => ({
    authority_id: id,
    person_id,
    role_profile: profileOf(authority, unit.unit, fullName, place),
    eagerness: unit.unit.eagerness,
  }))
}

/** The first authority operates the installation. */
const insertInstallation = async (tx: Tx, now: string) => {
  const operator_id = demoAuthorities[0]?.id ?? ''
  await tx
    .insertInto('installation')
    .values({ id: 1, operator_id, details: JSON.stringify(demoInstallation), changed_at: now })
    .execute()
  const before = (days: number) => new Date(Date.parse(now) - days * DAY).toISOString()
  const reports = demoReports.map(({ received, answered, ...report }) => ({
    ...report,
    authority_id: operator_id,
    received_at: before(received),
    answered_at: answered === null ? null : before(answered),
  }))
  await tx.insertInto('barrier_report').values(reports).execute()
}

const rolesOf = (authority: DemoAuthority, name: string, place: number): readonly Role[] => [
  ...new Set([...(place === 0 ? (['lead'] as const) : []), ...(authority.roles[name] ?? [])]),
]

const profileOf = (authority: DemoAuthority, unit: DemoUnit, name: string, place: number): RoleProfile =>
  authority.profiles[name] ?? (place === 0 ? 'team_lead' : unit.name === 'Infopunkt' ? 'front_desk' : 'case_work')

/** Everybody's events in the order in which they happened. */
const eventsOf = (people: readonly DemoPerson[], catalogue: Catalogue, now: string): DemoEvent[] => {
  const days = workingDays(now)
  const end = Date.parse(now)
  const learner =
    demoSignIns
      .find((signIn) => signIn.role === 'learner')
      ?.email.split('@')[0]
      ?.replace('.', '-') ?? ''
  const events = people.flatMap((person) => {
    const chance = dice(person.person_id)
    if (!person.person_id.endsWith(`-${learner}`)) return historyOf(person, catalogue, days, end, chance)
    const [first, second] = catalogue.courses
    if (first === undefined) return []
    return [
      ...(second === undefined ? [] : finishedCourse(person, catalogue, second, days, end, chance)),
      ...unfinishedCourse(person, catalogue, first, days, end, chance),
    ]
  })
  return events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => compare(a.event.event.occurred_at, b.event.event.occurred_at) || a.index - b.index)
    .map(({ event }) => event)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The ledger is empty, so its numbers count from 1: the same fold as in the product, over all events at once. */
const insertHistory = async (tx: Tx, events: readonly DemoEvent[], now: string) => {
  const rows = events.map(({ event, person }, index) => ({
    ...event,
    id: `demo-event-${index + 1}`,
    authority_id: person.authority_id,
    person_id: person.person_id,
    payload: JSON.stringify(event.payload),
  }))
  for (const some of chunks(rows)) await tx.insertInto('learning_event').values(some).execute()
  const oldest = new Date(Date.parse(now) - ANSWERS_KEPT_DAYS * DAY).toISOString()
  const responses = events.flatMap(({ event, person, answer }, index) =>
    answer === null || event.item_id === null || event.occurred_at < oldest
      ? []
      : [
          {
            authority_id: person.authority_id,
            id: `demo-event-${index + 1}`,
            person_id: person.person_id,
            course_id: event.course_id,
            module_id: event.module_id,
            item_id: event.item_id,
            item_version: answer.version,
            answer: answer.json,
            answered_at: event.occurred_at,
          },
        ],
  )
  for (const some of chunks(responses)) await tx.insertInto('response').values(some).execute()
  await insertStates(tx, foldAll(rows.map((row, index) => readEvent({ ...row, seq: index + 1 }))))
}

/** Counted over all answers, also those that retention has deleted since. */
const insertStatistics = async (tx: Tx, events: readonly DemoEvent[], catalogue: Catalogue) => {
  for (const some of chunks(tallyRowsOf(events, catalogue))) await tx.insertInto('item_tally').values(some).execute()
  const flags = flagRowsOf(events)
  if (flags.length > 0) await tx.insertInto('item_flag').values(flags).execute()
}
