/** Every URL of the product. Nowhere else is a URL spelt. */
const query = (values: Record<string, string | undefined>) => {
  const set = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`
}

export const paths = {
  home: () => '/',
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  signOut: () => '/sign-out',
  invitation: (token: string) => `/invitation/${token}`,
  preferences: () => '/preferences',
  health: () => '/healthz',
  ready: () => '/readyz',
  help: () => '/help',

  courses: (filter: { readonly [name in 'competence' | 'profile' | 'duration' | 'status']?: string | undefined } = {}) => `/courses${query(filter)}`,
  course: (course: string) => `/courses/${course}`,
  courseCompletion: (course: string) => `/courses/${course}/completion`,
  module: (course: string, module: string, anchor?: string, say: { readonly notice?: string | undefined; readonly done?: string | undefined } = {}) =>
    `/courses/${course}/${module}${query({ ...say })}${anchor ? `#${anchor}` : ''}`,
  moduleCompletion: (course: string, module: string) => `/courses/${course}/${module}/completion`,
  item: (course: string, module: string, item: string, anchor?: string, say: { readonly notice?: string | undefined } = {}) =>
    `/courses/${course}/${module}/items/${item}${query({ ...say })}${anchor ? `#${anchor}` : ''}`,
  reflection: (course: string, module: string, item: string) => `/courses/${course}/${module}/items/${item}/reflection`,
  figure: (course: string, revision: string, file: string) => `/figures/${course}/${revision}/${file}`,

  /** `done` names what was just saved, so that the page can say so. */
  account: (done?: 'preferences' | 'password') => `/account${query({ done })}`,
  password: () => '/account/password',
  sessions: (done?: 'ended') => `/account/sessions${query({ done })}`,
  sessionEnd: (session: string) => `/account/sessions/${session}/end`,
  sessionExtension: () => '/account/session-extension',
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

  hr: () => '/hr',
  hrCourse: (course: string, filter: { unit?: string; status?: string; name?: string; sort?: string; page?: string } = {}) =>
    `/hr/courses/${course}${query(filter)}`,
  hrCourseCsv: (course: string, filter: { unit?: string; status?: string; name?: string; sort?: string } = {}) => `/hr/courses/${course}.csv${query(filter)}`,
  hrCoverageCsv: () => '/hr/coverage.csv',

  people: (filter: { name?: string; unit?: string; page?: string } = {}) => `/admin/people${query(filter)}`,
  newPerson: () => '/admin/people/new',
  person: (person: string, done?: 'created' | 'changed' | 'deactivated' | 'reactivated') => `/admin/people/${person}${query({ done })}`,
  personInvitation: (person: string) => `/admin/people/${person}/invitation`,
  personDeactivation: (person: string) => `/admin/people/${person}/deactivation`,
} as const
