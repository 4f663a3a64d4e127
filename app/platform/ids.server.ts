import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'

/** A new id (UUIDv7, text): sortable by time of creation. Not a secret. */
export const newId = (): string => uuidv7()

/** A secret of 32 random bytes, base64url: session ids, invitation tokens. Store only its `fingerprint`. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256 in hex, for storing secrets and keys of limits. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Crockford's base32: no I, L, O, U, so that nobody mistakes a letter for a digit. */
export const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code to be read and typed by people: 60 random bits as `7KQ4-92MX-ABCD`. Guessing one of a million takes 10^12 attempts on average. */
export const newCode = (): string => {
  // 256 is a multiple of 32: every letter is equally likely.
  const letters = [...randomBytes(12)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length] ?? '')
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-')
}
