/** The pages of each role, as the demo has them. A new page is added here, or nobody has looked at it. */
const course = '/courses/willkommensbehoerde'
const author = '/author/courses/willkommensbehoerde'
const person = '/admin/people/auental-mirjam-kessler'

export const PAGES = {
  nobody: [
    ...['/sign-in', '/help', '/invitation/gone', '/nowhere', '/held-form'],
    ...['/imprint', '/privacy', '/accessibility', '/accessibility/report', '/accessibility/report?page=/courses'],
    ...['/verify', '/verify?code=', '/verify/0000-0000-0000', '/verify/WR49-XHCC-YV14'],
  ],
  learner: [
    ...['/', '/courses', '/courses?competence=K8', course],
    ...['woher-die-idee-kommt', 'zwei-auftraege', 'macht', 'fair-auch-beim-nein', 'unsere-zusage'].map((module) => `${course}/${module}`),
    `${course}/woher-die-idee-kommt?notes=on`,
    `${course}/woher-die-idee-kommt/notes`,
    `${course}/woher-die-idee-kommt/job-aid`,
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
    '/hr',
  ],
  trainer: [
    '/author/courses',
    author,
    `${author}/statistics`,
    `${author}/zwei-auftraege`,
    `${author}/drei-situationen/items/nur-vollstaendig`,
    `${author}/fair-auch-beim-nein/items/karte-laeuft-ab`,
  ],
  hr: [
    ...['/hr', '/hr/courses/willkommensbehoerde', '/hr/courses/willkommensbehoerde?status=open&page=2'],
    ...['/hr/people/auental-dilek-aksoy', '/hr/certificates/auental-dilek-aksoy-willkommensbehoerde/revocation'],
  ],
  admin: [
    ...['/admin/people', '/admin/people/new', person, `${person}/invitation`, `${person}/deactivation`],
    ...['/admin/installation', '/admin/barriers', '/admin/barriers?state=answered'],
  ],
} as const satisfies Record<string, readonly string[]>
