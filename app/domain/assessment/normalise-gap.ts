/**
 * What remains of a typed word when case, spacing and punctuation do not matter: NFKC, lower case, ä=ae ö=oe ü=ue
 * ß=ss, without white space and punctuation. A separator between two digits stays ("1,5" is not "15").
 * Normalising twice changes nothing.
 */
export const normaliseGap = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/(?<=[0-9])[.,:](?=[0-9])|[\p{P}]/gu, (mark, offset: number, whole: string) => (isBetweenDigits(whole, offset) ? mark : ''))
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüß]/g, (letter) => EXPANDED[letter] ?? letter)
    .normalize('NFC')

const EXPANDED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const isBetweenDigits = (text: string, at: number): boolean => /^[0-9][.,:][0-9]$/.test(text.slice(at - 1, at + 2))
