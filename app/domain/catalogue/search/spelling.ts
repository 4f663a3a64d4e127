import type { SearchIndex } from './search-index.ts'

/** A word as texts spell it that is near to a sought one that no text holds, or undefined. */
export const spelling = (index: SearchIndex, sought: readonly string[]): string | undefined => {
  for (const word of sought) {
    if (word.length < 5 || index.terms.has(word)) continue
    const [best] = index.engine.search(word, { tokenize: (text) => [text], processTerm: (term) => term, fields: ['title', 'text'], fuzzy: 0.34, maxFuzzy: 4 })
    const document = index.documents[Number(best?.id)]
    const near = new Set(best?.terms ?? [])
    const text = document === undefined ? '' : `${document.title} ${document.text}`
    const spelt = index.analyse(text).find(({ term }) => near.has(term))
    if (spelt !== undefined) return text.slice(spelt.start, spelt.end)
  }
  return undefined
}
