/** What a password must be. Length and rarity, no rules of composition (ASVS 6.2, NIST SP 800-63B). Pure. */
import { COMMON_PASSWORDS } from './common-passwords.ts'

/** In characters as people count them (code points). */
const MIN_LENGTH = 12
const MAX_LENGTH = 128

export type PasswordProblem = 'too_short' | 'too_long' | 'too_common' | 'contains_email'

/** Why the password cannot be taken, or null. Compared without regard to case. */
export const passwordProblem = (password: string, email: string): PasswordProblem | null => {
  const length = [...password].length
  if (length < MIN_LENGTH) return 'too_short'
  if (length > MAX_LENGTH) return 'too_long'
  const plain = password.normalize('NFKC').toLowerCase()
  if (COMMON_PASSWORDS.has(plain) || isRepetition(plain) || isSequence(plain)) return 'too_common'
  return namesOf(email).some((name) => plain.includes(name)) ? 'contains_email' : null
}

/** The part before the @, and its parts of at least four letters: "mirjam.kessler" → also "mirjam", "kessler". */
const namesOf = (email: string): readonly string[] => {
  const local = email.normalize('NFKC').toLowerCase().split('@', 1)[0] ?? ''
  return [local, ...local.split(/[._+-]+/)].filter((name) => name.length >= 4)
}

/** "aaaaaaaaaaaa", "passwortpasswort", "abcabcabcabc": a short or common word, repeated. */
const isRepetition = (plain: string): boolean => {
  for (let length = 1; length <= plain.length / 2; length += 1) {
    const part = plain.slice(0, length)
    if (plain.length % length === 0 && part.repeat(plain.length / length) === plain) return length <= 4 || COMMON_PASSWORDS.has(part)
  }
  return false
}

/** "123456789012", "abcdefghijkl": each character follows the one before, also round the end of the digits. */
const isSequence = (plain: string): boolean =>
  ['0123456789'.repeat(14), '9876543210'.repeat(14), ALPHABET.repeat(6), [...ALPHABET].reverse().join('').repeat(6)].some((row) => row.includes(plain))
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'
