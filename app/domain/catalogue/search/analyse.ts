/** From a text to the terms it is found by, the same for what is indexed and for what somebody types. */
import { stemmer as englishStem } from '@orama/stemmers/english'
import { stemmer as germanStem } from '@orama/stemmers/german'
import type { Language } from '#app/content/course.ts'
import { STOPWORDS } from './stopwords.ts'

/** A word where it stands in a text. */
export interface Word {
  /** Offsets into the text; a § before a number belongs to it. */
  readonly start: number
  readonly end: number
  /** What the word is searched by; empty where it says nothing (a stopword, a single letter). */
  readonly term: string
  /** More that it is found by: the bare number of a norm, the one word that hyphens joined (marked as such). */
  readonly also: readonly string[]
}

/** Small letters without accents. In German, ae, oe and ue count as a, o and u, because ä, ö and ü are written both ways. */
const fold = (word: string, language: Language): string => {
  const plain = word
    .replace(/[\u00ad\u200b-\u200d]/g, '')
    .replace(/['’].*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßıłøđæœ]/g, (letter) => PLAIN[letter] ?? letter)
  return language === 'de' ? plain.replace(/ae|oe|(?<![qae])ue/g, (pair) => pair.charAt(0)) : plain
}
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe' }

/** The stem of a folded word. In German a woman's title is the man's: Dolmetscherin, Dolmetscherinnen and Dolmetscher are one. */
const stem = (folded: string, language: Language): string => {
  if (/\d/.test(folded)) return folded
  if (language === 'en') return englishStem(folded)
  const stemmed = germanStem(folded)
  return /[a-z]{5}inn?$/.test(stemmed) ? germanStem(stemmed.replace(/inn?$/, '')) : stemmed
}

const WORD = /§+|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]*(?:['’]\p{L}{1,2}(?!\p{L}))?/gu
const NUMBER = /^\d+[a-z]?$/
/** Words that make the number after them the number of a norm. */
const NORM: Readonly<Record<string, string>> = { art: 'art', artikel: 'art', article: 'art', paragraf: '§', paragraph: '§' }
/** What may stand between the numbers of one norm: "§§ 24 und 25". */
const BETWEEN: ReadonlySet<string> = new Set(['und', 'bis', 'oder', 'sowie', 'and', 'to', 'or'])
const HYPHEN = /^[-\u2010\u2011]$/

/** Analyses texts of one language. Make one for a whole index: it remembers every word it has met. */
export const analyserFor = (language: Language): ((text: string) => readonly Word[]) => {
  const known = new Map<string, Known>()
  const know = (written: string): Known => {
    const found = known.get(written)
    if (found !== undefined) return found
    const folded = fold(written, language)
    const isSilent = (folded.length < 2 && !/\d/.test(folded)) || STOPWORDS[language].has(folded)
    const fresh = { folded, term: isSilent ? '' : stem(folded, language) }
    known.set(written, fresh)
    return fresh
  }
  return (text) => {
    const words = [...text.matchAll(WORD)].map((match) => ({ start: match.index, end: match.index + match[0].length, ...know(match[0]) }))
    return joined(normed(words), text, (folded) => stem(folded, language))
  }
}

interface Known {
  readonly folded: string
  /** Empty for a word that says nothing. */
  readonly term: string
}
interface Raw extends Known {
  readonly start: number
  readonly end: number
}
interface Spelt extends Word {
  readonly folded: string
}

/** Terms, and norms: "§ 25" is found by §25 and by 25. */
const normed = (words: readonly Raw[]): readonly Spelt[] => {
  const spelt: Spelt[] = []
  let norm = ''
  let signAt: number | undefined
  words.forEach(({ start, end, folded, term }, index) => {
    const isNumber = NUMBER.test(folded)
    if (folded.startsWith('§')) {
      ;[norm, signAt] = ['§', start]
      return
    }
    if (isNumber && norm !== '') spelt.push({ start: signAt ?? start, end, folded, term: `${norm}${folded}`, also: [folded] })
    else if (Object.hasOwn(NORM, folded) && NUMBER.test(words[index + 1]?.folded ?? '')) {
      norm = NORM[folded] ?? ''
      spelt.push({ start, end, folded, term: '', also: [] })
    } else {
      if (!isNumber && !BETWEEN.has(folded)) norm = ''
      spelt.push({ start, end, folded, term, also: [] })
    }
    signAt = undefined
  })
  return spelt
}

/** The term of what hyphens join. It is found whole only: its parts are terms of their own. */
export const joinedTerm = (term: string): string => `-${term}`

/** Words that a hyphen joins are found by their one word too: Zwei-Sinne-Prinzip by zweisinneprinzip. */
const joined = (words: readonly Spelt[], text: string, stemOf: (folded: string) => string): readonly Word[] => {
  const result: Word[] = []
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (to < words.length && HYPHEN.test(text.slice(words[to - 1]?.end, words[to]?.start))) to += 1
    const run = words.slice(from, to)
    const whole = run.length > 1 ? [joinedTerm(stemOf(run.map(({ folded }) => folded).join('')))] : []
    for (const { start, end, term, also } of run) result.push({ start, end, term, also: [...also, ...whole] })
    from = to
  }
  return result
}
