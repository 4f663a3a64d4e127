import { CERTIFICATE_SORTS, type CertificateListRow, type CertificateSort } from '#app/domain/reporting/certificate-list.ts'
import type { Report } from '#app/domain/reporting/report.ts'
import { useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { certificateState } from './certificate-report.ts'
import { ReportTable } from './report-table.tsx'
import { sortLink } from './sort-link.ts'

interface CertificateTableProps {
  readonly report: Report<CertificateListRow>
  readonly sort: CertificateSort
  readonly descending: boolean
  readonly sortHref: (order: { readonly sort: CertificateSort; readonly descending: boolean }) => string
  /** Where a name leads. */
  readonly personHref: (person: string) => string
}

const KIND = { valid: 'success', ending: 'warning', expired: 'danger' } as const

/** One page of the list of certificates. */
export const CertificateTable = ({ report, sort, descending, sortHref, personHref }: CertificateTableProps) => {
  const t = useT()
  return (
    <ReportTable
      caption={t('hr.certificates.caption')}
      report={report}
      rowKey={({ id }) => id}
      sort={sortLink(CERTIFICATE_SORTS, { sort, descending }, sortHref)}
      cells={{
        name: ({ person_id }, words) => <a href={personHref(person_id)}>{words}</a>,
        state: (row, words) => <Badge kind={KIND[certificateState(row)]}>{words}</Badge>,
      }}
    />
  )
}
