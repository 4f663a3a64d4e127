/** Two authorities in one installation: whatever is asked with the other one's ids, nothing is shown and nothing changes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { published } from '#tests/support/database.ts'
import { type Authority, furnish, marksIn, secretOf } from '#tests/support/furnished.ts'
import { handlers, ROLES } from '#tests/support/handlers.ts'
import { anInstallation } from '#tests/support/installation.ts'
import { type Attempt, attemptsAgainst } from '#tests/support/isolation-attempts.ts'
import { everyRow, sessionIds } from '#tests/support/rows.ts'
import { type Placed, placedItems, shippedCatalogue } from '#tests/support/shipped-courses.ts'

/** Hundreds of pages are drawn here. Milliseconds. */
const PATIENCE = 90_000
const NOW = '2026-11-20T09:00:00.000Z'
let app: RunningApp
let ours: Authority
let theirs: Authority
let question: Placed
/** An item that has a page of its own. */
let talk: Placed
let attempts: Readonly<Record<string, readonly Attempt[]>>

beforeAll(async () => {
  const catalogue = await shippedCatalogue()
  app = await startApp({ catalogue, now: NOW })
  await published(app.db, ...catalogue.courses)
  const [found] = placedItems(catalogue).filter(({ item }) => item.kind === 'single')
  if (found === undefined) throw new Error('no question in the shipped courses')
  question = found
  const own = placedItems(catalogue).find(({ item }) => item.kind === 'dialogue')
  if (own === undefined) throw new Error('no conversation in the shipped courses')
  talk = own
  ours = await furnish(app, question, 'Auental', NOW)
  theirs = await furnish(app, question, 'Bruchfeld', NOW)
  await anInstallation(app.db, ours.id, { provider_name: 'Landkreis Auental' })
  attempts = attemptsOn(theirs)
})
afterAll(() => app.close())

test('every loader and action of routes.ts is tried here', () => {
  expect(Object.keys(attempts).sort()).toEqual(handlers.map(({ name }) => name).sort())
})

test(
  'what belongs to the other authority is not there for those who have the role, and nothing of it changes',
  async () => {
    const before = await rowsOf(theirs)
    for (const { name, method, allow } of handlers) {
      const role = allow === 'everyone' ? 'learner' : (allow[0] ?? 'learner')
      for (const attempt of attempts[name] ?? []) {
        const untouched = attempt.answer === 'own' ? undefined : await allRows()
        const page = await send(method, attempt, ours.cookies[role])
        expect(learntFrom(page.text, attempt), `${name} ${attempt.path}`).toEqual([])
        if (attempt.answer === 'absent') {
          expect(page.status, `${name} ${attempt.path}`).toBe(404)
          const invented = { ...attempt, path: attempt.unknown ?? '' }
          const unknown = await send(method, invented, ours.cookies[role])
          expect(unknown.status, `${name} ${invented.path}`).toBe(404)
          expect(withoutIds(page.text, attempt), `${name}: not yours looks like not there`).toBe(withoutIds(unknown.text, invented))
        } else if (attempt.answer === 'gone') expect([410, 303], name).toContain(page.status)
        else expect(page.status, `${name} ${attempt.path}`).toBeLessThan(500)
        if (untouched !== undefined) expect(await allRows(), `${name} wrote something`).toEqual(untouched)
      }
    }
    expect(await rowsOf(theirs)).toEqual(before)
  },
  PATIENCE,
)

test(
  'who lacks the role is refused on every page and form, and nothing is written',
  async () => {
    const before = await allRows()
    for (const { name, method, allow } of handlers) {
      if (allow === 'everyone' || allow.includes('learner')) continue
      for (const role of ROLES.filter((one) => !allow.includes(one))) {
        for (const attempt of attemptsAgainstOurs(name)) {
          const page = await send(method, attempt, ours.cookies[role])
          expect(page.status, `${name} as ${role}`).toBe(403)
          expect(marksIn(page.text, ours, role), `${name} as ${role}`).toEqual([])
        }
      }
    }
    expect(await allRows()).toEqual(before)
  },
  PATIENCE,
)

test(
  'who is not signed in is led to the sign-in, and nothing is written',
  async () => {
    const before = await allRows()
    for (const { name, method, allow } of handlers) {
      if (allow === 'everyone') continue
      for (const attempt of attempts[name] ?? []) {
        const page = await send(method, attempt, '')
        expect(page.status, name).toBe(302)
        expect(page.location, name).toMatch(/^\/sign-in/)
        expect(marksIn(page.text, theirs), name).toEqual([])
      }
    }
    expect(await allRows()).toEqual(before)
  },
  PATIENCE,
)

test('pages of learners name nobody else, not even colleagues', async () => {
  const { course, module } = question
  const own = placedItems(await shippedCatalogue())
    .filter(({ item }) => item.kind === 'critical-incident' || item.kind === 'dialogue')
    .slice(0, 2)
  const pages = [
    ...[paths.notes(), paths.certificates(), paths.ownData(), paths.search('Antrag'), paths.glossary(), paths.sources()],
    ...[paths.moduleNotes(course.slug, module.slug), paths.moduleWithNotes(course.slug, module.slug), paths.flag(course.slug, module.slug, question.item.id)],
    ...[paths.jobAid(course.slug, module.slug), paths.imprint(), paths.privacy(), paths.accessibility()],
    ...[paths.home(), paths.courses(), paths.course(course.slug), paths.module(course.slug, module.slug), paths.help(), paths.account(), paths.sessions()],
    ...[paths.courseCompletion(course.slug), paths.reflection(course.slug, module.slug, question.item.id)],
    ...own.map((placed) => paths.item(placed.course.slug, placed.module.slug, placed.item.id)),
  ]
  for (const path of pages) {
    const { text } = await send('GET', { path, answer: 'own' }, ours.cookies.learner)
    expect(marksIn(text, ours, 'learner'), path).toEqual([])
    expect(marksIn(text, theirs), path).toEqual([])
  }
})

test('a person of our own authority cannot end another’s session, see their note or take their held form either', async () => {
  const before = await allRows()
  const { admin } = ours.people
  const session = await app.db
    .selectFrom('session')
    .select('id')
    .where('authority_id', '=', ours.id)
    .where('person_id', '=', admin.person_id)
    .executeTakeFirstOrThrow()
  expect((await send('POST', { path: paths.sessionEnd(session.id), form: {}, answer: 'absent' }, ours.cookies.learner)).status).toBe(404)
  const held = `${ours.cookies.hr}; held=${ours.held}`
  expect((await app.get(paths.heldForm(), { cookie: held })).headers.get('location')).toBe('/')
  const note = await app.get(paths.reflection(question.course.slug, question.module.slug, question.item.id), { cookie: ours.cookies.hr })
  expect(await note.text()).not.toContain(secretOf('Auental'))
  expect(await allRows()).toEqual(before)
})

/** What the answer tells about the other authority that the one who asked had not said. */
const learntFrom = (text: string, { form = {} }: Attempt): readonly string[] =>
  marksIn(text, theirs).filter((mark) => !Object.values(form).flat().includes(mark))

/** The same requests with ids that do exist in the own authority. */
const attemptsAgainstOurs = (name: string): readonly Attempt[] => attemptsOn(ours)[name] ?? []

const attemptsOn = (victim: Authority) =>
  attemptsAgainst(victim, { own_unit: ours.unit, own_council: ours.people.council.person_id, own_assignment: ours.assignment, question, talk, now: NOW })

const send = async (method: 'GET' | 'POST', { path, form = {}, cookie }: Attempt, session: string) => {
  const cookies = [cookie?.startsWith('session=') ? '' : session, cookie ?? ''].filter((one) => one !== '').join('; ')
  const answer = method === 'GET' ? await app.get(path, { cookie: cookies }) : await app.post(path, form, { cookie: cookies })
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
}

/** A page without what differs from request to request, and without the address that was asked for. */
const withoutIds = (text: string, { path, form = {} }: Attempt): string => {
  const asked = [path, encodeURIComponent(path), path.replaceAll('&', '&amp;'), ...Object.values(form).flat()].filter((one) => one.length > 4)
  const unasked = asked.reduce((rest, one) => rest.replaceAll(one, 'ASKED'), text)
  return unasked.replace(/nonce="[^"]*"/g, '').replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, 'ID')
}
/** Everything, and who is signed in. */
const allRows = async () => ({ ...(await everyRow(app.db)), sessions: (await sessionIds(app.db)).map((id) => ({ id })) })
/** What belongs to an authority. */
const rowsOf = async ({ id }: Authority) => {
  const belongs = (row: object) => ('authority_id' in row ? row.authority_id === id : 'id' in row && row.id === id)
  return Object.fromEntries(Object.entries(await everyRow(app.db)).map(([table, rows]) => [table, rows.filter(belongs)]))
}
