/** Every request that somebody could make with the ids of another authority. */
import { paths } from '#app/paths.ts'
import { newSecret } from '#app/platform/ids.server.ts'
import { answerFields } from './answer-fields.ts'
import type { Authority } from './furnished.ts'
import type { Placed } from './shipped-courses.ts'

type Form = Readonly<Record<string, string | readonly string[]>>

/** One request that carries ids of the other authority wherever the route takes ids of people or of what is theirs. */
export interface Attempt {
  readonly path: string
  readonly form?: Form
  readonly cookie?: string
  /** What somebody with the right role gets: 'absent' is the 404 of something that does not exist, with `unknown` the same address with an invented id. */
  readonly answer: 'absent' | 'own' | 'gone'
  readonly unknown?: string
}

/** Who asks, and about what. */
interface Asker {
  readonly own_unit: string
  readonly own_council: string
  readonly own_assignment: string
  readonly question: Placed
  /** An item that has a page of its own. */
  readonly talk: Placed
  readonly now: string
}

/** A request for every loader and action of the product, by its name, with the ids of `victim`. */
export const attemptsAgainst = (
  victim: Authority,
  { own_unit, own_council, own_assignment, question, talk, now }: Asker,
): Readonly<Record<string, readonly Attempt[]>> => {
  const { course, module, item } = question
  const [c, m, i] = [course.slug, module.slug, item.id]
  const { person_id } = victim.people.learner
  const nobody = person_id.replace(/\d+$/, (digits) => '0'.repeat(digits.length))
  const facts = { given_name: 'A', family_name: 'B', org_unit_id: own_unit, role_profile: 'head' }
  const see = (...pages: readonly string[]): readonly Attempt[] => pages.map((path) => ({ path, answer: 'own' }))
  const act = (path: string, form: Form, more: Partial<Attempt> = {}): readonly Attempt[] => [{ path, form, answer: 'own', ...more }]
  const absent = (path: string, unknown: string, form?: Form): Attempt => ({ path, unknown, answer: 'absent', ...(form && { form }) })
  const event = { event_id: victim.event_id, seen: victim.event_id }
  const gone = [victim.invitation.id, victim.invitation.token_hash]
  const noUnitId = victim.unit.replace(/\d+$/, 'x')
  const unitsOf = (page: (filter: { readonly unit?: string }) => string) => [...see(page({})), absent(page({ unit: victim.unit }), page({ unit: noUnitId }))]
  const theirUnit = paths.hrCourse(c, { unit: victim.unit })
  const noUnit = paths.hrCourse(c, { unit: victim.unit.replace(/\d+$/, 'x') })
  const theirCsv = paths.hrCourseCsv(c, { unit: victim.unit })
  const noCsv = paths.hrCourseCsv(c, { unit: victim.unit.replace(/\d+$/, 'x') })
  const preview = answerFields(item, 'wrong') ?? {}
  const there = [talk.course.slug, talk.module.slug, talk.item.id] as const
  const [paper, noPaper] = [victim.certificate, victim.certificate.replace(/[0-9a-f]{4}$/, '0000')]
  const [task, noTask] = [victim.assignment, victim.assignment.replace(/\d+$/, '9999')]
  const [taskOf, noTaskOf] = [own_assignment, own_assignment.replace(/\d+$/, '9999')]
  const assigning = { assignment_id: task, course: c, profiles: 'trainee', due_on: '2026-12-31', explanation: 'Darum', previewed: '', intent: 'assign' }
  const noList = victim.list.replace(/\d+$/, '9999')
  const note = { note: victim.note, seen: now, block: 'b-12345678', quote: '', language: 'de', text: 'Meins' }
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
    'POST notes': act(paths.notes(), { note: victim.note, seen: now }),
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
    'GET hr/coverage.xlsx': see(paths.hrCoverageXlsx()),
    'GET hr/competences': see(paths.hrCompetences()),
    'GET hr/competences.csv': see(paths.hrCompetencesCsv()),
    'GET hr/competences.xlsx': see(paths.hrCompetencesXlsx()),
    'GET hr/people': unitsOf(paths.hrPeople),
    'GET hr/people.csv': unitsOf(paths.hrPeopleCsv),
    'GET hr/people.xlsx': unitsOf(paths.hrPeopleXlsx),
    'GET hr/certificates': unitsOf(paths.hrCertificates),
    'GET hr/certificates.csv': unitsOf(paths.hrCertificatesCsv),
    'GET hr/certificates.xlsx': unitsOf(paths.hrCertificatesXlsx),
    'GET hr/courses/:course.xlsx': unitsOf((filter) => paths.hrCourseXlsx(c, filter)),
    'GET hr/courses/:course.csv': [...see(paths.hrCourseCsv(c), paths.hrCourseCsv(c, { name: victim.place })), absent(theirCsv, noCsv)],
    'GET hr/courses/:course': [...see(paths.hrCourse(c), paths.hrCourse(c, { name: 'Vorname' })), absent(theirUnit, noUnit)],
    'GET hr/assignments': see(paths.assignments(), paths.assignments({ state: 'overdue' })),
    'GET hr/assignments/new': see(paths.newAssignment(), paths.newAssignment(c)),
    'POST hr/assignments/new': [
      absent(paths.newAssignment(), paths.newAssignment(), { ...assigning, units: victim.unit }),
      // The id of the form is that of the other authority's assignment.
      ...act(paths.newAssignment(), { ...assigning, authority_id: victim.id }),
    ],
    'GET hr/assignments/:assignment': [
      absent(paths.assignment(task), paths.assignment(noTask)),
      absent(paths.assignment(taskOf, { unit: victim.unit }), paths.assignment(noTaskOf, { unit: victim.unit })),
    ],
    'GET hr/assignments/:assignment.csv': [absent(paths.assignmentCsv(task), paths.assignmentCsv(noTask))],
    'GET hr/assignments/:assignment.xlsx': [absent(paths.assignmentXlsx(task), paths.assignmentXlsx(noTask))],
    'GET hr/assignments/:assignment/withdrawal': [absent(paths.assignmentWithdrawal(task), paths.assignmentWithdrawal(noTask))],
    'POST hr/assignments/:assignment/withdrawal': [absent(paths.assignmentWithdrawal(task), paths.assignmentWithdrawal(noTask), { reason: 'Doppelt' })],
    'GET hr/people/:person': [absent(paths.hrPerson(person_id), paths.hrPerson(nobody))],
    'GET hr/certificates/:certificate/revocation': [absent(paths.certificateRevocation(paper), paths.certificateRevocation(noPaper))],
    'POST hr/certificates/:certificate/revocation': [absent(paths.certificateRevocation(paper), paths.certificateRevocation(noPaper), { reason: 'Doppelt' })],
    'GET hr/trail': see(
      ...[paths.hrTrail(), paths.hrTrail({ person: 'Vorname' }), paths.hrTrail({ actor: 'Nachname' }), paths.hrTrail({ verb: 'assignment_made' })],
      ...[paths.hrTrail({ person: person_id, actor: victim.people.hr.person_id }), `${paths.hrTrail()}?authority_id=${victim.id}&page=2`],
    ),
    'GET unit-figures': [
      ...see(paths.unitFigures(), paths.unitFigures({ at: '2026-10-31' })),
      absent(paths.unitFigures({ at: victim.id }), paths.unitFigures({ at: 'x' })),
    ],
    'GET unit-figures.csv': see(paths.unitFiguresCsv(), paths.unitFiguresCsv({ at: '2026-10-31' })),
    'GET unit-figures.xlsx': see(paths.unitFiguresXlsx()),
    'GET admin/trail': see(
      ...[paths.adminTrail(), paths.adminTrail({ person: 'Vorname' }), paths.adminTrail({ actor: 'Nachname' }), paths.adminTrail({ verb: 'invitation_made' })],
      ...[paths.adminTrail({ person: person_id, actor: victim.people.admin.person_id }), `${paths.adminTrail()}?authority_id=${victim.id}&page=2`],
    ),
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
    'GET admin/people/import': see(paths.peopleImports(), paths.peopleImports('applied')),
    'POST admin/people/import': act(paths.peopleImports(), { text: `Vorname;Nachname;E-Mail;Team\nA;B;${victim.people.hr.email};Team` }),
    'GET admin/people/import/:import': [absent(paths.peopleImport(victim.list), paths.peopleImport(noList))],
    'POST admin/people/import/:import': [
      absent(paths.peopleImport(victim.list), paths.peopleImport(noList), { intent: 'discard' }),
      absent(paths.peopleImport(victim.list), paths.peopleImport(noList), { intent: 'choose', given_name: '0', family_name: '1', email: '2', org_unit: '3' }),
    ],
    'GET admin/people/import/:import/application': [absent(paths.peopleImportApplication(victim.list), paths.peopleImportApplication(noList))],
    'POST admin/people/import/:import/application': [absent(paths.peopleImportApplication(victim.list), paths.peopleImportApplication(noList), { seen: '' })],
    'GET admin/people/:person': [absent(paths.person(person_id), paths.person(nobody))],
    'POST admin/people/:person': [
      absent(paths.person(person_id), paths.person(nobody), facts),
      absent(paths.person(own_council), paths.person(nobody), { ...facts, org_unit_id: victim.unit }),
    ],
    'GET admin/people/:person/invitation': [absent(paths.personInvitation(person_id), paths.personInvitation(nobody))],
    'POST admin/people/:person/invitation': [absent(paths.personInvitation(person_id), paths.personInvitation(nobody), {})],
    'GET admin/people/:person/deactivation': [absent(paths.personDeactivation(person_id), paths.personDeactivation(nobody))],
    'POST admin/people/:person/deactivation': [absent(paths.personDeactivation(person_id), paths.personDeactivation(nobody), { intent: 'close' })],
    'GET *': [absent('/does/not/exist', '/does/not/existt')],
    'POST *': [absent('/does/not/exist', '/does/not/existt', {})],
  }
}
