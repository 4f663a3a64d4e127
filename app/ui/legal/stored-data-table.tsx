import type { StoredKind } from '#app/domain/installation/stored-data.ts'
import { useT } from '#app/i18n/translate.ts'
import { DataTable } from '../table.tsx'

/** What is stored about people: what, what for, how long, who sees it. */
export const StoredDataTable = ({ kinds }: { kinds: readonly StoredKind[] }) => {
  const t = useT()
  return (
    <DataTable
      caption={t('legal.privacy.storedCaption')}
      rows={kinds}
      rowKey={({ kind }) => kind}
      columns={[
        { key: 'what', label: t('legal.privacy.what'), rowHeader: true, cell: ({ kind }) => t(`legal.kind.${kind}.what`) },
        { key: 'why', label: t('legal.privacy.why'), cell: ({ kind }) => t(`legal.kind.${kind}.why`) },
        {
          key: 'long',
          label: t('legal.privacy.howLong'),
          cell: ({ kind, retention }) => (
            <Several lines={kind === 'internal' ? [t('legal.internalRetention')] : retention.map((one) => t(`legal.retention.${one}`))} />
          ),
        },
        {
          key: 'who',
          label: t('legal.privacy.whoSees'),
          cell: ({ kind, seen }) => (
            <Several
              lines={
                seen.length === 0
                  ? [t('legal.privacy.nobody')]
                  : seen.map(({ by, sight }) => {
                      // A barrier is reported to the operator, not to the reader's own authority.
                      const who = t(`legal.who.${kind === 'barrier' && by === 'admin' ? 'operator' : by}`)
                      return `${who}: ${t(`legal.sight.${sight}`)}`
                    })
              }
            />
          ),
        },
      ]}
    />
  )
}

const Several = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 1 ? (
    lines[0]
  ) : (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
