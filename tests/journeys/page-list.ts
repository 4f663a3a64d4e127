/** The pages of each role, as the demo has them. A new page is added here, or nobody has looked at it. */
const course = '/courses/willkommensbehoerde'
const author = '/author/courses/willkommensbehoerde'
const person = '/admin/people/auental-mirjam-kessler'

export const PAGES = {
  nobody: ['/sign-in', '/help', '/invitation/gone', '/nowhere'],
  learner: [
    '/',
    '/courses',
    '/courses?competence=K8',
    course,
    `${course}/woher-die-idee-kommt`,
    `${course}/zwei-auftraege`,
    `${course}/macht`,
    `${course}/fair-auch-beim-nein`,
    `${course}/unsere-zusage`,
    `${course}/drei-situationen/items/nur-vollstaendig`,
    `${course}/fair-auch-beim-nein/items/karte-laeuft-ab`,
    `${course}/unsere-zusage/items/fair-trotz-nein/reflection`,
    '/courses/verstaendliche-sprache/schreiben-die-ankommen',
    '/courses/verstaendliche-sprache/schreiben-die-ankommen?retry=nachweise-anfordern',
    '/account',
    '/account/password',
    '/account/sessions',
    '/hr',
  ],
  trainer: [
    '/author/courses',
    author,
    `${author}/zwei-auftraege`,
    `${author}/drei-situationen/items/nur-vollstaendig`,
    `${author}/fair-auch-beim-nein/items/karte-laeuft-ab`,
  ],
  hr: ['/hr', '/hr/courses/willkommensbehoerde', '/hr/courses/willkommensbehoerde?status=open&page=2'],
  admin: ['/admin/people', '/admin/people/new', person, `${person}/invitation`, `${person}/deactivation`],
} as const satisfies Record<string, readonly string[]>
