import type { CertificateStatus } from '#app/domain/certificate/certificate.ts'
import { useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'

const KIND = { valid: 'success', expired: 'warning', replaced: 'info', revoked: 'danger' } as const

/** What a certificate is worth, as a word with a sign. */
export const CertificateBadge = ({ status }: { readonly status: CertificateStatus }) => (
  <Badge kind={KIND[status]}>{useT()(`certificate.status.${status}`)}</Badge>
)
