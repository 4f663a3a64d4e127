/** From the bytes of a file to headings and rows. Pure. */
import { CsvError, parse } from 'csv-parse/sync'
import { decode, type Encoding } from './decode.ts'
import { LARGEST_FILE, LONGEST_ROW, MOST_COLUMNS, MOST_ROWS } from './limits.ts'

export const DELIMITERS = [';', ',', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

export interface FileRow {
  /** As a spreadsheet counts: the headings are usually row 1, blank lines count, a line break inside a cell does not. */
  readonly number: number
  readonly cells: readonly string[]
}

/** A file as it was understood; what was assumed is shown. */
export interface PeopleFile {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly headings: readonly string[]
  /** Without blank lines. At least one. */
  readonly rows: readonly FileRow[]
}

/** Why a file cannot be read at all. `quote`: a quotation mark that is never closed. */
export type FileProblem = 'empty' | 'no_rows' | 'too_large' | 'spreadsheet' | 'binary' | 'too_many_rows' | 'too_many_columns' | 'no_headings' | 'quote'

/** Reads CSV as offices have it: encoding and delimiter are found out, cells may be quoted, lines may end as they like. */
export const readPeopleFile = (bytes: Uint8Array): PeopleFile | FileProblem => {
  if (bytes.length > LARGEST_FILE) return 'too_large'
  const decoded = decode(bytes)
  if (typeof decoded === 'string') return decoded
  const { delimiter, skipped, body } = withoutHint(decoded.text)
  const records = recordsOf(body, delimiter, skipped)
  if (typeof records === 'string') return records
  const [head, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (head === undefined) return 'empty'
  const headings = withoutTail(head.cells.map((cell) => cell.trim().replace(/\s+/g, ' ')))
  if (headings.length > MOST_COLUMNS) return 'too_many_columns'
  if (headings.some((heading) => heading.includes('@'))) return 'no_headings'
  if (rows.length === 0) return 'no_rows'
  return rows.length > MOST_ROWS ? 'too_many_rows' : { encoding: decoded.encoding, delimiter, headings, rows }
}

/** Excel writes `sep=;` into the first line to tell itself what it is going to read. */
const withoutHint = (text: string): { delimiter: Delimiter; skipped: number; body: string } => {
  const hint = /^sep=([;,\t])[ ;,\t]*(?:\r\n|\n|\r)/i.exec(text)
  const told = DELIMITERS.find((known) => known === hint?.[1])
  return hint === null || told === undefined
    ? { delimiter: delimiterOf(text), skipped: 0, body: text }
    : { delimiter: told, skipped: 1, body: text.slice(hint[0].length) }
}

/** The sign that stands most often in the first line that is not blank, outside of quotation marks; on a par the German one. */
const delimiterOf = (text: string): Delimiter => {
  const first = (/[^\s;,][^\r\n]*/.exec(text.slice(0, LONGEST_ROW))?.[0] ?? '').replace(/"[^"]*"/g, '')
  const [most] = DELIMITERS.map((sign) => ({ sign, count: first.split(sign).length })).sort((a, b) => b.count - a.count)
  return most?.sign ?? ';'
}

const recordsOf = (text: string, delimiter: Delimiter, skipped: number): readonly FileRow[] | FileProblem => {
  try {
    const parsed: unknown = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // A quotation mark in the middle of a cell is a letter like any other.
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      to: MOST_ROWS + 2,
      info: true,
    })
    return (parsed as readonly Parsed[]).map(({ record, info }) => ({ number: info.records + info.empty_lines + skipped, cells: record }))
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure
    if (failure.code === 'CSV_MAX_RECORD_SIZE') return 'too_many_columns'
    return 'quote'
  }
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly records: number; readonly empty_lines: number }
}

/** Spreadsheets leave empty columns at the end. */
const withoutTail = (headings: readonly string[]): readonly string[] => headings.slice(0, headings.findLastIndex((heading) => heading !== '') + 1)
