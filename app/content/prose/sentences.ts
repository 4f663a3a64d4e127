/** Words that end with a full stop inside a sentence. */
const ABBREVIATION =
  /(?:^|[\s(„"])(?:[a-zA-ZäöüÄÖÜ]|z\.\s?B|d\.\s?h|u\.\s?a|i\.\s?V\.\s?m|i\.\s?d\.\s?R|Abs|Art|Nr|Nrn|Rn|S|Satz|Hs|Alt|ca|bzw|usw|vgl|ggf|Dr|Prof|Hr|Fr|Bd|Kap|inkl|max|min|Mio|Std|Tel|St|e\.g|i\.e|Mr|Mrs|Ms|No|para|sec|\d{1,4})\.$/

/** The sentences of a text with their offsets. Abbreviations and dates ("z. B.", "Abs. 3", "3. März") do not end one. */
export const sentencesOf = (text: string): readonly { readonly text: string; readonly offset: number }[] => {
  const sentences: { text: string; offset: number }[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?…]["“”»«’)\]]*(?=\s|$)/g)) {
    const end = match.index + match[0].length
    const rest = text.slice(end)
    if (ABBREVIATION.test(text.slice(start, end)) && rest.trim() !== '') continue
    if (/^\s+[a-zäöüß]/.test(rest)) continue
    push(sentences, text.slice(start, end), start)
    start = end
  }
  push(sentences, text.slice(start), start)
  return sentences
}

/** Number of words: runs of letters and digits, with hyphens and apostrophes inside. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[-’'./][\p{L}\p{N}]+)*/gu)?.length ?? 0

const push = (sentences: { text: string; offset: number }[], text: string, offset: number) => {
  const trimmed = text.trim()
  if (trimmed !== '') sentences.push({ text: trimmed.replace(/\s+/g, ' '), offset: offset + text.length - text.trimStart().length })
}
