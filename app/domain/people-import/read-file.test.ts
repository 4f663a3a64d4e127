import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'csv-stringify/sync'
import { LARGEST_FILE, MOST_ROWS } from './limits.ts'
import { DELIMITERS, readPeopleFile } from './read-file.ts'

const bytesOf = (text: string) => Buffer.from(text)
const read = (text: string | Uint8Array) => {
  const file = readPeopleFile(typeof text === 'string' ? bytesOf(text) : text)
  if (typeof file === 'string') throw new Error(file)
  return file
}

test('UTF-8 with and without its mark, Windows-1252 and UTF-16 give the same letters', () => {
  const text = 'Vorname;Nachname\r\nZoë;Müller-Lüdenscheidt\r\n'
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const files = [bytesOf(text), bytesOf(`\ufeff${text}`), Buffer.from(text, 'latin1'), wide].map(read)
  for (const file of files) {
    expect(file.headings).toEqual(['Vorname', 'Nachname'])
    expect(file.rows).toEqual([{ number: 2, cells: ['Zoë', 'Müller-Lüdenscheidt'] }])
  }
  expect(files.map(({ encoding }) => encoding)).toEqual(['utf-8', 'utf-8', 'windows-1252', 'utf-16'])
})

test('Windows-1252 has signs that Latin-1 has not', () => {
  const bytes = Buffer.from([...bytesOf('a;b\n'), 0x80, 0x84, 0x93, 0x96, 0x8a, 0x9f, 0xdf, 0x3b, 0x78])
  expect(read(bytes).rows[0]?.cells[0]).toBe('€„“–ŠŸß')
})

test.each([
  ['semicolons', 'a;b,c;d\n1;2;3', ';', ['a', 'b,c', 'd']],
  ['commas', 'a,b,c\n1,2,3', ',', ['a', 'b', 'c']],
  ['tabs', 'a\tb, c\td\n1\t2\t3', '\t', ['a', 'b, c', 'd']],
  ['signs in quotation marks do not count', '"a,b,c,d";b\n1;2', ';', ['a,b,c,d', 'b']],
  ['what Excel tells itself', 'sep=,\r\na,b\r\n1,2', ',', ['a', 'b']],
  ['blank lines in front', '\r\n;;\r\na;b\r\n1;2', ';', ['a', 'b']],
])('the delimiter is found out: %s', (_, text, delimiter, headings) => {
  expect(read(text)).toMatchObject({ delimiter, headings })
})

test('rows are counted as a spreadsheet counts them, whatever ends the lines', () => {
  for (const end of ['\r\n', '\n', '\r']) {
    const file = read(['a;b', 'eins;1', '', ';', '"zwei', '";2', 'drei;3'].join(end))
    expect(file.rows.map(({ number }) => number)).toEqual([2, 5, 6])
    expect(file.rows[1]?.cells).toEqual([`zwei${end}`, '2'])
  }
  expect(read('sep=;\na;b\n1;2').rows[0]?.number).toBe(3)
})

test('quotation marks: doubled, around delimiters, and loose ones in the middle', () => {
  expect(read('a;b\n"Aksoy ""Didi"" Dilek; geb. Kaya";x "y" z').rows[0]?.cells).toEqual(['Aksoy "Didi" Dilek; geb. Kaya', 'x "y" z'])
})

test('what is written by a program is read back cell by cell', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('\0'))
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }).map((rows) => rows.filter((cells) => cells.some((one) => one.trim() !== '')))
  fc.assert(
    fc.property(table, fc.constantFrom(...DELIMITERS), fc.boolean(), (rows, delimiter, bom) => {
      fc.pre(rows.length > 0)
      const file = read(stringify([['Vorname', 'Nachname'], ...rows], { delimiter, bom, record_delimiter: '\r\n', quoted: true }))
      expect(file.rows.map(({ cells }) => cells)).toEqual(rows)
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['', 'empty'],
  [' \r\n;;\r\n', 'empty'],
  ['a;b\r\n;;\r\n', 'no_rows'],
  ['anna@x.example;Anna\nberta@x.example;Berta', 'no_headings'],
  ['a;b\n"offen;1\n2;3', 'quote'],
  ['<html><table><tr><td>a</td></tr></table></html>', 'spreadsheet'],
  ['%PDF-1.7 a;b', 'spreadsheet'],
  ['PK\u0003\u0004irgendwas', 'spreadsheet'],
  ['a;b\n1\0;2', 'binary'],
  [`${'x;'.repeat(10_000)}\n1`, 'too_many_columns'],
  [`${'x;'.repeat(101)}y\n1`, 'too_many_columns'],
  [`a;b\n"${'x'.repeat(50_000)}`, 'too_many_columns'],
] as const)('%j is not a list: %s', (text, problem) => {
  expect(readPeopleFile(bytesOf(text))).toBe(problem)
})

test('a workbook of old and a file that is too large are told apart', () => {
  expect(readPeopleFile(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('spreadsheet')
  expect(readPeopleFile(Buffer.alloc(LARGEST_FILE + 1, 0x61))).toBe('too_large')
})

test('20,000 rows are read, one more is not', () => {
  const rows = Array.from({ length: MOST_ROWS }, (_, at) => `Vorname${at};N;v${at}@x.example`)
  const file = read(['Vorname;Nachname;E-Mail', ...rows].join('\r\n'))
  expect(file.rows).toHaveLength(MOST_ROWS)
  expect(file.rows.at(-1)?.number).toBe(MOST_ROWS + 1)
  expect(readPeopleFile(bytesOf(['a;b', ...rows, 'x;y'].join('\r\n')))).toBe('too_many_rows')
})

test('any bytes are read or refused, never thrown over', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      readPeopleFile(bytes)
    }),
    { numRuns: 500 },
  )
})
