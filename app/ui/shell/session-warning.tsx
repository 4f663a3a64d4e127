import { useFormat, useT } from '#app/i18n/translate.ts'
import { kept } from '../kept-markup.tsx'

/**
 * Two minutes before the session ends, the page's script shows the template inside the region, which is announced.
 * Without JavaScript it stays empty: an answer sent too late is held by the server instead. `expiresAt`: ISO instant.
 */
export const SessionWarning = ({ expiresAt, action, next }: { expiresAt: string; action: string; next: string }) => (
  <Warning time={useFormat().dateTime(new Date(expiresAt), { hour: '2-digit', minute: '2-digit' })} {...{ action, next }} />
)

interface WarningProps {
  readonly time: string
  readonly action: string
  readonly next: string
}

const Warning = kept<WarningProps>(
  ({ time, action, next }) => {
    const t = useT()
    return (
      <div id="session-warning" role="status">
        <template>
          <div className="l-wrap wb-session">
            <p>
              <b>{t('shell.session.title')}.</b> {t('shell.session.text', { time })}
            </p>
            <form method="post" action={action}>
              <input type="hidden" name="next" value={next} />
              <button className="kern-btn kern-btn--primary" type="submit">
                <span className="kern-label">{t('shell.session.stay')}</span>
              </button>
            </form>
          </div>
        </template>
      </div>
    )
  },
  'time',
  'next',
)
