/** Every URL on one screen, grouped by who may enter. Each has a builder in paths.ts; the guard in each file holds the roles. */
import { type RouteConfig, route } from '@remix-run/route-config'

export default [
  // everybody, also without signing in
  route('sign-in', 'routes/public/sign-in.tsx'),
  route('sign-out', 'routes/public/sign-out.tsx'),
  route('invitation/:token', 'routes/public/invitation.tsx'),
  route('preferences', 'routes/public/preferences.tsx'),
  route('held-form', 'routes/public/held-form.tsx'),
  route('help', 'routes/public/help.tsx'),
  route('imprint', 'routes/public/imprint.tsx'),
  route('privacy', 'routes/public/privacy.tsx'),
  route('accessibility', 'routes/public/accessibility.tsx'),
  route('accessibility/report', 'routes/public/barrier-report.tsx'),
  route('verify', 'routes/public/verify.tsx'),
  route('verify/:code', 'routes/public/verification.tsx'),
  route('healthz', 'routes/public/health.ts'),
  route('readyz', 'routes/public/ready.ts'),

  // learners: everybody who is signed in
  route('/', 'routes/learn/home.tsx', { index: true }),
  route('courses', 'routes/learn/catalogue.tsx'),
  route('courses/:course', 'routes/learn/course.tsx'),
  route('courses/:course/completion', 'routes/learn/course-completion.tsx'),
  route('courses/:course/:module', 'routes/learn/module.tsx'),
  route('courses/:course/:module/completion', 'routes/learn/module-completion.tsx'),
  route('courses/:course/:module/items/:item', 'routes/learn/item.tsx'),
  route('courses/:course/:module/items/:item/reflection', 'routes/learn/reflection.tsx'),
  route('courses/:course/:module/items/:item/flag', 'routes/learn/item-flag.tsx'),
  route('courses/:course/:module/notes', 'routes/learn/module-notes.tsx'),
  route('courses/:course/:module/job-aid', 'routes/learn/job-aid.tsx'),
  route('courses/:course/:module/job-aid.pdf', 'routes/learn/job-aid-pdf.ts'),
  route('notes', 'routes/learn/notes.tsx'),
  route('search', 'routes/learn/search.tsx'),
  route('glossary', 'routes/learn/glossary.tsx'),
  route('sources', 'routes/learn/sources.tsx'),
  route('certificates', 'routes/learn/certificates.tsx'),
  route('certificates/:certificate.pdf', 'routes/learn/certificate-pdf.ts'),
  route('certificates/:certificate', 'routes/learn/certificate.tsx'),
  route('courses/:course/certificate', 'routes/learn/certificate-of-course.tsx'),
  route('figures/:course/:revision/*', 'routes/learn/figure.ts'),
  route('account', 'routes/account/account.tsx'),
  route('account/password', 'routes/account/password.tsx'),
  route('account/sessions', 'routes/account/sessions.tsx'),
  route('account/sessions/:session/end', 'routes/account/session-end.tsx'),
  route('account/data', 'routes/account/own-data.tsx'),
  route('account/data.json', 'routes/account/own-data-json.ts'),
  route('account/data.html', 'routes/account/own-data-html.ts'),
  route('account/visibility', 'routes/account/visibility.tsx'),
  route('account/session-extension', 'routes/account/session-extension.ts'),

  // trainers
  route('author/courses', 'routes/author/courses.tsx'),
  route('author/courses/:course', 'routes/author/course.tsx'),
  route('author/courses/:course/statistics', 'routes/author/item-statistics.tsx'),
  route('author/courses/:course/:module', 'routes/author/preview.tsx'),
  route('author/courses/:course/:module/items/:item', 'routes/author/preview-item.tsx'),

  // hr, of their own authority
  route('hr', 'routes/hr/dashboard.tsx'),
  route('hr/coverage.csv', 'routes/hr/coverage-csv.ts'),
  route('hr/courses/:course.csv', 'routes/hr/course-list-csv.ts'),
  route('hr/courses/:course', 'routes/hr/course-list.tsx'),
  route('hr/people/:person', 'routes/hr/person.tsx'),
  route('hr/certificates/:certificate/revocation', 'routes/hr/certificate-revocation.tsx'),

  // admin, of their own authority
  route('admin/people', 'routes/admin/people.tsx'),
  route('admin/people/new', 'routes/admin/new-person.tsx'),
  route('admin/people/:person', 'routes/admin/person.tsx'),
  route('admin/people/:person/invitation', 'routes/admin/person-invitation.tsx'),
  route('admin/people/:person/deactivation', 'routes/admin/person-deactivation.tsx'),
  route('admin/installation', 'routes/admin/installation.tsx'),
  route('admin/barriers', 'routes/admin/barriers.tsx'),

  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
