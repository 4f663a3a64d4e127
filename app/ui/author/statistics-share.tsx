import type { Figure } from '#app/domain/reporting/item-figures.ts'
import { type Translate, useT } from '#app/i18n/translate.ts'

/** From so many people on a rounded count says something as a percentage. */
const PERCENT_FROM = 20

/** A rounded count in words: "3 bis 7 von 10", from 20 people on "etwa 60 %". Never more precise than what is known. */
export const shareText = (t: Translate, { about, low, high, of }: Figure): string => {
  if (of < PERCENT_FROM) {
    if (low === 0) return t('statistics.atMost', { high, of })
    return high === of ? t('statistics.atLeast', { low, of }) : t('statistics.between', { low, high, of })
  }
  if (about === 0) return t('statistics.percentAtMost', { percent: Math.ceil((100 * high) / of) })
  if (about === of) return t('statistics.percentAtLeast', { percent: Math.floor((100 * low) / of) })
  return t('statistics.percentAbout', { percent: Math.round((100 * about) / of) })
}

/** The share as text on a page. */
export const Share = ({ figure }: { readonly figure: Figure }) => <>{shareText(useT(), figure)}</>
