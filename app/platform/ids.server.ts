import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'

/** A new id (UUIDv7, text): sortable by time of creation. Not a secret. */
export const newId = (): string => uuidv7()

/** A secret of 32 random bytes, base64url: session ids, invitation tokens. Store only its `fingerprint`. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256 in hex, for storing secrets and keys of limits. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex')
