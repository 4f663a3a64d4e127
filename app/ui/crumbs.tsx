import { useT } from '#app/i18n/translate.ts'

/** One step of the breadcrumb; the last one, the page itself, has no `href`. */
export interface Crumb {
  readonly label: string
  readonly href?: string | undefined
}

/** Where the page stands. */
export const Crumbs = ({ crumbs }: { crumbs: readonly Crumb[] }) => {
  const t = useT()
  return (
    <nav className="wb-crumb" aria-label={t('shell.crumbs')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={`${crumb.href ?? ''} ${crumb.label}`}>
            {crumb.href === undefined ? <span aria-current="page">{crumb.label}</span> : <a href={crumb.href}>{crumb.label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
