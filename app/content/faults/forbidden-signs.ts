/** Signs that no text needs and that hide what is written: control characters, turned reading directions, invisible letters. */
import type { Finding } from '../course.ts'
import { finding } from './fault.ts'

/**
 * Controls but tab and line ends; embeddings, overrides and isolates of direction (a sentence in another script is a <Foreign>);
 * tag characters, which nobody sees. Marks that scripts are written with (U+200C to U+200F) are letters like others.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u

/** The first such sign as `U+202E`, or undefined. For texts whose escapes are resolved already. */
export const forbiddenSign = (text: string): string | undefined => {
  const found = FORBIDDEN.exec(text)?.[0].codePointAt(0)
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Each line with such a sign, at its place. `firstLine` is the line of the file at which the text begins. */
export const forbiddenSigns = (text: string, file: string, firstLine = 1): readonly Finding[] =>
  FORBIDDEN.test(text)
    ? text.split(/\r\n|\n|\r/).flatMap((line, index) => {
        const sign = forbiddenSign(line)
        return sign === undefined ? [] : [finding('character-forbidden', { file, line: firstLine + index, column: line.search(FORBIDDEN) + 1 }, { sign })]
      })
    : []
