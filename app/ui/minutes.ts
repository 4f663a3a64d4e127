import type { Translate } from '#app/i18n/translate.ts'

/** "ca. 12 Minuten, davon 7 Lesen und 5 Üben": both parts add up to the minutes of the module. */
export const minutesSentence = (t: Translate, minutes: number, reading: number): string => {
  const practice = minutes - reading
  return practice > 0 ? t('module.minutes.both', { minutes, reading, practice }) : t('module.minutes.reading', { minutes })
}
