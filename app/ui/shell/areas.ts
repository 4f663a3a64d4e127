/** Which areas of the product a person has, and which pages an area has. */
import type { AnyRole } from '#app/domain/actor.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import type { NavEntry } from './header.tsx'

/** Pages of the area the reader is in, for the row below the head. */
export interface AreaPages {
  readonly label: string
  readonly entries: readonly NavEntry[]
}

/** One navigation for all areas of a person's roles; learning comes first for everybody. */
export const areasOf = (t: Translate, roles: ReadonlySet<AnyRole>, pathname: string): NavEntry[] => {
  const areas = [
    { href: paths.home(), label: t('shell.nav.start'), role: 'learner' },
    { href: paths.courses(), label: t('shell.nav.courses'), role: 'learner' },
    { href: paths.certificates(), label: t('shell.nav.certificates'), role: 'learner' },
    { href: paths.authorCourses(), label: t('shell.nav.authorCourses'), role: 'trainer' },
    { href: paths.hr(), label: t('shell.nav.hr'), role: 'hr' },
    { href: paths.people(), label: t('shell.nav.people'), role: 'admin', root: ADMIN },
    // Who sees names has these sums as well, and finds them among the pages of their area.
    ...(seesNames(roles) ? [] : rolesWhoSee('completion', 'sums').filter((role) => roles.has(role)))
      .slice(0, 1)
      .map((role) => ({ href: paths.unitFigures(), label: t('figures.nav'), role })),
  ] as const
  const own = areas.filter(({ role }) => roles.has(role))
  // The sums stand among the pages of HR, like the list of people.
  return marked(own, seesNames(roles) && pathname === paths.unitFigures() ? paths.hrPeople() : pathname)
}

/** The pages of the area around this one; undefined where an area has only one page. `operates`: the person's authority runs the installation. */
export const pagesOfArea = (t: Translate, roles: ReadonlySet<AnyRole>, pathname: string, operates: boolean): AreaPages | undefined => {
  if (seesNames(roles) && (isWithin(pathname, paths.hr()) || pathname === paths.unitFigures())) {
    const entries = [
      { href: paths.hr(), label: t('hr.overview') },
      { href: paths.hrPeople(), label: t('hr.staff.title') },
      { href: paths.hrCertificates(), label: t('hr.certificates.title') },
      { href: paths.hrCompetences(), label: t('hr.competences.title') },
      { href: paths.assignments(), label: t('assignment.title') },
      { href: paths.unitFigures(), label: t('figures.title') },
      { href: paths.hrTrail(), label: t('trail.title') },
    ]
    return { label: t('shell.nav.hr'), entries: marked(entries, pathname) }
  }
  if (roles.has('admin') && isWithin(pathname, ADMIN)) {
    const entries = [
      { href: paths.people(), label: t('admin.people.title') },
      { href: paths.peopleImports(), label: t('peopleImport.link') },
      { href: paths.adminTrail(), label: t('trail.title') },
      ...(operates
        ? [
            { href: paths.installation(), label: t('legal.installation.title') },
            { href: paths.barrierReports(), label: t('legal.barriers.title') },
          ]
        : []),
    ]
    return { label: t('shell.nav.people'), entries: marked(entries, pathname) }
  }
  return undefined
}

const ADMIN = '/admin'

const seesNames = (roles: ReadonlySet<AnyRole>) => rolesWhoSee('completion').some((role) => roles.has(role))

const isWithin = (pathname: string, root: string) => pathname === root || (root !== paths.home() && pathname.startsWith(`${root}/`))

/** Of two entries that hold the page, one within the other, the inner one is where the reader is. */
const marked = (entries: readonly { readonly href: string; readonly label: string; readonly root?: string }[], pathname: string): NavEntry[] => {
  const [here] = entries.filter(({ href, root = href }) => isWithin(pathname, root)).sort((a, b) => b.href.length - a.href.length)
  return entries.map(({ href, label }) => ({ href, label, current: href !== here?.href ? undefined : pathname === href ? 'page' : 'true' }))
}
