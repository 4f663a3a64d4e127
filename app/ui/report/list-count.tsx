import { useT } from '#app/i18n/translate.ts'

interface ListCountProps {
  /** "214 Personen" */
  readonly total: string
  readonly page: number
  readonly pageSize: number
  /** Rows on this page. */
  readonly shown: number
  /** Title of the column the list is sorted by. */
  readonly sortedBy: string
  readonly descending: boolean
}

/** How many there are, which of them are shown, and in which order. */
export const ListCount = ({ total, page, pageSize, shown, sortedBy, descending }: ListCountProps) => {
  const t = useT()
  const from = (page - 1) * pageSize + 1
  const rest = `, ${t('hr.list.shown', { from: String(from), to: String(from + shown - 1) })}, ${t(descending ? 'hr.list.sortedDown' : 'hr.list.sorted', { column: sortedBy })}`
  return (
    <p role="status">
      <b>{total}</b>
      {shown === 0 ? null : rest}
    </p>
  )
}
