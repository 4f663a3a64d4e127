/** Plain counts of a text. They help a writer to look again; they are no grade. */
export interface TextFigures {
  readonly words: number
  readonly sentences: number
  /** Words of a sentence on average, to one decimal. */
  readonly average: number
  /** Words of the longest sentence. */
  readonly longest: number
  /** Words of more than 12 letters: in German mostly compounds that could be taken apart. */
  readonly long: number
}

const LONG = 12

/** Counts words and sentences. A full stop after a number or a short abbreviation ("§ 82 Abs. 1", "z. B.") ends no sentence, and "15.03." is one word. */
export const figuresOf = (text: string): TextFigures => {
  const guarded = text.replace(/(\b(?:Abs|Art|Nr|bzw|ca|Dr|Str|usw|vgl|ggf|inkl|[A-Za-z])|\d)\.(?=\s+\S)/g, '$1')
  const sentences = guarded
    .split(/[.!?]+(?=\s|$)|\n{2,}/)
    .map((sentence) => sentence.match(/\d+(?:[.,:]\d+)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’/-]*/gu) ?? [])
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  return {
    words: words.length,
    sentences: sentences.length,
    average: sentences.length === 0 ? 0 : Math.round((10 * words.length) / sentences.length) / 10,
    longest: Math.max(0, ...sentences.map((sentence) => sentence.length)),
    long: words.filter((word) => (word.match(/\p{L}/gu)?.length ?? 0) > LONG).length,
  }
}
