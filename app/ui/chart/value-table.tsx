import { useT } from '#app/i18n/translate.ts'

/** The numbers of a chart as a table that can be opened; what the picture hides is hidden here too. */
export const ValueTable = ({
  caption,
  head,
  rows,
}: {
  caption: string
  head: readonly string[]
  rows: readonly { readonly name: string; readonly values: readonly string[] }[]
}) => {
  const t = useT()
  return (
    <details className="wb-values">
      <summary>{t('shell.valuesAsTable')}</summary>
      <table className="wb-table">
        <caption className="kern-sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((title, index) => (
              <th key={title} scope="col" className={index === 0 ? undefined : 'num'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {row.values.map((value, index) => (
                <td key={head[index + 1]} className="num">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
