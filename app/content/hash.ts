/** Content hashes. Equal content gives an equal hash whatever the order of keys. */
import { createHash } from 'node:crypto'

/** SHA-256 in hex of a text or of bytes. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** Hash of a text whatever its line endings. */
export const hashOfText = (text: string): string => sha256(text.replace(/\r\n?/g, '\n'))

/** SHA-256 in hex of a JSON value with sorted keys; `undefined` members do not count. */
export const hashOf = (value: unknown): string => sha256(canonical(value))

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
    .join(',')}}`
}

/** The value frozen through and through. */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const member of Object.values(value)) deepFreeze(member)
  }
  return value
}
