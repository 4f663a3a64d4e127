import { expect, test } from 'vitest'
import { csvHeaders, csvOf } from './csv.ts'

test('a file for German spreadsheets: mark, semicolons, CRLF', () => {
  expect(
    csvOf(
      ['Name', 'Datum'],
      [
        ['Özdemir, Elif', '2026-11-22'],
        ['Lenz; Tobias', ''],
      ],
    ),
  ).toBe('\uFEFFName;Datum\r\nÖzdemir, Elif;2026-11-22\r\n"Lenz; Tobias";\r\n')
})

test('no cell can start a formula', () => {
  for (const evil of ['=1+1', '+49', '-2', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x.example";"Klick")']) {
    const [, row = ''] = csvOf(['h'], [[evil]]).split('\r\n')
    expect(row.replace(/^"/, '').startsWith("'"), evil).toBe(true)
  }
  expect(csvOf(['h'], [['Berger – Lenz']])).toContain('\r\nBerger – Lenz\r\n')
})

test('a quote or line break in a name stays inside its cell', () => {
  expect(csvOf(['h', 'i'], [['a "b"', 'c\nd']])).toBe('\uFEFFh;i\r\n"a ""b""";"c\nd"\r\n')
})

test('the file name is harmless whatever a course is called', () => {
  expect(csvHeaders('kurs-"\r\nSet-Cookie: x.csv')['Content-Disposition']).toBe('attachment; filename="kurs-----et--ookie--x.csv"')
})
