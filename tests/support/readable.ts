/** An answer of the server as text, whatever kind of file it is: for tests that look for words in it. */
import { strFromU8, unzipSync } from 'fflate'
import { readPdf } from './read-pdf.ts'
import { sheetOf } from './workbook.ts'

/** Headers that carry words, then the body: the text of a PDF, the cells of a workbook, or the body as it is. */
export const readable = async (answer: Response): Promise<string> => {
  const bytes = Buffer.from(await answer.arrayBuffer())
  const heads = ['location', 'content-disposition', 'etag'].map((name) => answer.headers.get(name) ?? '')
  return [...heads, bodyOf(bytes)].join('\n')
}

/** Told by its first bytes: the framework's address for the data of a file says nothing else. */
const bodyOf = (bytes: Buffer): string => {
  const start = bytes.toString('latin1', 0, 4)
  if (start === '%PDF') {
    const { title, root } = readPdf(bytes)
    return `${title}\n${root.text}`
  }
  if (start === 'PK\u0003\u0004') {
    const cells = ([1, 2] as const).flatMap((sheet) => sheetOf(bytes, sheet).flatMap((row) => row.map((cell) => cell?.text ?? '')))
    return [...cells, ...Object.values(unzipSync(bytes)).map((file) => strFromU8(file))].join('\n')
  }
  return bytes.toString('utf8')
}
