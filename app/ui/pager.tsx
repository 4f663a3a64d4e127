import { useT } from '#app/i18n/translate.ts'

interface Neighbour {
  readonly href: string
  readonly label: string
  /** Replaces "Zurück" or "Weiter". */
  readonly kicker?: string | undefined
}

/** Previous and next module at the end of a text. */
export const Pager = ({ previous, next, label }: { previous?: Neighbour | undefined; next?: Neighbour | undefined; label?: string | undefined }) => {
  const t = useT()
  return (
    <nav className="wb-pager" aria-label={label ?? t('shell.modules')}>
      {previous ? (
        <a href={previous.href} rel="prev">
          <small>{previous.kicker ?? t('shell.previous')}</small>
          {previous.label}
        </a>
      ) : null}
      {next ? (
        <a className="wb-pager__next" href={next.href} rel="next">
          <small>{next.kicker ?? t('shell.next')}</small>
          {next.label}
        </a>
      ) : null}
    </nav>
  )
}
