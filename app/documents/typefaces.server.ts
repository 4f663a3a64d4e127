/** The typefaces of paper: Fira Sans as whole TrueType files (SIL OFL 1.1), of which each document carries the letters it uses. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

export interface Typefaces {
  readonly regular: Font
  readonly strong: Font
}

let loaded: Promise<Typefaces> | undefined

/** Read and parsed at the first use, then kept: most starts of the program never print. */
export const typefaces = (): Promise<Typefaces> => {
  loaded ??= load()
  return loaded
}

const load = async (): Promise<Typefaces> => {
  const { create } = await import('fontkit')
  const require = createRequire(import.meta.url)
  const open = (file: string): Font => {
    const font = create(readFileSync(file))
    if ('fonts' in font) throw new Error(`${file} is a collection`)
    return font
  }
  return {
    regular: open(require.resolve('@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf')),
    strong: open(require.resolve('@expo-google-fonts/fira-sans/600SemiBold/FiraSans_600SemiBold.ttf')),
  }
}

/** A stretch as it is printed. */
export interface Printed {
  readonly text: string
  /** What really stands there, where the typeface has no letter for it: kept for copying and reading aloud. */
  readonly actual?: string
}

/** Stands for a letter that cannot be printed. */
const NO_LETTER = '▯'

/**
 * The text in letters that the typeface has: composed, without control characters and marks of direction, spaces as one. What has no
 * letter becomes a box, in a stretch of its own that keeps what it stands for.
 */
export const printable = (font: Font, text: string): readonly Printed[] => {
  const parts: Printed[] = []
  for (const { segment } of new Intl.Segmenter().segment(cleaned(text))) {
    const known = [...segment].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
    const last = parts.at(-1)
    const joins = last !== undefined && (last.actual === undefined) === known
    const before = joins ? parts.pop() : undefined
    const shown = (before?.text ?? '') + (known ? segment : NO_LETTER)
    parts.push(known ? { text: shown } : { text: shown, actual: (before?.actual ?? '') + segment })
  }
  return parts
}

/** Whether a text has letters that would be printed as boxes. The paper should then say where the text can be read in full. */
export const hasUnprintable = async (text: string): Promise<boolean> => printable((await typefaces()).regular, text).some(({ actual }) => actual !== undefined)

const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    // Soft hyphens, marks of width and direction, and control characters: nothing to be seen of them on paper.
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Cs}]|\p{Variation_Selector}|(?!\s)\p{Cc}/gu, '')
    .replace(/[\u2007\u202F]/g, '\u00A0')
    .replace(/[^\S\u00A0]+/g, ' ')
