/** Plain counts of a text. They help a writer to look again; they are no grade. */
export interface TextFigures {
  readonly words: number
  readonly sentences: number
  /** Words of the longest sentence. */
  readonly longest: number
}

/** Counts words and sentences. A full stop after a number or a short abbreviation ("§ 82 Abs. 1", "z. B.") ends no sentence. */
export const figuresOf = (text: string): TextFigures => {
  const guarded = text.replace(/(\b(?:Abs|Art|Nr|bzw|ca|Dr|Str|usw|vgl|ggf|inkl|[A-Za-z])|\d)\.(?=\s+\S)/g, '$1')
  const lengths = guarded
    .split(/[.!?]+(?=\s|$)|\n{2,}/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’/-]*/gu)?.length ?? 0)
    .filter((words) => words > 0)
  return { words: lengths.reduce((sum, words) => sum + words, 0), sentences: lengths.length, longest: Math.max(0, ...lengths) }
}
