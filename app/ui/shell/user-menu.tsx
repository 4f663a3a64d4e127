import { useT } from '#app/i18n/translate.ts'
import { LanguageSwitch, type PreferencesTarget, ThemeSwitch } from './preferences.tsx'

export interface UserMenuProps {
  readonly name: string
  /** First letters of the name, for where there is no room. */
  readonly initials: string
  readonly orgUnit: string
  readonly authority: string
  readonly theme: 'light' | 'dark' | null
  readonly links: readonly { readonly href: string; readonly label: string }[]
  readonly signOutAction: string
  readonly preferences: PreferencesTarget
}

/** The account, as the browser's own disclosure: works without JavaScript. */
export const UserMenu = ({ name, initials, orgUnit, authority, theme, links, signOutAction, preferences }: UserMenuProps) => {
  const t = useT()
  return (
    <details className="wb-user">
      <summary>
        <span className="wb-user__ini" aria-hidden="true">
          {initials}
        </span>
        <span className="kern-sr-only-mobile">{name}</span>
      </summary>
      <div className="wb-user__menu">
        <p className="t-small">
          <b>{name}</b>
          <br />
          {orgUnit}
          <br />
          {authority}
        </p>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
        <div className="wb-user__choice">
          <p className="t-meta" aria-hidden="true">
            {t('shell.preferences.theme')}
          </p>
          <ThemeSwitch {...preferences} theme={theme} />
        </div>
        <div className="wb-user__choice">
          <p className="t-meta" aria-hidden="true">
            {t('shell.preferences.language')}
          </p>
          <LanguageSwitch {...preferences} />
        </div>
        <form method="post" action={signOutAction}>
          <button className="wb-link" type="submit">
            {t('shell.user.signOut')}
          </button>
        </form>
      </div>
    </details>
  )
}
