/** Every URL of the product. Nowhere else is a URL spelt. */
const query = (values: Record<string, string | undefined>) => {
  const set = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`
}

export const paths = {
  home: () => '/',
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  signOut: () => '/sign-out',
  invitation: (token: string) => `/invitation/${encodeURIComponent(token)}`,
  preferences: () => '/preferences',
  health: () => '/healthz',
  ready: () => '/readyz',
  help: () => '/help',
  imprint: () => '/imprint',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  /** `page` is the path of the page that has the barrier. */
  barrierReport: (page?: string, say: { readonly reference?: string } = {}) => `/accessibility/report${query({ page, ...say })}`,
  verify: () => '/verify',
  /** What stands on the paper and in its QR code. */
  verification: (code: string) => `/verify/${code}`,

  courses: (filter: { readonly [name in 'competence' | 'profile' | 'duration' | 'status']?: string | undefined } = {}) => `/courses${query(filter)}`,
  course: (course: string) => `/courses/${course}`,
  courseCompletion: (course: string) => `/courses/${course}/completion`,
  /** `notice` about an item (`about`) is said at the item, where a script may have put it in place; any other above the text. */
  module: (
    course: string,
    module: string,
    anchor?: string,
    say: { readonly notice?: string | undefined; readonly about?: string | undefined; readonly done?: string | undefined } = {},
  ) => `/courses/${course}/${module}${query({ ...say })}${anchor ? `#${anchor}` : ''}`,
  moduleCompletion: (course: string, module: string) => `/courses/${course}/${module}/completion`,
  item: (course: string, module: string, item: string, anchor?: string, say: { readonly notice?: string | undefined } = {}) =>
    `/courses/${course}/${module}/items/${item}${query({ ...say })}${anchor ? `#${anchor}` : ''}`,
  reflection: (course: string, module: string, item: string) => `/courses/${course}/${module}/items/${item}/reflection`,
  flag: (course: string, module: string, item: string, say: { readonly done?: 'raised' | 'withdrawn' } = {}) =>
    `/courses/${course}/${module}/items/${item}/flag${query({ ...say })}`,
  /** The module with a place for a note beside every block; `note` opens the form of one block. */
  moduleWithNotes: (course: string, module: string, note?: string, anchor?: string) =>
    `/courses/${course}/${module}${query({ notes: 'on', note })}${anchor ? `#${anchor}` : ''}`,
  moduleNotes: (course: string, module: string) => `/courses/${course}/${module}/notes`,
  notes: () => '/notes',
  jobAid: (course: string, module: string) => `/courses/${course}/${module}/job-aid`,
  jobAidPdf: (course: string, module: string) => `/courses/${course}/${module}/job-aid.pdf`,
  /** `in` is "course/module", to search in one module only. */
  search: (words?: string, more: { readonly [name in 'in' | 'lang' | 'page']?: string | undefined } = {}) => `/search${query({ q: words, ...more })}`,
  glossary: (term?: string) => `/glossary${term === undefined ? '' : `#${term}`}`,
  sources: () => '/sources',
  certificates: () => '/certificates',
  certificate: (certificate: string, done?: 'issued' | 'reissued') => `/certificates/${certificate}${query({ done })}`,
  /** In the reader's language, or the one given. */
  certificatePdf: (certificate: string, lang?: 'de' | 'en') => `/certificates/${certificate}.pdf${query({ lang })}`,
  /** For a course that was completed without a certificate. */
  certificateOfCourse: (course: string) => `/courses/${course}/certificate`,
  figure: (course: string, revision: string, file: string) => `/figures/${course}/${revision}/${file}`,

  /** `done` names what was just saved, so that the page can say so. */
  account: (done?: 'preferences' | 'password' | 'access') => `/account${query({ done })}`,
  password: () => '/account/password',
  sessions: (done?: 'ended') => `/account/sessions${query({ done })}`,
  sessionEnd: (session: string) => `/account/sessions/${session}/end`,
  sessionExtension: () => '/account/session-extension',
  ownData: () => '/account/data',
  ownDataJson: () => '/account/data.json',
  ownDataHtml: () => '/account/data.html',
  /** `page` of the list of who looked, from 1. */
  visibility: (page?: string) => `/account/visibility${query({ page })}`,
  /** Where a form waits that was sent after the session had ended. */
  heldForm: () => '/held-form',

  authorCourses: () => '/author/courses',
  authorCourse: (course: string) => `/author/courses/${course}`,
  /** `retry` shows the form of an item again: nothing of a preview is kept, but the browser must ask anew. */
  preview: (course: string, module: string, anchor?: string, say: { retry?: string } = {}) =>
    `/author/courses/${course}/${module}${query(say)}${anchor ? `#${anchor}` : ''}`,
  /** `previous` is the answer so far, which no database holds. */
  previewItem: (course: string, module: string, item: string, anchor?: string, say: { previous?: string } = {}) =>
    `/author/courses/${course}/${module}/items/${item}${query(say)}${anchor ? `#${anchor}` : ''}`,

  itemStatistics: (course: string) => `/author/courses/${course}/statistics`,

  hr: () => '/hr',
  hrCourse: (course: string, filter: { unit?: string; status?: string; name?: string; sort?: string; page?: string } = {}) =>
    `/hr/courses/${course}${query(filter)}`,
  hrCourseCsv: (course: string, filter: { unit?: string; status?: string; name?: string; sort?: string } = {}) => `/hr/courses/${course}.csv${query(filter)}`,
  hrCourseXlsx: (course: string, filter: { unit?: string; status?: string; name?: string; sort?: string } = {}) => `/hr/courses/${course}.xlsx${query(filter)}`,
  hrCoverageCsv: () => '/hr/coverage.csv',
  hrCoverageXlsx: () => '/hr/coverage.xlsx',
  /** One line a person, with all courses. */
  hrPeople: (filter: { readonly [name in 'unit' | 'course' | 'status' | 'name' | 'sort' | 'page']?: string } = {}) => `/hr/people${query(filter)}`,
  hrPeopleCsv: (filter: { readonly [name in 'unit' | 'course' | 'status' | 'name' | 'sort']?: string } = {}) => `/hr/people.csv${query(filter)}`,
  hrPeopleXlsx: (filter: { readonly [name in 'unit' | 'course' | 'status' | 'name' | 'sort']?: string } = {}) => `/hr/people.xlsx${query(filter)}`,
  /** `within` days from today, or `expired`. */
  hrCertificates: (filter: { readonly [name in 'within' | 'course' | 'unit' | 'sort' | 'page']?: string } = {}) => `/hr/certificates${query(filter)}`,
  hrCertificatesCsv: (filter: { readonly [name in 'within' | 'course' | 'unit' | 'sort']?: string } = {}) => `/hr/certificates.csv${query(filter)}`,
  hrCertificatesXlsx: (filter: { readonly [name in 'within' | 'course' | 'unit' | 'sort']?: string } = {}) => `/hr/certificates.xlsx${query(filter)}`,
  hrCompetences: () => '/hr/competences',
  hrCompetencesCsv: () => '/hr/competences.csv',
  hrCompetencesXlsx: () => '/hr/competences.xlsx',
  assignments: (say: { readonly [name in 'state' | 'page' | 'done']?: string } = {}) => `/hr/assignments${query(say)}`,
  newAssignment: (course?: string) => `/hr/assignments/new${query({ course })}`,
  assignment: (assignment: string, say: { readonly [name in 'status' | 'unit' | 'sort' | 'page' | 'done']?: string } = {}) =>
    `/hr/assignments/${assignment}${query(say)}`,
  assignmentCsv: (assignment: string, say: { readonly [name in 'status' | 'unit' | 'sort']?: string } = {}) => `/hr/assignments/${assignment}.csv${query(say)}`,
  assignmentXlsx: (assignment: string, say: { readonly [name in 'status' | 'unit' | 'sort']?: string } = {}) =>
    `/hr/assignments/${assignment}.xlsx${query(say)}`,
  assignmentWithdrawal: (assignment: string) => `/hr/assignments/${assignment}/withdrawal`,
  /** What was done with people's data, for HR. */
  hrTrail: (filter: { readonly [name in 'verb' | 'from' | 'to' | 'actor' | 'person' | 'page']?: string } = {}) => `/hr/trail${query(filter)}`,

  /** Sums by org unit at the end of a month. */
  unitFigures: (filter: { readonly [name in 'at' | 'course']?: string } = {}) => `/unit-figures${query(filter)}`,
  unitFiguresCsv: (filter: { readonly [name in 'at' | 'course']?: string } = {}) => `/unit-figures.csv${query(filter)}`,
  unitFiguresXlsx: (filter: { readonly [name in 'at' | 'course']?: string } = {}) => `/unit-figures.xlsx${query(filter)}`,
  hrPerson: (person: string, done?: 'revoked') => `/hr/people/${person}${query({ done })}`,
  certificateRevocation: (certificate: string) => `/hr/certificates/${certificate}/revocation`,

  people: (filter: { name?: string; unit?: string; page?: string } = {}) => `/admin/people${query(filter)}`,
  newPerson: () => '/admin/people/new',
  /** `done`: what became of a file that is no longer there. */
  peopleImports: (done?: 'applied' | 'already' | 'discarded' | 'expired') => `/admin/people/import${query({ done })}`,
  /** The dry run. `kind` of change and `page` of the list; `notice` says why the file was not applied. */
  peopleImport: (id: string, say: { readonly [name in 'kind' | 'page' | 'notice']?: string | undefined } = {}) =>
    `/admin/people/import/${id}${query({ ...say })}`,
  peopleImportApplication: (id: string) => `/admin/people/import/${id}/application`,
  /** What was done with people's data, for administrators. */
  adminTrail: (filter: { readonly [name in 'verb' | 'from' | 'to' | 'actor' | 'person' | 'page']?: string } = {}) => `/admin/trail${query(filter)}`,
  person: (person: string, done?: 'created' | 'changed' | 'deactivated' | 'reactivated') => `/admin/people/${person}${query({ done })}`,
  personInvitation: (person: string) => `/admin/people/${person}/invitation`,
  installation: (done?: 'saved') => `/admin/installation${query({ done })}`,
  barrierReports: (done?: 'answered' | 'reopened', list: { readonly state?: 'answered'; readonly page?: string } = {}) =>
    `/admin/barriers${query({ done, ...list })}`,
  personDeactivation: (person: string) => `/admin/people/${person}/deactivation`,
} as const
