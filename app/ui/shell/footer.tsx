import { useT } from '#app/i18n/translate.ts'
import { kept } from '../kept-markup.tsx'
import { Mark } from '../mark.tsx'

interface FooterProps {
  readonly owner: string
  readonly links: readonly { readonly href: string; readonly label: string }[]
}

/** Foot of every page: whose platform this is, and links to pages that exist. */
export const Footer = kept<FooterProps>(({ owner, links }) => {
  const t = useT()
  return (
    <footer className="wb-foot">
      <div className="l-wrap wb-foot__row">
        <p className="wb-foot__org">
          <Mark small />
          <span>{owner}</span>
        </p>
        <nav aria-label={t('shell.nav.footer')}>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}, 'owner')
