import { useT } from '#app/i18n/translate.ts'
import { ButtonLink } from './button.tsx'
import { WayPicture } from './way-picture.tsx'

const KNOWN = [400, 401, 403, 404, 405, 413, 415, 422, 429, 500, 503, 507] as const
type KnownStatus = (typeof KNOWN)[number]

interface ErrorPageProps {
  /** HTTP status; one without words of its own is told as its class (400 or 500). */
  readonly status: number
  /** What a person quotes when asking for help. */
  readonly requestId: string
  /** The way out: home, or the sign-in for 401. */
  readonly homeHref: string
  readonly helpHref: string
}

/** An error as a page: what happened, what to do, what is safe. Never a stack, never a dead end. */
export const ErrorPage = ({ status, requestId, homeHref, helpHref }: ErrorPageProps) => {
  const t = useT()
  const known = knownStatus(status)
  const words = `error.s${known}` as const
  return (
    <div className="l-wrap l-narrow l-stack">
      <WayPicture kind="lost" large />
      <p className="t-kicker">{t('error.kicker', { status: String(status) })}</p>
      <h1>{t(`${words}.title`)}</h1>
      <p className="t-lead">
        {t(`${words}.happened`)} {t(`${words}.safe`)}
      </p>
      <ul>
        <li>{t(`${words}.first`)}</li>
        <li>{t(`${words}.second`)}</li>
      </ul>
      <div className="l-cluster">
        <ButtonLink href={homeHref}>{known === 401 ? t('error.signIn') : t('error.home')}</ButtonLink>
        <a href={helpHref}>{t('error.help')}</a>
      </div>
      {requestId === '' ? null : (
        <p className="t-meta">
          {t('error.reference')} <b>{requestId}</b>. {t('error.referenceNote')}
        </p>
      )}
    </div>
  )
}

/** The status whose words are shown for any status. */
export const knownStatus = (status: number): KnownStatus => KNOWN.find((known) => known === status) ?? (status >= 400 && status < 500 ? 400 : 500)
