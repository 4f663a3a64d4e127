import { useFormat, useT } from '#app/i18n/translate.ts'
import { Alert } from '../alert.tsx'
import { dateAndTime } from '../report/short-date.ts'

interface ImportOutcomeProps {
  /** What became of the file that was looked at last. */
  readonly done: 'applied' | 'already' | 'discarded' | 'expired'
  /** The reader's last import; null where there was none. */
  readonly last: {
    readonly occurred_at: string
    readonly counts: { readonly [name in 'created' | 'updated' | 'moved' | 'deactivated' | 'reactivated' | 'units']: number }
  } | null
  /** Open accounts that wait for a link. */
  readonly without_password: number
  /** The list of people. */
  readonly href: string
}

const CHANGES = ['created', 'updated', 'moved', 'reactivated', 'deactivated'] as const

/** What became of a file: taken over, with numbers and the next step, or deleted. */
export const ImportOutcome = ({ done, last, without_password, href }: ImportOutcomeProps) => {
  const t = useT()
  const format = useFormat()
  if (done === 'discarded' || done === 'expired')
    return (
      <Alert kind="info" title={t(`peopleImport.done.${done}Title`)}>
        <p>{t(`peopleImport.done.${done}`)}</p>
      </Alert>
    )
  if (last === null) return null
  const { units } = last.counts
  // Only what happened: five numbers of which four are 0 say less than one.
  const counts = CHANGES.filter((change) => last.counts[change] > 0).map((change) => t(`peopleImport.done.${change}`, { count: last.counts[change] }))
  return (
    <Alert kind="success" title={t(`peopleImport.done.${done}Title`)}>
      {done === 'already' ? <p>{t('peopleImport.done.already', { time: dateAndTime(format, last.occurred_at) })}</p> : null}
      <p>
        {counts.length === 0 ? null : t('peopleImport.done.applied', { counts: counts.join(', ') })}{' '}
        {units === 0 ? null : t('peopleImport.done.units', { units })}
      </p>
      <p>
        {t('peopleImport.done.withoutPassword', { count: without_password })} <a href={href}>{t('peopleImport.done.toPeople')}</a>
      </p>
    </Alert>
  )
}
