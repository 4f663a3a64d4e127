import type { Translate } from '#app/i18n/translate.ts'

/** What the levels of a map of shares mean, weakest first. */
export const shareLegend = (t: Translate) => ({
  below: t('hr.coverage.legend.below'),
  from50: t('hr.coverage.legend.from50'),
  from60: t('hr.coverage.legend.from60'),
  from75: t('hr.coverage.legend.from75'),
  from90: t('hr.coverage.legend.from90'),
})
