import type { CertificateStatus } from '#app/domain/certificate/certificate.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { shortDate } from '../report/short-date.ts'
import { DataTable } from '../table.tsx'

interface Certificate {
  readonly id: string
  readonly course_number: number
  readonly title: string
  readonly status: CertificateStatus
  /** Calendar dates. */
  readonly issued_on: string
  readonly valid_until: string | null
  readonly revoked_reason: string | null
}

const KIND = { valid: 'success', expired: 'warning', replaced: 'info', revoked: 'danger' } as const

interface PersonCertificatesProps {
  readonly name: string
  readonly certificates: readonly Certificate[]
  readonly revocationHref: (certificate: string) => string
}

/** A person's certificates as HR sees them: that they exist and until when, never the sheet or its code. */
export const PersonCertificates = ({ name, certificates, revocationHref }: PersonCertificatesProps) => {
  const t = useT()
  const format = useFormat()
  if (certificates.length === 0) return <p>{t('privacy.person.noCertificate')}</p>
  return (
    <DataTable
      caption={t('privacy.person.certificatesCaption', { name })}
      rows={certificates}
      rowKey={({ id }) => id}
      columns={[
        { key: 'course', label: t('hr.column.course'), rowHeader: true, cell: ({ course_number, title }) => `${course_number} ${title}` },
        {
          key: 'status',
          label: t('hr.column.status'),
          cell: ({ status, revoked_reason }) => (
            <>
              <Badge kind={KIND[status]}>{t(`certificate.status.${status}`)}</Badge>
              {revoked_reason === null ? null : (
                <small>
                  {t('privacy.person.reason')} <bdi>{revoked_reason}</bdi>
                </small>
              )}
            </>
          ),
        },
        { key: 'issued', label: t('privacy.person.issued'), nowrap: true, cell: ({ issued_on }) => shortDate(format, issued_on) },
        {
          key: 'until',
          label: t('privacy.person.validUntil'),
          nowrap: true,
          cell: ({ valid_until }) => (valid_until === null ? t('privacy.person.unlimited') : shortDate(format, valid_until)),
        },
        {
          key: 'action',
          label: t('privacy.person.action'),
          cell: ({ id, status, title }) =>
            status === 'revoked' ? (
              t('hr.noDate')
            ) : (
              <a href={revocationHref(id)}>
                {t('privacy.person.revoke')}
                <span className="kern-sr-only"> {t('privacy.person.revokeAbout', { title })}</span>
              </a>
            ),
        },
      ]}
    />
  )
}
