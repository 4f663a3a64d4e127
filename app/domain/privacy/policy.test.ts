import { expect, onTestFinished, test, vi } from 'vitest'
import type { ColumnFacts, DataKind } from '#db/data-facts.ts'
import { dataMap } from '#db/data-map.ts'
import type { Role } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import { emptyCatalogue } from '#tests/support/app.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, aPerson, freshDb } from '#tests/support/database.ts'
import type { Actor } from '../actor.ts'
import { listCertificatesOf } from '../certificate/queries.server.ts'
import { Forbidden } from '../refusals.ts'
import { countCompletions, countPeople } from '../reporting/completions.server.ts'
import { courseListQuery } from '../reporting/course-list.ts'
import { listCourse, listCoursePage } from '../reporting/course-list.server.ts'
import { getOverview } from '../reporting/coverage.server.ts'
import { listItemFlags } from '../reporting/item-flags.server.ts'
import { listItemStatistics } from '../reporting/item-statistics.server.ts'
import { getColleague, getPersonStatus } from '../reporting/person-status.server.ts'
import { DATA_KINDS, ONLOOKERS, type Onlooker, policy, requireSight, rolesWhoSee, type Shown, type Sight, sightOf } from './policy.ts'

const ROLES = ONLOOKERS.filter((onlooker): onlooker is Role => onlooker !== 'self')
const NOW = '2026-11-22T09:30:00.000Z'
const query = courseListQuery.parse({})

const course = aCourse([])
const catalogue = { ...emptyCatalogue, courses: [course] }

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

/** Every read that shows something about other people. A new one is added here. */
const reads: readonly Read[] = [
  {
    name: 'countCompletions',
    role: 'hr',
    shows: [['completion', 'status']],
    read: (db, actor) => countCompletions(db, actor, { courses: [course.id], months: [] }),
  },
  { name: 'countPeople', role: 'hr', shows: [['completion', 'status']], read: (db, actor) => countPeople(db, actor, { months: [] }) },
  { name: 'getOverview', role: 'hr', shows: [['completion', 'status']], read: (db, actor) => getOverview(db, actor, [course.id], { now: NOW }) },
  { name: 'listCoursePage', role: 'hr', shows: NAMED, read: (db, actor) => listCoursePage(db, actor, course.id, query) },
  { name: 'listCourse', role: 'hr', shows: NAMED, read: (db, actor) => listCourse(db, actor, course.id, query) },
  { name: 'getColleague', role: 'hr', shows: [['name', 'all']], read: (db, actor) => getColleague(db, actor, actor.person_id) },
  { name: 'getPersonStatus', role: 'hr', shows: NAMED, read: (db, actor) => getPersonStatus(db, actor, actor.person_id, [course.id]) },
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

test('leads, the staff council and the network see nothing today', () => {
  for (const role of ['lead', 'council', 'coordinator'] as const) for (const kind of DATA_KINDS) expect(sightOf(kind, role), `${kind}, ${role}`).toBe('never')
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

test('the doors of the pages follow the cell too', async () => {
  const modules = import.meta.glob<{ loader: { policy: { allow: readonly string[] } } }>(['/app/routes/hr/*.{ts,tsx}', '!/app/routes/hr/*.test.*'])
  const doors = async () =>
    Object.fromEntries(
      await Promise.all(Object.entries(modules).map(async ([file, load]) => [file.slice('/app/routes/hr/'.length), (await load()).loader.policy.allow])),
    )
  const files = ['dashboard.tsx', 'coverage-csv.ts', 'course-list.tsx', 'course-list-csv.ts', 'person.tsx']
  const expected = (allow: readonly string[]) => ({ ...Object.fromEntries(files.map((file) => [file, allow])), 'certificate-revocation.tsx': ['hr'] })
  expect(await doors()).toEqual(expected(['hr']))
  vi.resetModules()
  const fresh = await import('./policy.ts')
  flip(fresh.policy, 'completion', 'hr', 'never')
  flip(fresh.policy, 'completion', 'council', 'status')
  expect(await doors()).toEqual(expected(['council']))
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
