import { useFormat, useT } from '#app/i18n/translate.ts'
import { Button } from '../button.tsx'
import { shortDate } from '../report/short-date.ts'

interface OwnFlag {
  readonly reason: 'unclear' | 'stereotype' | 'outdated'
  readonly version: string
  readonly comment: string
  /** Calendar day on which it was sent. */
  readonly day: string
  /** It is about a wording that is no longer shown. */
  readonly earlier: boolean
}

/** The person's own hints about an item; each can be taken back. */
export const FlagList = ({ flags, action }: { readonly flags: readonly OwnFlag[]; readonly action: string }) => {
  const t = useT()
  const format = useFormat()
  if (flags.length === 0) return null
  return (
    <section className="l-stack wb-rule" aria-labelledby="own-flags">
      <h2 className="t-h3" id="own-flags">
        {t('statistics.flag.own')}
      </h2>
      <p className="t-meta">{t('statistics.flag.ownLead')}</p>
      <ul className="wb-stat-comments">
        {flags.map(({ reason, version, comment, day, earlier }) => {
          const named = t('statistics.flag.ownOn', { reason: t(`statistics.reason.${reason}`), date: shortDate(format, day) })
          return (
            <li key={`${reason} ${version}`}>
              <p>
                <b>{named}</b> {earlier ? t('statistics.flag.ownEarlier') : null}
              </p>
              {comment === '' ? <p className="t-meta">{t('statistics.flag.noComment')}</p> : <p dir="auto">{comment}</p>}
              <form method="post" action={action}>
                <input type="hidden" name="version" value={version} />
                <Button variant="tertiary" name="withdraw" value={reason} about={t('statistics.flag.withdrawAbout', { reason: named })}>
                  {t('statistics.flag.withdraw')}
                </Button>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
