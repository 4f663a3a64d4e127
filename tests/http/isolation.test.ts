/** Two authorities in one installation: whatever is asked with the other one's ids, nothing is shown and nothing changes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueCertificate } from '#app/domain/certificate/issue-certificate.server.ts'
import { getOwnCertificate } from '#app/domain/certificate/queries.server.ts'
import { holdFormOf } from '#app/domain/identity/hold-form.server.ts'
import { createInvitation } from '#app/domain/identity/create-invitation.server.ts'
import { saveNote } from '#app/domain/notes/save-note.server.ts'
import { raiseFlag } from '#app/domain/progress/raise-flag.server.ts'
import { saveReflection } from '#app/domain/progress/save-reflection.server.ts'
import { paths } from '#app/paths.ts'
import { newSecret } from '#app/platform/ids.server.ts'
import type { Role } from '#db/schema.ts'
import { answerFields } from '#tests/support/answer-fields.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { anAuthority, anOrgUnit, aPerson, published } from '#tests/support/database.ts'
import { anInstallation } from '#tests/support/installation.ts'
import { type AnyRole, handlers, ROLES } from '#tests/support/handlers.ts'
import { everyRow, sessionIds } from '#tests/support/rows.ts'
import { type Placed, placedItems, shippedCatalogue } from '#tests/support/shipped-courses.ts'

/** Hundreds of pages are drawn here. Milliseconds. */
const PATIENCE = 90_000
const NOW = '2026-11-20T09:00:00.000Z'
type Person = Awaited<ReturnType<typeof aPerson>>
type Form = Readonly<Record<string, string | readonly string[]>>

/** One request that carries ids of the other authority wherever the route takes ids of people or of what is theirs. */
interface Attempt {
  readonly path: string
  readonly form?: Form
  readonly cookie?: string
  /** What somebody with the right role gets: 'absent' is the 404 of something that does not exist, with `unknown` the same address with an invented id. */
  readonly answer: 'absent' | 'own' | 'gone'
  readonly unknown?: string
}

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
  ours = await furnish('Auental')
  theirs = await furnish('Bruchfeld')
  await anInstallation(app.db, ours.id, { provider_name: 'Landkreis Auental' })
  attempts = attemptsAgainst(theirs)
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
        const data = await send(method, { ...attempt, path: asData(attempt.path) }, ours.cookies[role])
        expect(learntFrom(data.text, attempt), `${name} as data`).toEqual([])
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
      for (const [position, role] of ROLES.filter((one) => !allow.includes(one)).entries()) {
        for (const attempt of attemptsAgainstOurs(name)) {
          const page = await send(method, attempt, ours.cookies[role])
          expect(page.status, `${name} as ${role}`).toBe(403)
          expect(marksIn(page.text, ours, role), `${name} as ${role}`).toEqual([])
          // The data of a page goes through the same guard; one role is enough to see that it does.
          if (position > 0) continue
          const data = await send(method, { ...attempt, path: asData(attempt.path) }, ours.cookies[role])
          expect(data.status, `${name} as ${role}, as data`).toBe(403)
          expect(marksIn(data.text, ours, role), `${name} as ${role}, as data`).toEqual([])
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
        const data = await send(method, { ...attempt, path: asData(attempt.path) }, '')
        expect(marksIn(page.text + data.text, theirs), name).toEqual([])
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
  for (const path of pages.flatMap((page) => [page, asData(page)])) {
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

/** A whole authority with one person for each role and something of everything that belongs to people. */
const furnish = async (place: string) => {
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
    await saveReflection(tx, learner.actor, place_, { text: secretOf(place), now: NOW })
    await holdFormOf(tx, learner, { secret: held, path: paths.home(), body: { text: secretOf(place) } }, { now: NOW })
    return createInvitation(tx, admin.actor as never, { person_id: people.council.person_id }, { now: NOW })
  })
  if (invitation === 'deactivated') throw new Error('nobody here is deactivated')
  const [note, report, block_id] = [`note-of-${place}-1`, `report-of-${place}`, 'b-12345678']
  const certificate = await app.db.transaction().execute(async (tx) => {
    await saveNote(tx, learner.actor, { ...place_, block_id, quote: 'Ein Absatz', language: 'de' }, { id: note, seen: '', text: secretOf(place), now: NOW })
    const version = module.text.de?.items[item.id]?.version ?? ''
    await raiseFlag(tx, learner.actor, { course, module, item_id: item.id }, { reason: 'unclear', comment: secretOf(place), version, now: NOW })
    return (await issueCertificate(tx, learner.actor, course, { completed_on: '2026-11-19', now: NOW })).certificate
  })
  const { code } = await getOwnCertificate(app.db, learner.actor, certificate)
  const barrier = { page: '', description: secretOf(place), contact: learner.email, received_at: NOW, answered_at: null }
  await app.db
    .insertInto('barrier_report')
    .values({ authority_id: id, id: report, reference: `B-${place}`, ...barrier })
    .execute()
  const kept = await app.db.selectFrom('invitation').select(['id', 'token_hash']).where('authority_id', '=', id).executeTakeFirstOrThrow()
  const session = await app.db
    .selectFrom('session')
    .select('id')
    .where('authority_id', '=', id)
    .where('person_id', '=', learner.person_id)
    .executeTakeFirstOrThrow()
  return { id, place, unit, people, cookies, held, invitation: kept, session: session.id, event_id, certificate, code, note, report }
}
type Authority = Awaited<ReturnType<typeof furnish>>
/** Private words of the authority's learner. */
const secretOf = (place: string) => `Ganz private Zeilen aus ${place}`
/** Everything that would give the authority's people away, without those of one of them. */
const marksIn = (text: string, authority: Authority, except?: AnyRole): readonly string[] => {
  const own = except === undefined ? undefined : authority.people[except]
  const marks = [
    ...(except === 'learner' ? [] : [secretOf(authority.place)]),
    ...ROLES.filter((role) => role !== except).flatMap((role) => [`Vorname-${role}`, `Nachname-${role}`].map((name) => `${authority.place}-${name}`)),
    ...ROLES.filter((role) => role !== except).map((role) => authority.people[role].email),
    ...(own === undefined ? [`Ausländerbehörde ${authority.place}`, `Team ${authority.place}er Ring`] : []),
  ]
  return marks.filter((mark) => text.includes(mark))
}

/** What the answer tells about the other authority that the one who asked had not said. */
const learntFrom = (text: string, { form = {} }: Attempt): readonly string[] =>
  marksIn(text, theirs).filter((mark) => !Object.values(form).flat().includes(mark))

const attemptsAgainst = (victim: Authority): Readonly<Record<string, readonly Attempt[]>> => {
  const { course, module, item } = question
  const [c, m, i] = [course.slug, module.slug, item.id]
  const { person_id } = victim.people.learner
  const nobody = person_id.replace(/\d+$/, (digits) => '0'.repeat(digits.length))
  const facts = { given_name: 'A', family_name: 'B', org_unit_id: ours.unit, role_profile: 'head' }
  const see = (...pages: readonly string[]): readonly Attempt[] => pages.map((path) => ({ path, answer: 'own' }))
  const act = (path: string, form: Form, more: Partial<Attempt> = {}): readonly Attempt[] => [{ path, form, answer: 'own', ...more }]
  const absent = (path: string, unknown: string, form?: Form): Attempt => ({ path, unknown, answer: 'absent', ...(form && { form }) })
  const event = { event_id: victim.event_id, seen: victim.event_id }
  const gone = [victim.invitation.id, victim.invitation.token_hash]
  const theirUnit = paths.hrCourse(c, { unit: victim.unit })
  const noUnit = paths.hrCourse(c, { unit: victim.unit.replace(/\d+$/, 'x') })
  const theirCsv = paths.hrCourseCsv(c, { unit: victim.unit })
  const noCsv = paths.hrCourseCsv(c, { unit: victim.unit.replace(/\d+$/, 'x') })
  const preview = answerFields(item, 'wrong') ?? {}
  const there = [talk.course.slug, talk.module.slug, talk.item.id] as const
  const [paper, noPaper] = [victim.certificate, victim.certificate.replace(/[0-9a-f]{4}$/, '0000')]
  const note = { note: victim.note, seen: NOW, block: 'b-12345678', quote: '', language: 'de', text: 'Meins' }
  return {
    'GET sign-in': see(paths.signIn()),
    'POST sign-in': act(paths.signIn(), { email: victim.people.learner.email, password: '', next: '/' }),
    'GET sign-out': see(paths.signOut()),
    'POST sign-out': act(paths.signOut(), {}, { cookie: `session=${newSecret()}` }),
    'GET invitation/:token': gone.map((token) => ({ path: paths.invitation(token), answer: 'gone' })),
    'POST invitation/:token': gone.map((token) => ({
      path: paths.invitation(token),
      form: { password: 'wolke haus leiter', password_again: 'wolke haus leiter' },
      answer: 'gone',
    })),
    'GET preferences': see(paths.preferences()),
    'POST preferences': act(paths.preferences(), { language: 'de', next: '/', person_id, authority_id: victim.id }),
    'GET held-form': [{ path: paths.heldForm(), cookie: `held=${victim.held}`, answer: 'own' }],
    'POST held-form': act(paths.heldForm(), {}, { cookie: `held=${victim.held}` }),
    'GET help': see(paths.help()),
    'GET imprint': see(paths.imprint()),
    'GET privacy': see(paths.privacy()),
    'GET accessibility': see(paths.accessibility()),
    'GET accessibility/report': see(paths.barrierReport(), paths.barrierReport(paths.person(person_id), { reference: `B-${victim.place}` })),
    'POST accessibility/report': act(paths.barrierReport(), { report_id: victim.report, page: '', description: '', contact: '', authority_id: victim.id }),
    'GET verify': see(paths.verify(), `${paths.verify()}?code=${victim.certificate}`),
    // Who has the code has the paper: what it says then is what the paper says (certificates.test.ts). Ids are no codes.
    'GET verify/:code': see(paths.verification('0000-0000-0000'), paths.verification(victim.certificate)),
    'GET healthz': see(paths.health()),
    'GET readyz': see(paths.ready()),
    'GET /': see(paths.home()),
    'GET courses': see(paths.courses(), paths.courses({ status: 'started' })),
    'GET courses/:course': see(paths.course(c)),
    'POST courses/:course': act(paths.course(c), event),
    'GET courses/:course/completion': see(paths.courseCompletion(c)),
    'GET courses/:course/:module': see(paths.module(c, m), `${paths.module(c, m)}?retry=${i}&done=${person_id}`),
    'POST courses/:course/:module': act(paths.module(c, m), { item: i, ...event, ...answerFields(item, 'wrong') }),
    'GET courses/:course/:module/completion': see(paths.moduleCompletion(c, m)),
    'POST courses/:course/:module/completion': act(paths.moduleCompletion(c, m), event),
    'GET courses/:course/:module/items/:item': see(paths.item(c, m, i), paths.item(...there)),
    'POST courses/:course/:module/items/:item': act(paths.item(c, m, i), { ...event, ...answerFields(item, 'wrong') }),
    'GET courses/:course/:module/items/:item/reflection': see(paths.reflection(c, m, i)),
    'POST courses/:course/:module/items/:item/reflection': act(paths.reflection(c, m, i), { delete: 'yes', person_id, authority_id: victim.id }),
    'GET courses/:course/:module/items/:item/flag': see(paths.flag(c, m, i)),
    'POST courses/:course/:module/items/:item/flag': act(paths.flag(c, m, i), {
      ...{ reason: 'unclear', comment: '', version: module.text.de?.items[i]?.version ?? '', withdraw: 'unclear' },
      ...{ person_id, authority_id: victim.id },
    }),
    'GET courses/:course/:module/notes': see(paths.moduleNotes(c, m)),
    'POST courses/:course/:module/notes': [
      ...act(paths.moduleNotes(c, m), { ...note, intent: 'save' }),
      ...act(paths.moduleNotes(c, m), { ...note, intent: 'delete' }),
    ],
    'GET courses/:course/:module/job-aid': see(paths.jobAid(c, m)),
    'GET courses/:course/:module/job-aid.pdf': see(paths.jobAidPdf(c, m)),
    'GET notes': see(paths.notes()),
    'POST notes': act(paths.notes(), { note: victim.note, seen: NOW }),
    'GET search': see(paths.search('Ganz private Zeilen'), paths.search('Zusage')),
    'GET glossary': see(paths.glossary()),
    'GET sources': see(paths.sources()),
    'GET certificates': see(paths.certificates()),
    'GET certificates/:certificate': [absent(paths.certificate(paper), paths.certificate(noPaper))],
    'POST certificates/:certificate': [absent(paths.certificate(paper), paths.certificate(noPaper), {})],
    'GET certificates/:certificate.pdf': [absent(paths.certificatePdf(paper), paths.certificatePdf(noPaper))],
    'GET courses/:course/certificate': see(paths.certificateOfCourse(c)),
    'POST courses/:course/certificate': act(paths.certificateOfCourse(c), { person_id, authority_id: victim.id }),
    'GET figures/:course/:revision/*': [absent(paths.figure(c, course.revision, 'items.de.yaml'), paths.figure(c, course.revision, 'itemz.de.yaml'))],
    'GET account': see(paths.account()),
    'GET account/password': see(paths.password()),
    'POST account/password': act(paths.password(), { current: '', password: '', password_again: '', person_id }),
    'GET account/sessions': see(paths.sessions()),
    'GET account/sessions/:session/end': see(paths.sessionEnd(victim.session)),
    'POST account/sessions/:session/end': [absent(paths.sessionEnd(victim.session), paths.sessionEnd(victim.session.replace(/\w/g, '0')), {})],
    'GET account/session-extension': see(paths.sessionExtension()),
    'POST account/session-extension': act(paths.sessionExtension(), {}),
    'GET account/data': see(paths.ownData(), `${paths.ownData()}?person=${person_id}`),
    'GET account/data.json': see(paths.ownDataJson(), `${paths.ownDataJson()}?person=${person_id}`),
    'GET account/data.html': see(paths.ownDataHtml(), `${paths.ownDataHtml()}?person=${person_id}`),
    'GET account/visibility': see(paths.visibility(), paths.visibility('2')),
    'GET author/courses/:course/statistics': see(paths.itemStatistics(c)),
    'GET author/courses': see(paths.authorCourses()),
    'GET author/courses/:course': see(paths.authorCourse(c)),
    'GET author/courses/:course/:module': see(paths.preview(c, m)),
    'POST author/courses/:course/:module': act(paths.preview(c, m), { item: i, ...event, ...preview }),
    'GET author/courses/:course/:module/items/:item': see(paths.previewItem(c, m, i), paths.previewItem(...there)),
    'POST author/courses/:course/:module/items/:item': act(paths.previewItem(c, m, i), { ...event, ...preview }),
    'GET hr': see(paths.hr()),
    'GET hr/coverage.csv': see(paths.hrCoverageCsv()),
    'GET hr/courses/:course.csv': [...see(paths.hrCourseCsv(c), paths.hrCourseCsv(c, { name: victim.place })), absent(theirCsv, noCsv)],
    'GET hr/courses/:course': [...see(paths.hrCourse(c), paths.hrCourse(c, { name: 'Vorname' })), absent(theirUnit, noUnit)],
    'GET hr/people/:person': [absent(paths.hrPerson(person_id), paths.hrPerson(nobody))],
    'GET hr/certificates/:certificate/revocation': [absent(paths.certificateRevocation(paper), paths.certificateRevocation(noPaper))],
    'POST hr/certificates/:certificate/revocation': [absent(paths.certificateRevocation(paper), paths.certificateRevocation(noPaper), { reason: 'Doppelt' })],
    'GET admin/installation': see(paths.installation()),
    'POST admin/installation': act(paths.installation(), { seen: '', operator_id: victim.id, authority_id: victim.id }),
    'GET admin/barriers': see(paths.barrierReports(), paths.barrierReports(undefined, { state: 'answered' })),
    'POST admin/barriers': [absent(paths.barrierReports(), paths.barrierReports(), { report_id: victim.report, intent: 'answered' })],
    'GET admin/people': see(paths.people(), paths.people({ name: 'Vorname' }), paths.people({ unit: victim.unit })),
    'GET admin/people/new': see(paths.newPerson()),
    'POST admin/people/new': [
      absent(paths.newPerson(), paths.newPerson(), { ...facts, email: 'neu@auental.example', org_unit_id: victim.unit, authority_id: victim.id }),
      // The address is taken in the whole installation; the form says so, and no more.
      ...act(paths.newPerson(), { ...facts, email: victim.people.hr.email }),
    ],
    'GET admin/people/:person': [absent(paths.person(person_id), paths.person(nobody))],
    'POST admin/people/:person': [
      absent(paths.person(person_id), paths.person(nobody), facts),
      absent(paths.person(ours.people.council.person_id), paths.person(nobody), { ...facts, org_unit_id: victim.unit }),
    ],
    'GET admin/people/:person/invitation': [absent(paths.personInvitation(person_id), paths.personInvitation(nobody))],
    'POST admin/people/:person/invitation': [absent(paths.personInvitation(person_id), paths.personInvitation(nobody), {})],
    'GET admin/people/:person/deactivation': [absent(paths.personDeactivation(person_id), paths.personDeactivation(nobody))],
    'POST admin/people/:person/deactivation': [absent(paths.personDeactivation(person_id), paths.personDeactivation(nobody), { intent: 'close' })],
    'GET *': [absent('/does/not/exist', '/does/not/existt')],
    'POST *': [absent('/does/not/exist', '/does/not/existt', {})],
  }
}
/** The same requests with ids that do exist in the own authority. */
const attemptsAgainstOurs = (name: string): readonly Attempt[] => attemptsAgainst(ours)[name] ?? []

const send = async (method: 'GET' | 'POST', { path, form = {}, cookie }: Attempt, session: string) => {
  const cookies = [cookie?.startsWith('session=') ? '' : session, cookie ?? ''].filter((one) => one !== '').join('; ')
  const answer = method === 'GET' ? await app.get(path, { cookie: cookies }) : await app.post(path, form, { cookie: cookies })
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
}

/** The address under which the framework gives the data of a page. */
const asData = (path: string): string => {
  const [name = '', query] = path.split('#', 1)[0]?.split('?') ?? []
  return `${name === '/' ? '/_root' : name}.data${query === undefined ? '' : `?${query}`}`
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
