import { DATA_KINDS, ONLOOKERS, type Sight, sightOf } from '#app/domain/privacy/policy.ts'
import { useT } from '#app/i18n/translate.ts'

/** How a cell is set: what is seen by name stands out, what nobody sees steps back. */
const LOOK: Readonly<Record<Sight, string | undefined>> = {
  all: 'wb-who__yes',
  status: 'wb-who__yes',
  nameless: undefined,
  sums_from_5: undefined,
  on_request: undefined,
  never: 't-meta',
}

/** Who sees what, drawn from the policy that the program enforces: a row for each kind of data, a column for each role. */
export const VisibilityMatrix = () => {
  const t = useT()
  return (
    <table className="wb-table wb-who">
      <caption className="kern-sr-only">{t('privacy.visibility.matrixCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('privacy.visibility.data')}</th>
          {ONLOOKERS.map((onlooker) => (
            <th key={onlooker} scope="col">
              {t(`privacy.onlooker.${onlooker}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {DATA_KINDS.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`privacy.kind.${kind}`)}</th>
            {ONLOOKERS.map((onlooker) => {
              const sight = sightOf(kind, onlooker)
              return (
                <td key={onlooker} data-l={t(`privacy.onlooker.${onlooker}`)} className={LOOK[sight]}>
                  {t(`privacy.sight.${sight}`)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
