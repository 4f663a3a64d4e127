import type { CertificateStatus } from '#app/domain/certificate/certificate.ts'
import { useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { Alert } from '../alert.tsx'
import { Facts } from '../facts.tsx'
import { longDay, longDayOf, shortDay } from './calendar-day.ts'

interface VerifiedPaperProps {
  readonly paper: {
    readonly holder_name: string
    readonly authority_name: string
    readonly titles: Readonly<Partial<Record<'de' | 'en', string>>>
    readonly minutes: number
    readonly completed_on: string
    readonly valid_until: string | null
    readonly revoked_at: string | null
  }
  readonly status: CertificateStatus
  /** The day for which the answer holds. */
  readonly today: string
}

const KIND = { valid: 'success', expired: 'warning', replaced: 'info', revoked: 'danger' } as const

/** The answer to a code: what the paper is worth, and what has to stand on it. */
export const VerifiedPaper = ({ paper, status, today }: VerifiedPaperProps) => {
  const [t, format, language] = [useT(), useFormat(), useLanguage()]
  const lang = paper.titles[language] === undefined ? (['de', 'en'] as const).find((one) => paper.titles[one] !== undefined) : undefined
  const title =
    status === 'expired'
      ? t('certificate.verify.expired', { date: longDay(format, paper.valid_until ?? today) })
      : status === 'revoked'
        ? t('certificate.verify.revoked', { date: longDayOf(format, paper.revoked_at ?? '') })
        : t(`certificate.verify.${status}`)
  return (
    <>
      <Alert kind={KIND[status]} title={title} headingLevel={2}>
        <p>{status === 'valid' ? t('certificate.verify.validText', { date: longDay(format, today) }) : t(`certificate.verify.${status}Text`)}</p>
      </Alert>
      <Facts
        facts={[
          { label: t('certificate.verify.holder'), value: paper.holder_name },
          { label: t('certificate.verify.authority'), value: paper.authority_name },
          { label: t('certificate.verify.course'), value: <span lang={lang}>{paper.titles[lang ?? language]}</span> },
          { label: t('certificate.verify.completed'), value: shortDay(format, paper.completed_on) },
          {
            label: t('certificate.verify.validUntil'),
            value: paper.valid_until === null ? t('certificate.verify.unlimited') : shortDay(format, paper.valid_until),
          },
          { label: t('certificate.verify.minutes'), value: t('certificate.verify.minutesValue', { minutes: paper.minutes }) },
        ]}
      />
    </>
  )
}
