import { type CertificateContent, type CertificateStatus, textOf } from '#app/domain/certificate/certificate.ts'
import { useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { Competences } from '../competence.tsx'
import { Cover } from '../cover.tsx'
import { Facts } from '../facts.tsx'
import { Mark } from '../mark.tsx'
import { longDay, longDayOf, shortDay } from './calendar-day.ts'
import { QrCode } from './qr-code.tsx'

interface CertificateSheetProps {
  readonly certificate: {
    readonly course_id: string
    readonly code: string
    readonly holder_name: string
    readonly authority_name: string
    readonly content: CertificateContent
    readonly completed_on: string
    readonly issued_at: string
    readonly valid_until: string | null
    readonly revoked_at: string | null
  }
  readonly status: CertificateStatus
  /** Where it can be verified: the whole address. */
  readonly address: string
}

/** The certificate as a sheet: what the PDF says, in the same order. Prints on one page. */
export const CertificateSheet = ({ certificate, status, address }: CertificateSheetProps) => {
  const [t, format, language] = [useT(), useFormat(), useLanguage()]
  const { content } = certificate
  const course = textOf(content, language)
  const lang = course.language === language ? undefined : course.language
  return (
    <article className="wb-cert" aria-labelledby="certificate">
      <p className="wb-cert__from">
        <Mark />
        <b>{certificate.authority_name}</b>
      </p>
      <Cover courseId={certificate.course_id} number={content.course_number} cols={16} rows={3} />
      <div className="l-stack l-stack--s">
        <h2 id="certificate" className="t-h3">
          {t('certificate.paper.title')}
        </h2>
        <p className="t-h1">{certificate.holder_name}</p>
        <p className="t-lead">
          {t('certificate.paper.before')} <b lang={lang}>{t('certificate.paper.quoted', { title: course.title })}</b>{' '}
          {t('certificate.paper.after', { minutes: content.minutes, date: longDay(format, certificate.completed_on) })}
        </p>
        <StateLine status={status} certificate={certificate} />
      </div>
      <div className="wb-cert__two">
        <div className="l-stack l-stack--s">
          <h3 className="t-h4">{t('certificate.paper.contents')}</h3>
          <ul className="t-small" lang={lang}>
            {course.modules.map((module) => (
              <li key={module}>{module}</li>
            ))}
          </ul>
        </div>
        <div className="l-stack">
          <div className="l-stack l-stack--s">
            <h3 className="t-h4">{t('certificate.paper.competences')}</h3>
            <Competences ids={content.competences} names />
          </div>
          <Facts
            facts={[
              {
                label: t('certificate.paper.validUntil'),
                value: certificate.valid_until === null ? t('certificate.paper.unlimited') : shortDay(format, certificate.valid_until),
              },
              { label: t('certificate.paper.code'), value: <span className="t-nowrap">{certificate.code}</span> },
            ]}
          />
        </div>
      </div>
      <div className="wb-rule wb-cert__check t-small">
        <QrCode text={address} label={t('certificate.paper.qr', { address })} />
        <div className="l-stack l-stack--s">
          <p>
            {t('certificate.paper.verify')} <a href={address}>{address}</a>
          </p>
          <p>
            {t('certificate.paper.issued', { date: format.dateTime(new Date(certificate.issued_at), { dateStyle: 'medium' }) })}{' '}
            {t('certificate.paper.revision', { revision: content.revision, date: shortDay(format, content.published_on) })}
          </p>
          <p className="t-meta">
            {t(content.pass_mark ? 'certificate.paper.passed' : 'certificate.paper.attended')} {t('certificate.paper.noAssessment')}
          </p>
        </div>
      </div>
    </article>
  )
}

/** On the sheet itself, so that a print says it too. */
const StateLine = ({
  status,
  certificate,
}: Pick<CertificateSheetProps, 'status'> & { certificate: { revoked_at: string | null; valid_until: string | null } }) => {
  const [t, format] = [useT(), useFormat()]
  if (status === 'valid') return null
  const words =
    status === 'revoked'
      ? t('certificate.paper.revoked', { date: longDayOf(format, certificate.revoked_at ?? '') })
      : status === 'expired'
        ? t('certificate.paper.expired', { date: longDay(format, certificate.valid_until ?? '') })
        : t('certificate.paper.replaced')
  return <p className="wb-cert__state">{words}</p>
}
