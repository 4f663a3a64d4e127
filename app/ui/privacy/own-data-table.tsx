import { type OwnTable, retentionOf, SECTIONS, type Section } from '#app/domain/privacy/own-data.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { shortDate } from '../report/short-date.ts'

interface OwnDataTableProps {
  /** Of every table. `newest`: calendar day, null where there is no entry. */
  readonly counts: readonly { readonly table: OwnTable; readonly rows: number; readonly newest: string | null }[]
}

const SECTION_NAMES = Object.keys(SECTIONS) as Section[]

/** What is stored about the reader: one group of rows for each thing that people have a word for. */
export const OwnDataTable = ({ counts }: OwnDataTableProps) => {
  const t = useT()
  const format = useFormat()
  const countOf = (table: OwnTable) => counts.find((count) => count.table === table)
  const labels = { rows: t('privacy.data.rows'), newest: t('privacy.data.newest'), kept: t('privacy.data.kept') }
  return (
    <table className="wb-table wb-table--cards wb-own">
      <caption className="kern-sr-only">{t('privacy.data.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('privacy.data.what')}</th>
          <th scope="col" className="num">
            {labels.rows}
          </th>
          <th scope="col">{labels.newest}</th>
          <th scope="col">{labels.kept}</th>
        </tr>
      </thead>
      {SECTION_NAMES.map((section) => (
        <tbody key={section}>
          <tr className="wb-own__group">
            <th scope="rowgroup" colSpan={4}>
              {t(`privacy.section.${section}`)}
            </th>
          </tr>
          {SECTIONS[section].map((table: OwnTable) => {
            const count = countOf(table)
            return (
              <tr key={table}>
                <th scope="row">
                  {t(`privacy.table.${table}.title`)}
                  <small>{t(`privacy.table.${table}.purpose`)}</small>
                </th>
                <td className="num" data-l={labels.rows}>
                  {format.number(count?.rows ?? 0)}
                </td>
                <td className="t-nowrap" data-l={labels.newest}>
                  {count?.newest ? shortDate(format, count.newest) : t('privacy.data.none')}
                </td>
                <td data-l={labels.kept}>
                  <div>{t(`privacy.kept.${retentionOf(table)}`)}</div>
                </td>
              </tr>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}
