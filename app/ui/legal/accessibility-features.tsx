import { useT } from '#app/i18n/translate.ts'

const FEATURES = ['keyboard', 'zoom', 'dark', 'contrast', 'motion', 'print', 'time', 'session', 'language', 'words', 'forms', 'script'] as const

/** What the platform brings along for people who use it differently (EN 301 549, 12.1.1). Each line is held by a test or a rule of the house. */
export const AccessibilityFeatures = () => {
  const t = useT()
  return (
    <dl className="wb-features">
      {FEATURES.map((feature) => (
        <div key={feature}>
          <dt>{t(`legal.help.${feature}`)}</dt>
          <dd>{t(`legal.help.${feature}Text`)}</dd>
        </div>
      ))}
    </dl>
  )
}
