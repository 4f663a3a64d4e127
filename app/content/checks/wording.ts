/** Warnings on single sentences: too long, or explaining people by origin. */
import type { Finding, Language } from '../course.ts'
import { finding, type Spot } from '../faults/fault.ts'
import { countWords } from '../prose/sentences.ts'
import { WORDING_PATTERNS } from './wording-patterns.ts'

/** Above this many words a sentence is hard to hold in mind (recommendations for plain administrative language: 20 to 25). */
export const SENTENCE_LIMIT = 30

/** Findings for one sentence. Quoted sentences may be long. */
export const checkSentence = (text: string, quoted: boolean, language: Language, spot: Spot): readonly Finding[] => {
  const words = countWords(text)
  const long = words > SENTENCE_LIMIT && !quoted ? [finding('sentence-long', spot, { words, start: text.split(' ').slice(0, 6).join(' ') })] : []
  const codes = new Set<string>()
  const wording = WORDING_PATTERNS[language].flatMap(({ code, pattern }) => {
    const found = pattern.exec(text)?.[0]
    if (found === undefined || codes.has(code)) return []
    codes.add(code)
    return [finding(code, spot, { found: found.trim() })]
  })
  return [...long, ...wording]
}
