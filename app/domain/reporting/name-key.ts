/**
 * Sorting and finding names the German way in plain SQL. SQLite's own order puts Ö behind Z and its `lower` knows only ASCII;
 * a loaded collation would exist in one dialect only. DIN 5007-1: ä sorts as a, ß as ss; other marks as their base letter.
 */
import { type RawBuilder, sql } from 'kysely'

/** Base letter → letters that sort as it, of the names met in German offices. */
const FOLDED: Readonly<Record<string, string>> = {
  a: 'äÄáÁàÀâÂãÃåÅăĂąĄā',
  ae: 'æÆ',
  c: 'çÇćĆčČ',
  d: 'đĐðďĎ',
  e: 'éÉèÈêÊëËęĘěĚė',
  g: 'ğĞģ',
  i: 'íÍìÌîÎïÏıİīĪ',
  l: 'łŁľĽ',
  n: 'ñÑńŃňŇņ',
  o: 'öÖóÓòÒôÔõÕøØőŐō',
  oe: 'œŒ',
  r: 'řŘ',
  s: 'şŞșȘšŠśŚ',
  ss: 'ßẞ',
  t: 'ţŢțȚťŤ',
  u: 'üÜúÚùÙûÛůŮűŰūŪ',
  y: 'ýÝÿ',
  z: 'žŽźŹżŻ',
}
const LETTERS: readonly (readonly [letter: string, base: string])[] = Object.entries(FOLDED).flatMap(([base, letters]) =>
  [...letters].map((letter) => [letter, base] as const),
)
const BASE_OF: ReadonlyMap<string, string> = new Map(LETTERS)

/** Columns with names of people and units, as the statements of this folder call them. */
export type NameColumn = 'p.family_name' | 'p.given_name' | 'u.name'

/** The sort key of a column with a name. Names in plain ASCII, most of them, skip the replacing. */
export const nameKey = (column: NameColumn): RawBuilder<string> => sql.raw(KEYS[column])

const keyOf = (column: NameColumn) => {
  const folded = LETTERS.reduce<string>((key, [letter, base]) => `replace(${key},'${letter}','${base}')`, column)
  return `case when octet_length(${column}) = length(${column}) then lower(${column}) else lower(${folded}) end`
}
/** Written once as text: as a tree of a hundred nodes each statement would be built and walked anew. */
const KEYS: Readonly<Record<NameColumn, string>> = { 'p.family_name': keyOf('p.family_name'), 'p.given_name': keyOf('p.given_name'), 'u.name': keyOf('u.name') }

/**
 * The place of the person `p` in the order by name. In the order of the index `person_name` it is counted, not sorted; whoever sorts by it
 * compares numbers instead of keys, which for names with umlauts are slow to make.
 */
export const namePlace = (): RawBuilder<number> => sql`row_number() over (order by ${nameKey('p.family_name')}, ${nameKey('p.given_name')}, p.id)`

/** The same key of a text somebody typed. */
export const foldName = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => BASE_OF.get(letter) ?? letter)
    .join('')
    .toLowerCase()

/** Words of a search for a person: "Yıldız, Murat" and "murat yildiz" are the same search. At most five words count. */
export const searchWords = (text: string): readonly string[] =>
  spelling(foldName(text))
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .slice(0, 5)

/** Whether the name contains the word, however the umlaut is spelt: Schaefer, Schäfer and Schafer find each other. */
export const nameContains = (column: NameColumn, word: string): RawBuilder<boolean> => {
  const key = sql`replace(replace(replace(${nameKey(column)}, 'ae', 'a'), 'oe', 'o'), 'ue', 'u')`
  return sql<boolean>`${key} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
}

const spelling = (key: string) => key.replaceAll('ae', 'a').replaceAll('oe', 'o').replaceAll('ue', 'u')
