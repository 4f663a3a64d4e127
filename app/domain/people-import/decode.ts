/** From bytes to text: what offices export is UTF-8, Windows-1252, or the UTF-16 of Excel's "Unicode text". Pure. */

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16'

export interface Decoded {
  readonly encoding: Encoding
  readonly text: string
}

/**
 * The text of a file: by its mark, else as UTF-8 where the bytes are valid UTF-8, else as Windows-1252, in which every byte is a letter.
 * 'spreadsheet' for a workbook (xlsx, ods, xls), 'binary' for anything else that is no text.
 */
export const decode = (bytes: Uint8Array): Decoded | 'spreadsheet' | 'binary' => {
  if (WORKBOOKS.some((mark) => startsWith(bytes, mark))) return 'spreadsheet'
  const decoded = read(bytes)
  if (decoded === undefined || decoded.text.includes('\0')) return 'binary'
  // Some systems write a page or a document and call it .xls or .csv.
  return /^\s*(?:<[!?a-z]|%PDF-|\{\\rtf)/i.test(decoded.text.slice(0, 200)) ? 'spreadsheet' : decoded
}

/** zip (xlsx, ods) and OLE (xls). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]
const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)

const read = (bytes: Uint8Array): Decoded | undefined => {
  const wide = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined
  if (wide !== undefined) {
    const text = strictly(wide, bytes)
    return text === undefined ? undefined : { encoding: 'utf-16', text }
  }
  const text = strictly('utf-8', bytes)
  return text === undefined ? { encoding: 'windows-1252', text: windows1252(bytes) } : { encoding: 'utf-8', text }
}

/** Without its mark; undefined where the bytes do not fit. */
const strictly = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Written out, because some versions of the runtime read Windows-1252 as Latin-1 and lose the sign for the euro and the quotation marks. */
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => UPPER[letter.charCodeAt(0) - 0x80] ?? letter)

/** What 0x80 to 0x9F mean (WHATWG, index windows-1252). Five of them mean nothing and stay control characters. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
