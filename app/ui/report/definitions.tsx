import { useT } from '#app/i18n/translate.ts'

const TERMS = ['people', 'completed', 'percent', 'trend', 'stand'] as const

/** What each figure of the overview means and how it is counted. */
export const Definitions = () => {
  const t = useT()
  return (
    <dl className="l-grid">
      {TERMS.map((term) => (
        <div key={term}>
          <dt>
            <b>{t(`hr.definitions.${term}`)}</b>
          </dt>
          <dd className="t-small">{t(`hr.definitions.${term}Text`)}</dd>
        </div>
      ))}
    </dl>
  )
}
