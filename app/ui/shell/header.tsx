import { useT } from '#app/i18n/translate.ts'
import { kept } from '../kept-markup.tsx'
import { Mark } from '../mark.tsx'
import { HeaderSearch } from './header-search.tsx'
import type { AreaPages } from './areas.ts'
import { LanguageSwitch, type PreferencesTarget } from './preferences.tsx'
import { UserMenu, type UserMenuProps } from './user-menu.tsx'

/** One area of the product. `current`: `page` on the page itself, `true` below it. */
export interface NavEntry {
  readonly href: string
  readonly label: string
  readonly current: 'page' | 'true' | undefined
}

interface HeaderProps {
  readonly homeHref: string
  readonly helpHref: string
  /** Undefined for somebody who is not signed in. */
  readonly searchHref: string | undefined
  /** Empty for somebody who is not signed in. */
  readonly nav: readonly NavEntry[]
  /** Pages of the area the reader is in; undefined outside such an area. */
  readonly area?: AreaPages | undefined
  readonly user: (Omit<UserMenuProps, 'name' | 'initials' | 'preferences'> & { readonly givenName: string; readonly familyName: string }) | null
  readonly preferences: PreferencesTarget
}

/** Head of every page: brand, areas of one's roles, pages of the area, help always at the same place, account. Wraps on narrow screens, no burger. */
export const Header = ({ user, preferences: { action, next }, ...head }: HeaderProps) => (
  <HeadOfArea
    {...head}
    {...{ action, next }}
    account={user && { theme: user.theme, links: user.links, signOutAction: user.signOutAction }}
    name={user === null ? '' : `${user.givenName} ${user.familyName}`}
    initials={user === null ? '' : initialOf(user.givenName) + initialOf(user.familyName)}
    orgUnit={user?.orgUnit ?? ''}
    authority={user?.authority ?? ''}
  />
)

const initialOf = (name: string) => [...name][0]?.toLocaleUpperCase('de') ?? ''

type HeadOfAreaProps = Omit<HeaderProps, 'user' | 'preferences'> &
  PreferencesTarget &
  Pick<UserMenuProps, 'name' | 'initials' | 'orgUnit' | 'authority'> & { readonly account: Pick<UserMenuProps, 'theme' | 'links' | 'signOutAction'> | null }

/** The same for everybody with the same areas; who is signed in and which page this is are put in. */
const HeadOfArea = kept<HeadOfAreaProps>(
  ({ homeHref, helpHref, searchHref, nav, area, account, action, next, ...person }) => {
    const t = useT()
    const preferences = { action, next }
    return (
      <header className="wb-head">
        <div className="l-wrap wb-head__row">
          <a className="wb-brand" href={homeHref}>
            <Mark />
            <span>{t('shell.product')}</span>
          </a>
          {nav.length > 0 ? (
            <nav className="wb-nav" aria-label={t('shell.nav.main')}>
              <Entries entries={nav} />
            </nav>
          ) : null}
          <div className="wb-head__tools">
            {searchHref === undefined ? null : <HeaderSearch href={searchHref} />}
            <a className="wb-tool" href={helpHref}>
              {t('shell.nav.help')}
            </a>
            {account === null ? <LanguageSwitch {...preferences} /> : <UserMenu {...account} {...person} preferences={preferences} />}
          </div>
        </div>
        {area === undefined ? null : (
          <nav className="wb-nav wb-nav--area" aria-label={area.label}>
            <div className="l-wrap">
              <Entries entries={area.entries} />
            </div>
          </nav>
        )}
      </header>
    )
  },
  'name',
  'initials',
  'orgUnit',
  'authority',
  'next',
)

const Entries = ({ entries }: { readonly entries: readonly NavEntry[] }) => (
  <ul>
    {entries.map((entry) => (
      <li key={entry.href}>
        <a href={entry.href} aria-current={entry.current}>
          {entry.label}
        </a>
      </li>
    ))}
  </ul>
)
