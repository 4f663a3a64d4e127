/** The pages of each role, as the demo has them. A new page is added here, or nobody has looked at it: `pages.spec.ts` compares with `app/routes.ts`. */
const course = '/courses/willkommensbehoerde'
const author = '/author/courses/willkommensbehoerde'
const person = '/admin/people/auental-mirjam-kessler'
const hrPerson = '/hr/people/auental-dilek-aksoy'

export const PAGES = {
  nobody: [
    ...['/sign-in', '/sign-out', '/help', '/invitation/gone', '/nowhere', '/held-form'],
    ...['/imprint', '/privacy', '/accessibility', '/accessibility/report', '/accessibility/report?page=/courses'],
    ...['/verify', '/verify?code=', '/verify/0000-0000-0000', '/verify/WR49-XHCC-YV14'],
  ],
  learner: [
    ...['/', '/courses', '/courses?competence=K8', '/courses?competence=K8&duration=short&status=completed', course],
    ...['woher-die-idee-kommt', 'zwei-auftraege', 'macht', 'fair-auch-beim-nein', 'unsere-zusage'].map((module) => `${course}/${module}`),
    `${course}/woher-die-idee-kommt?notes=on`,
    `${course}/woher-die-idee-kommt/notes`,
    `${course}/woher-die-idee-kommt/job-aid`,
    `${course}/woher-die-idee-kommt/completion`,
    `${course}/woher-die-idee-kommt/items/standort-hessen/flag`,
    `${course}/drei-situationen/items/nur-vollstaendig`,
    `${course}/fair-auch-beim-nein/items/karte-laeuft-ab`,
    `${course}/unsere-zusage/items/fair-trotz-nein/reflection`,
    '/courses/kommunikation-am-schalter/completion',
    '/courses/verstaendliche-sprache/schreiben-die-ankommen',
    '/courses/verstaendliche-sprache/schreiben-die-ankommen?retry=nachweise-anfordern',
    ...['/notes', '/search', '/search?q=Frist', '/search?q=deadline', '/search?q=xyzzy', '/glossary', '/sources'],
    ...['/certificates', '/certificates/auental-mirjam-kessler-kommunikation-am-schalter'],
    ...['/account', '/account/password', '/account/sessions', '/account/data', '/account/visibility'],
    ...['/hr', '/nowhere', `${course}/nowhere`],
  ],
  trainer: [
    ...['/', '/author/courses', author, `${author}/statistics`, `${author}/zwei-auftraege`],
    ...[`${author}/drei-situationen/items/nur-vollstaendig`, `${author}/fair-auch-beim-nein/items/karte-laeuft-ab`, '/admin/people'],
  ],
  hr: [
    ...['/', '/hr', '/hr/courses/willkommensbehoerde', '/hr/courses/willkommensbehoerde?status=open&page=2', '/hr/courses/willkommensbehoerde?name=xyzzy'],
    ...['/hr/people', '/hr/people?status=open&sort=-completed', '/hr/people?name=xyzzy', '/hr/competences', '/unit-figures'],
    ...['/hr/certificates', '/hr/certificates?within=30', '/hr/certificates?within=expired'],
    ...[hrPerson, '/hr/people/auental-nobody', '/hr/certificates/auental-dilek-aksoy-willkommensbehoerde/revocation'],
    ...['/hr/assignments', '/hr/assignments?state=overdue', '/hr/assignments/new', '/hr/assignments/auental-assignment-1?status=overdue'],
    ...['/hr/assignments/auental-assignment-2', '/hr/assignments/auental-assignment-3', '/hr/assignments/auental-assignment-3/withdrawal'],
    ...['/hr/trail', '/hr/trail?person=xyzzy', '/hr/trail?from=2026-13-01', '/admin/trail'],
  ],
  lead: ['/', '/unit-figures', '/hr', '/nowhere'],
  council: ['/', '/unit-figures', '/unit-figures?at=2026-09-30', '/account/visibility', '/hr/people'],
  admin: [
    ...['/', '/admin/people', '/admin/people?name=xyzzy', '/admin/people/new', '/admin/people/import', '/admin/people/import?done=expired'],
    ...[person, `${person}/invitation`, `${person}/deactivation`, '/admin/trail', '/admin/trail?actor=xyzzy'],
    ...['/admin/installation', '/admin/barriers', '/admin/barriers?state=answered', '/hr/people'],
  ],
} as const satisfies Record<string, readonly string[]>

export type PageRole = keyof typeof PAGES

/** Pages that are to refuse, by role. All others open. */
const REFUSALS: { readonly [role in PageRole]?: { readonly [path: string]: number } } = {
  nobody: { '/invitation/gone': 410, '/nowhere': 404, '/verify?code=': 422, '/verify/0000-0000-0000': 404 },
  learner: { '/hr': 403, '/nowhere': 404, [`${course}/nowhere`]: 404 },
  trainer: { '/admin/people': 403 },
  hr: { '/hr/trail?from=2026-13-01': 422, '/hr/people/auental-nobody': 404, '/admin/trail': 403 },
  lead: { '/hr': 403, '/nowhere': 404 },
  council: { '/hr/people': 403 },
  admin: { '/hr/people': 403 },
}

/** The status a page is to answer with. */
export const statusOf = (role: PageRole, path: string): number => REFUSALS[role]?.[path] ?? 200
