import { useFormat, useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { classes } from '../class-names.ts'
import { keptTogether } from '../kept-together.ts'
import { blockIdOf, textOf, type VocabularyProps } from './reading.ts'

/** A norm with paraphrase and the date it was checked; a note in the margin on wide screens. */
export const LegalReference = ({ props, children, reading }: VocabularyProps) => {
  const t = useT()
  const norm = textOf(props['norm']) ?? ''
  return (
    <aside id={blockIdOf(props)} className="wb-law" aria-label={t('shell.legalBasis', { norm })}>
      <b>{keptTogether(norm)}</b>
      <div className="wb-law__text">{children}</div>
      <Dates date={textOf(props['stand'])} review={textOf(props['review'])} today={reading.today} />
    </aside>
  )
}

const STATUS = ['verified', 'press', 'unverified'] as const

/** A box that says how far a statement is checked, as of when, and when it is looked at again. */
export const Stand = ({ props, children, reading }: VocabularyProps) => {
  const t = useT()
  const status = STATUS.find((known) => known === props['status']) ?? 'unverified'
  const title = textOf(props['title']) ?? t(`shell.standStatus.${status}`)
  return (
    <div id={blockIdOf(props)} className={classes('wb-stand', `wb-stand--${status}`)} role="note" aria-label={title}>
      <p className="t-h4">{title}</p>
      {children}
      <Dates
        date={textOf(props['date'])}
        review={textOf(props['review'])}
        today={reading.today}
        status={props['title'] === undefined ? undefined : t(`shell.standStatus.${status}`)}
      />
    </div>
  )
}

const Dates = ({
  date,
  review,
  today,
  status,
}: {
  date: string | undefined
  review: string | undefined
  today: string | undefined
  status?: string | undefined
}) => {
  const t = useT()
  const format = useFormat()
  const written = (day: string) => {
    const instant = new Date(`${day.length === 7 ? `${day}-15` : day}T12:00:00Z`)
    if (Number.isNaN(instant.getTime())) return day
    if (day.length === 10) return format.dateTime(instant, { day: 'numeric', month: 'long', year: 'numeric' })
    // The line is narrow: a month stays with its year.
    return t('shell.month', { month: instant }).replace(' ', '\u00a0')
  }
  const parts = [status, date && t('shell.stand', { date: written(date) }), review && t('shell.review', { date: written(review) })].filter(Boolean)
  // "2027-02" sorts before "2027-02-01", so a month counts as due from its first day
  const due = review !== undefined && today !== undefined && review < today
  return (
    <p className="t-meta">
      {parts.join(' · ')}
      {due ? (
        <>
          {' '}
          <Badge kind="warning">{t('shell.reviewDue')}</Badge>
        </>
      ) : null}
    </p>
  )
}
