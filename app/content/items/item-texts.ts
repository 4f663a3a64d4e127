/** The texts of an item that a person reads, with their paths; and the item without them, which all languages share. */
import type { Path } from '../course/yaml-source.ts'
import type { Item } from './item.ts'

export interface ItemText {
  readonly path: Path
  readonly text: string
  /** Words of a figure or a text to be improved: may be clumsy on purpose. */
  readonly quoted: boolean
}

const TEXT_KEYS: ReadonlySet<string> = new Set([
  'prompt',
  'text',
  'feedback',
  'feedback_right',
  'feedback_wrong',
  'title',
  'situation',
  'question',
  'follow_up',
  'left',
  'right',
  'label',
  'role',
  'counterpart',
  'scene',
  'says',
  'speaker',
  'original',
  'sample',
  'task',
  'evidence',
])
const QUOTED_KEYS: ReadonlySet<string> = new Set(['says', 'original'])
/** Free in every language: neither shown as part of the item's shape nor compared. */
const FREE_KEYS: ReadonlySet<string> = new Set(['comment', 'answers', 'speaker', 'scene', 'follow_up', 'evidence'])

/** Every text a person reads. */
export const textsOf = (item: Item): readonly ItemText[] => collect(item, [])

/** The item with its texts blanked: ids, kinds, order, keys, ratings, ways. Equal in every language. */
export const skeletonOf = (item: Item): unknown => blank(item)

/** The first path at which two skeletons differ, or undefined. */
export const firstDifference = (a: unknown, b: unknown, path: Path = []): Path | undefined => {
  if (!isObject(a) || !isObject(b)) return a === b ? undefined : path
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  for (const key of keys) {
    const difference = firstDifference(member(a, key), member(b, key), [...path, Array.isArray(a) ? Number(key) : key])
    if (difference !== undefined) return difference
  }
  return undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const member = (value: object, key: string): unknown => (Object.hasOwn(value, key) ? value[key as keyof typeof value] : undefined)

const collect = (value: unknown, path: Path): readonly ItemText[] => {
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, entry]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    if (typeof entry === 'string') return TEXT_KEYS.has(key) ? [{ path: at, text: entry, quoted: QUOTED_KEYS.has(key) }] : []
    return collect(entry, at)
  })
}

const blank = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(blank)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (FREE_KEYS.has(key) ? [] : [[key, TEXT_KEYS.has(key) && typeof entry === 'string' ? '' : blank(entry)]])),
  )
}
