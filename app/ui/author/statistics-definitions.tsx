import { useT } from '#app/i18n/translate.ts'

const TERMS = ['people', 'share', 'parts', 'why', 'flags'] as const

/** What each figure of the item statistics means and how it is counted. */
export const StatisticsDefinitions = () => {
  const t = useT()
  return (
    <dl className="l-grid">
      {TERMS.map((term) => (
        <div key={term}>
          <dt>
            <b>{t(`statistics.define.${term}`)}</b>
          </dt>
          <dd className="t-small">{t(`statistics.define.${term}Text`)}</dd>
        </div>
      ))}
    </dl>
  )
}
