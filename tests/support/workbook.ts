/** Reads a workbook as a spreadsheet would, for tests: the cells of a sheet with their types. */
import { strFromU8, unzipSync } from 'fflate'

/** A number, a day, a share or an instant (all numbers in the file, told apart by their format), or text. */
export interface WorkbookCell {
  readonly type: 'text' | 'number' | 'share' | 'date' | 'instant'
  /** Text as it is; whole numbers and percent as figures; days as YYYY-MM-DD; instants as YYYY-MM-DD HH:MM. */
  readonly text: string
}

const TYPES: Readonly<Record<string, WorkbookCell['type']>> = { '0%': 'share', 'dd.mm.yyyy': 'date', 'dd.mm.yyyy hh:mm': 'instant' }

/** The rows of a sheet (1: the table, 2: the notes) with a cell for every column, null where there is none. Throws where a cell holds a formula. */
export const sheetOf = (bytes: Uint8Array, sheet: 1 | 2 = 1): readonly (readonly (WorkbookCell | null)[])[] => {
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const xml = part(`xl/worksheets/sheet${sheet}.xml`)
  if (/<f[ >]/.test(xml)) throw new Error('a formula')
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, content = '']) => textIn(content))
  const formats = formatsOf(part('xl/styles.xml'))
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
    const cells: (WorkbookCell | null)[] = []
    for (const [, attributes = '', content = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const facts = Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
      const at = [...(facts['r'] ?? '').replace(/\d+/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      while (cells.length < at) cells.push(null)
      const value = /<v>(.*?)<\/v>/.exec(content)?.[1]
      if (value === undefined) cells.push(null)
      else cells.push(facts['t'] === 's' ? { type: 'text', text: texts[Number(value)] ?? '' } : numberIn(Number(value), formats[Number(facts['s'] ?? 0)] ?? ''))
    }
    return cells
  })
}

/** The format behind each style of a cell. */
const formatsOf = (styles: string): readonly string[] => {
  const codes = Object.fromEntries([...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id = '', code = '']) => [id, code]))
  return [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf([^>]*)>/g)].map(
    ([, xf = '']) => codes[/numFmtId="(\d+)"/.exec(xf)?.[1] ?? ''] ?? '',
  )
}

const numberIn = (value: number, format: string): WorkbookCell => {
  const type = TYPES[format] ?? 'number'
  if (type === 'number') return { type, text: String(value) }
  if (type === 'share') return { type, text: String(Math.round(value * 100)) }
  const moment = new Date(Math.round((value - 25_569) * 86_400_000)).toISOString()
  return { type, text: type === 'date' ? moment.slice(0, 10) : `${moment.slice(0, 10)} ${moment.slice(11, 16)}` }
}

const textIn = (content: string) =>
  (/<t[^>]*>(.*?)<\/t>/s.exec(content)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
