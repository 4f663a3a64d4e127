/** The code on a certificate, as people type it. */

/** Longer input is no code; it is not even looked at. */
const LONGEST = 100

/**
 * The twelve letters of a code as it was typed: in any case, with or without hyphens and spaces, O for 0, I or L for 1.
 * undefined where it cannot be a code.
 */
export const readCode = (typed: string): string | undefined => {
  if (typed.length > LONGEST) return undefined
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212._]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters) ? letters : undefined
}

/** As printed: `7KQ4-92MX-ABCD`. */
export const printedCode = (letters: string): string => letters.replace(/(.{4})(?=.)/g, '$1-')
