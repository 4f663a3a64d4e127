import { expect, onTestFinished, test, vi } from 'vitest'
import type { ColumnFacts, DataKind } from '#db/data-facts.ts'
import { dataMap } from '#db/data-map.ts'
import type { Role } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import { emptyCatalogue } from '#tests/support/app.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, aPerson, freshDb } from '#tests/support/database.ts'
import type { Actor } from '../actor.ts'
import { countAssigned, listAssignments } from '../assignment/counts.server.ts'
import { assignedQuery } from '../assignment/people-list.ts'
import { listAssigned, listAssignedPage, previewAssigned } from '../assignment/people.server.ts'
import { listCertificatesOf } from '../certificate/queries.server.ts'
import { countWithoutPassword, getKnown } from '../people-import/queries.server.ts'
import { Forbidden } from '../refusals.ts'
import { certificateListQuery } from '../reporting/certificate-list.ts'
import { countExpiring, listCertificatePage, listCertificates } from '../reporting/certificate-list.server.ts'
import { countAccounts, countByCourses, countCompletions, listCombinations } from '../reporting/completions.server.ts'
import { courseListQuery } from '../reporting/course-list.ts'
import { namePeople } from '../reporting/name-people.server.ts'
import { listCourse, listCoursePage } from '../reporting/course-list.server.ts'
import { getCompetences, getCoverage, getOverview } from '../reporting/coverage.server.ts'
import { listItemFlags } from '../reporting/item-flags.server.ts'
import { listItemStatistics } from '../reporting/item-statistics.server.ts'
import { peopleListQuery } from '../reporting/people-list.ts'
import { listPeople, listPeoplePage } from '../reporting/people-list.server.ts'
import { getColleague, getPersonStatus } from '../reporting/person-status.server.ts'
import { listUnitFigures } from '../figures/queries.server.ts'
import { DATA_KINDS, ONLOOKERS, type Onlooker, policy, requireSight, rolesWhoSee, type Shown, type Sight, sightOf } from './policy.ts'

const ROLES = ONLOOKERS.filter((onlooker): onlooker is Role => onlooker !== 'self')
const NOW = '2026-11-22T09:30:00.000Z'
const TODAY = '2026-11-22'
const query = courseListQuery.parse({})
const papers = certificateListQuery.parse({})
const people = peopleListQuery.parse({})

const course = aCourse([])
const catalogue = { ...emptyCatalogue, courses: [course] }
const staff = { courses: [course.id], course: '', today: TODAY }
const assignment = {
  ...{ id: 'a', course_id: course.id, due_on: '2026-12-31', explanation: 'x', created_at: NOW, withdrawn_at: null, withdrawn_reason: null },
  targets: [{ kind: 'role_profile', target: 'case_work', name: null }] as const,
}

interface Read {
  readonly name: string
  readonly role: Role
  /** What it shows of other people. */
  readonly shows: readonly (readonly [DataKind, Shown])[]
  readonly read: (db: Db, actor: Actor<never>) => Promise<unknown>
}
const NAMED = [
  ['name', 'all'],
  ['completion', 'status'],
] as const
const PAPERS = [
  ['name', 'all'],
  ['certificate', 'status'],
] as const

/** Every read that shows something about other people. A new one is added here. */
const reads: readonly Read[] = [
  { name: 'listCombinations', role: 'hr', shows: [['completion', 'status']], read: (db, actor) => listCombinations(db, actor, { courses: [course] }) },
  { name: 'countAccounts', role: 'hr', shows: [['completion', 'status']], read: (db, actor) => countAccounts(db, actor, { months: [] }) },
  { name: 'countByCourses', role: 'hr', shows: [['completion', 'status']], read: (db, actor) => countByCourses(db, actor, '') },
  {
    name: 'countCompletions',
    role: 'hr',
    shows: [['completion', 'status']],
    read: (db, actor) => countCompletions(db, actor, { courses: [course], months: [], year_from: NOW }),
  },
  { name: 'namePeople', role: 'hr', shows: [['name', 'all']], read: (db, actor) => namePeople(db, actor, []) },
  { name: 'getOverview', role: 'hr', shows: [['completion', 'status']], read: (db, actor) => getOverview(db, actor, [course], { now: NOW }) },
  { name: 'getCoverage', role: 'hr', shows: [['completion', 'status']], read: (db, actor) => getCoverage(db, actor, [course]) },
  { name: 'getCompetences', role: 'hr', shows: [['completion', 'status']], read: (db, actor) => getCompetences(db, actor, [course]) },
  { name: 'countExpiring', role: 'hr', shows: [['certificate', 'status']], read: (db, actor) => countExpiring(db, actor, { today: TODAY }) },
  { name: 'listCertificatePage', role: 'hr', shows: PAPERS, read: (db, actor) => listCertificatePage(db, actor, papers, { course: '', today: TODAY }) },
  { name: 'listCertificates', role: 'hr', shows: PAPERS, read: (db, actor) => listCertificates(db, actor, papers, { course: '', today: TODAY }) },
  { name: 'listPeoplePage', role: 'hr', shows: [...NAMED, ...PAPERS], read: (db, actor) => listPeoplePage(db, actor, people, staff) },
  { name: 'listPeople', role: 'hr', shows: [...NAMED, ...PAPERS], read: (db, actor) => listPeople(db, actor, people, staff) },
  { name: 'listCoursePage', role: 'hr', shows: NAMED, read: (db, actor) => listCoursePage(db, actor, course.id, query) },
  { name: 'listCourse', role: 'hr', shows: NAMED, read: (db, actor) => listCourse(db, actor, course.id, query) },
  { name: 'getColleague', role: 'hr', shows: [['name', 'all']], read: (db, actor) => getColleague(db, actor, actor.person_id) },
  { name: 'getPersonStatus', role: 'hr', shows: NAMED, read: (db, actor) => getPersonStatus(db, actor, actor.person_id, [course.id]) },
  { name: 'countAssigned', role: 'hr', shows: [['completion', 'status']], read: (db, actor) => countAssigned(db, actor, { now: NOW }) },
  { name: 'listAssignments', role: 'hr', shows: [['completion', 'status']], read: (db, actor) => listAssignments(db, actor, { now: NOW }) },
  { name: 'listAssignedPage', role: 'hr', shows: NAMED, read: (db, actor) => listAssignedPage(db, actor, assignment, assignedQuery.parse({}), { now: NOW }) },
  { name: 'listAssigned', role: 'hr', shows: NAMED, read: (db, actor) => listAssigned(db, actor, assignment, assignedQuery.parse({}), { now: NOW }) },
  {
    name: 'previewAssigned',
    role: 'hr',
    shows: NAMED,
    read: (db, actor) => previewAssigned(db, actor, { course_id: course.id, due_on: '2026-12-31', org_units: [], role_profiles: ['case_work'] }),
  },
  { name: 'listCertificatesOf', role: 'hr', shows: [['certificate', 'status']], read: (db, actor) => listCertificatesOf(db, actor, actor.person_id) },
  {
    name: 'listItemStatistics',
    role: 'trainer',
    shows: [
      ['answer', 'sums'],
      ['hint', 'nameless'],
    ],
    read: (db, actor) => listItemStatistics(db, actor, { catalogue, course, language: 'de' }),
  },
  {
    name: 'getKnown',
    role: 'admin',
    shows: [['account', 'all']],
    read: (db, actor) => getKnown(db, actor, { encoding: 'utf-8', delimiter: ';', headings: ['E-Mail'], rows: [] }, { email: 0 }),
  },
  { name: 'countWithoutPassword', role: 'admin', shows: [['account', 'all']], read: (db, actor) => countWithoutPassword(db, actor) },
  { name: 'listUnitFigures', role: 'council', shows: [['completion', 'sums']], read: (db, actor) => listUnitFigures(db, actor) },
  { name: 'listItemFlags', role: 'trainer', shows: [['hint', 'nameless']], read: (db, actor) => listItemFlags(db, actor, course) },
]

const SIGHTS: readonly Sight[] = ['all', 'status', 'nameless', 'sums_from_5', 'on_request', 'never']
const enough = (shown: Shown, sight: Sight) =>
  ({ all: ['all'], status: ['all', 'status'], nameless: ['all', 'nameless'], sums: ['all', 'status', 'sums_from_5'] })[shown].includes(sight)
const as = (person: { authority_id: string; person_id: string }, ...roles: readonly Role[]) => actorOf(person, ...roles) as unknown as Actor<never>

/** Until the end of the test the cell says something else. */
const flip = (table: Partial<Record<DataKind, Readonly<Record<Onlooker, Sight>>>>, kind: DataKind, onlooker: Onlooker, sight: Sight) => {
  const before = table[kind]
  if (before === undefined) throw new Error(kind)
  table[kind] = { ...before, [onlooker]: sight }
  const back = () => {
    table[kind] = before
  }
  onTestFinished(back)
  return back
}

test('every kind of data in the data map stands in the policy, and nothing else does', () => {
  const columns = Object.values(dataMap).flatMap((table): readonly ColumnFacts[] => Object.values(table))
  const kinds = new Set(columns.flatMap(({ kind }) => (kind === null ? [] : [kind])))
  expect([...DATA_KINDS].sort()).toEqual([...kinds].sort())
})

test('what a person answers, scores, opens and writes is seen by nobody else by name; secrets by nobody at all', () => {
  const { response, reflection, note, item_state, learning_event, module_state, course_state, person } = dataMap
  const own = [response, reflection, note, item_state, learning_event, module_state].flatMap((table): readonly ColumnFacts[] => Object.values(table))
  for (const { kind, purpose } of [...own, course_state.completed_score, course_state.started_at, course_state.last_active_at]) {
    if (kind === null) continue
    for (const role of ROLES) expect(['never', 'sums_from_5'], `${purpose}, ${role}`).toContain(sightOf(kind, role))
  }
  for (const onlooker of ONLOOKERS) expect(sightOf(person.password_hash.kind, onlooker)).toBe('never')
})

test('leads and the staff council see sums of completion and nothing else, the network sees nothing today', () => {
  for (const role of ['lead', 'council', 'coordinator'] as const) {
    for (const kind of DATA_KINDS) {
      const sums = kind === 'completion' && role !== 'coordinator'
      expect(sightOf(kind, role), `${kind}, ${role}`).toBe(sums ? 'sums_from_5' : 'never')
    }
  }
})

test.each(reads)('$name refuses every role whose cell says less', async ({ shows, read, role: mayRead }) => {
  const db = await freshDb()
  const person = await aPerson(db)
  for (const role of ROLES) {
    if (shows.every(([kind, shown]) => enough(shown, sightOf(kind, role)))) await expect(read(db, as(person, role)), role).resolves.toBeDefined()
    else await expect(read(db, as(person, role)), role).rejects.toThrow(Forbidden)
  }
  await expect(read(db, as(person, mayRead))).resolves.toBeDefined()
  await expect(read(db, as(person))).rejects.toThrow(Forbidden)
})

test.each(reads)('$name follows the cell: taken away it refuses, given to a lead it answers', async ({ shows, read, role }) => {
  const db = await freshDb()
  const person = await aPerson(db)
  for (const [kind, shown] of shows) {
    for (const sight of SIGHTS) {
      const back = flip(policy, kind, role, sight)
      if (enough(shown, sight)) await expect(read(db, as(person, role)), `${kind}: ${sight}`).resolves.toBeDefined()
      else await expect(read(db, as(person, role)), `${kind}: ${sight}`).rejects.toThrow(Forbidden)
      back()
    }
  }
  for (const [kind] of shows) flip(policy, kind, 'lead', 'all')
  await expect(read(db, as(person, 'lead'))).resolves.toBeDefined()
})

test('every exported read about other people in reporting/ is in the table above', async () => {
  const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../reporting/*.server.ts', { eager: true })
  const functions = Object.values(modules).flatMap((one) => Object.keys(one).filter((name) => typeof one[name] === 'function'))
  // Names of org units say nothing about people.
  const harmless = ['listUnits', 'isOwnUnit']
  expect(functions.filter((name) => !harmless.includes(name) && !reads.some((read) => read.name === name))).toEqual([])
})

/** Loads every route of HR anew, so that its guard is made from the table as it now is. Files with an action do something; the others only read. */
const doorsOfHr = async () => {
  const files = import.meta.glob<{ loader: { policy: { allow: readonly string[] } }; action?: unknown }>([
    '/app/routes/hr/*.{ts,tsx}',
    '!/app/routes/hr/*.test.*',
  ])
  const doors: { file: string; acts: boolean; allow: readonly string[] }[] = []
  for (const [file, load] of Object.entries(files)) {
    const { loader, action } = await load()
    doors.push({ file: file.slice('/app/routes/hr/'.length), acts: action !== undefined, allow: loader.policy.allow })
  }
  return doors
}
/** The trail of HR is opened by those who answer for it, whatever they see of completions. */
const TRAIL = 'trail.tsx'

test('the doors of the pages of HR follow the cell, those that do something stay with HR: every file, also the next one', async () => {
  vi.resetModules()
  const today = await doorsOfHr()
  expect(today.length).toBeGreaterThan(15)
  expect(today.filter(({ allow }) => allow.join() !== 'hr')).toEqual([])
  vi.resetModules()
  const fresh = await import('./policy.ts')
  for (const kind of ['completion', 'certificate'] as const) {
    flip(fresh.policy, kind, 'hr', 'never')
    flip(fresh.policy, kind, 'coordinator', 'status')
  }
  const moved = (await doorsOfHr()).filter(({ file }) => file !== TRAIL)
  expect(moved.filter(({ acts, allow }) => allow.join() !== (acts ? 'hr' : 'coordinator')).map(({ file, allow }) => `${file}: ${allow}`)).toEqual([])
  vi.resetModules()
})

test('account data is opened by those whose cell says so', async () => {
  const modules = import.meta.glob<{ loader: { policy: { allow: readonly string[] } } }>(
    '/app/routes/admin/{people,person,new-person,person-invitation,person-deactivation}.tsx',
  )
  for (const [file, load] of Object.entries(modules)) expect((await load()).loader.policy.allow, file).toEqual(rolesWhoSee('account'))
})

test('one of several roles is enough, and sums are less than names', () => {
  const person = { authority_id: 'a', person_id: 'p' }
  expect(() => requireSight(actorOf<Role>(person, 'lead', 'hr'), 'completion', 'status')).not.toThrow()
  expect(() => requireSight(actorOf(person, 'trainer'), 'answer', 'sums')).not.toThrow()
  for (const shown of ['all', 'status', 'nameless'] as const) expect(() => requireSight(actorOf(person, 'trainer'), 'answer', shown)).toThrow(Forbidden)
  expect(() => requireSight(actorOf(person, 'trainer'), 'hint', 'nameless')).not.toThrow()
  expect(() => requireSight(actorOf(person, 'trainer'), 'hint', 'all')).toThrow(Forbidden)
  expect(() => requireSight(actorOf(person), 'completion', 'sums')).toThrow(Forbidden)
})
