import { useLanguage, useT } from '#app/i18n/translate.ts'

/** Where choices are posted to and where to return afterwards. */
export interface PreferencesTarget {
  readonly action: string
  readonly next: string
}

const LANGUAGES = ['de', 'en'] as const
const THEMES = ['auto', 'light', 'dark'] as const

/** German or English. Each button says its language in that language. */
export const LanguageSwitch = ({ action, next }: PreferencesTarget) => {
  const t = useT()
  const language = useLanguage()
  return (
    <form className="wb-choice" method="post" action={action} aria-label={t('shell.preferences.language')}>
      <input type="hidden" name="next" value={next} />
      {LANGUAGES.map((choice) => (
        <button key={choice} type="submit" name="language" value={choice} lang={choice} aria-pressed={choice === language}>
          {t(`shell.preferences.${choice}`)}
        </button>
      ))}
    </form>
  )
}

/** Light, dark, or as the system has it. */
export const ThemeSwitch = ({ action, next, theme }: PreferencesTarget & { theme: 'light' | 'dark' | null }) => {
  const t = useT()
  return (
    <form className="wb-choice" method="post" action={action} aria-label={t('shell.preferences.theme')}>
      <input type="hidden" name="next" value={next} />
      {THEMES.map((choice) => (
        <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === (theme ?? 'auto')}>
          {t(`shell.preferences.${choice}`)}
        </button>
      ))}
    </form>
  )
}
