/** The markup that is kept, and the names it is kept under. */

/** Text and names of holes take turns; the first and the last are text. */
export type Markup = readonly string[]

/** Letters of keys and markup together. What was not used for the longest time goes first. */
const MOST = 4_000_000

const all = new Map<string, Markup>()
let letters = 0

/** The markup kept under a key, or undefined. */
export const keptAs = (key: string): Markup | undefined => {
  const markup = all.get(key)
  if (markup !== undefined) {
    all.delete(key)
    all.set(key, markup)
  }
  return markup
}

/** Keeps markup under a key, and drops the oldest where there is too much. */
export const keep = (key: string, markup: Markup): void => {
  if (all.has(key)) return
  all.set(key, markup)
  letters += lengthOf(key, markup)
  for (const [oldest, other] of all) {
    if (letters <= MOST) return
    all.delete(oldest)
    letters -= lengthOf(oldest, other)
  }
}

/** Whether a word stands anywhere in what is kept: for tests of what may not. */
export const isKept = (word: string): boolean => [...all].some(([key, markup]) => key.includes(word) || markup.some((piece) => piece.includes(word)))

const lengthOf = (key: string, markup: Markup) => markup.reduce((sum, piece) => sum + piece.length, key.length)

/**
 * A text that is the same for the same value and no other, or undefined where a value cannot be told apart: functions, elements, sets and
 * objects of classes. Frozen objects are known by themselves, not by what they hold, so they must be frozen to the ground.
 */
export const keyOf = (value: unknown): string | undefined => {
  try {
    return written(value)
  } catch (problem) {
    if (problem === INCOMPARABLE) return undefined
    throw problem
  }
}

const INCOMPARABLE = new Error('a value cannot be compared')

/** Texts say their length, so that none can look like something else. JSON with a replacer would take four times as long. */
const written = (value: unknown): string => {
  if (typeof value === 'string') return `"${value.length}:${value}`
  if (typeof value === 'function' || typeof value === 'symbol') throw INCOMPARABLE
  if (typeof value !== 'object' || value === null) return `(${value})`
  if ('$$typeof' in value) throw INCOMPARABLE
  if (Object.isFrozen(value)) return `#${numberOf(value)};`
  if (Array.isArray(value)) return `[${value.map(written).join('')}]`
  if (Object.getPrototypeOf(value) !== Object.prototype) throw INCOMPARABLE
  let text = '{'
  for (const [name, part] of Object.entries(value)) text += written(name) + written(part)
  return `${text}}`
}

const numbers = new WeakMap<object, number>()
let next = 0

const numberOf = (value: object): number => {
  const known = numbers.get(value)
  if (known !== undefined) return known
  numbers.set(value, next)
  return next++
}
