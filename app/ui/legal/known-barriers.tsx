import type { Language } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/translate.ts'

/** Known barriers, one a line: what | why | alternative. A line without bars is shown as it is. */
export const KnownBarriers = ({ lines, lang }: { lines: string; lang: Language | undefined }) => {
  const t = useT()
  return (
    <ul className="wb-barriers">
      {lines
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, position) => {
          const [what = '', why = '', ...alternative] = line.split('|').map((part) => part.trim())
          const instead = alternative.filter((part) => part !== '').join(' ')
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place
            <li key={position} dir="auto">
              <b lang={lang}>{what}</b>
              {why === '' ? null : (
                <span>
                  {t('legal.accessibility.reason')} <span lang={lang}>{why}</span>
                </span>
              )}
              {instead === '' ? null : (
                <span>
                  {t('legal.accessibility.instead')} <span lang={lang}>{instead}</span>
                </span>
              )}
            </li>
          )
        })}
    </ul>
  )
}
