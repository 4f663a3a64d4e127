import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sheetOf } from '#tests/support/workbook.ts'
import { toCsv } from './csv.ts'
import type { Report } from './report.ts'
import { toXlsx, xlsxHeaders } from './xlsx.ts'

interface Line {
  readonly name: string
  readonly people: number | null
  readonly percent: number | null
  readonly day: string | null
  readonly at: string | null
}

const aReport = (...rows: readonly Line[]): Report<Line> => ({
  title: 'Liste',
  stand: '2026-11-23T08:00:00.000Z',
  sheets: ['Liste', 'Angaben'],
  notes: [
    { label: 'Stand', text: '23.11.2026, 09:00 Uhr' },
    { label: 'Name', text: '=1+1' },
  ],
  columns: [
    { key: 'name', label: 'Name', type: 'text', value: ({ name }) => name },
    { key: 'people', label: 'Personen', type: 'number', value: ({ people }) => people },
    { key: 'percent', label: 'Anteil', type: 'share', value: ({ percent }) => percent },
    { key: 'day', label: 'Abgeschlossen am', type: 'date', empty: 'Offen', value: ({ day }) => day },
    { key: 'at', label: 'Stand', type: 'instant', value: ({ at }) => at },
  ],
  rows,
})
const nothing = { people: null, percent: null, day: null, at: null }

test('numbers, shares, days and instants are typed; a day is the day in Berlin, an instant the clock in Berlin', async () => {
  const [head, row] = sheetOf(await toXlsx(aReport({ name: 'Lenz', people: 20_000, percent: 33, day: '2026-03-29', at: '2026-12-31T23:30:00.000Z' })))
  expect(head?.map((cell) => cell?.text)).toEqual(['Name', 'Personen', 'Anteil', 'Abgeschlossen am', 'Stand'])
  expect(row).toEqual([
    { type: 'text', text: 'Lenz' },
    { type: 'number', text: '20000' },
    { type: 'share', text: '33' },
    { type: 'date', text: '2026-03-29' },
    { type: 'instant', text: '2027-01-01 00:30' },
  ])
})

test('a day is the serial number that spreadsheets know: 46023 is 1 January 2026', async () => {
  const files = unzipSync(await toXlsx(aReport({ ...nothing, name: 'a', day: '2026-01-01' })))
  expect(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toMatch(/<c r="D2"[^>]*><v>46023<\/v><\/c>/)
})

test('an empty cell is the word of its column, or nothing', async () => {
  const report = aReport({ ...nothing, name: 'Lenz' })
  expect(sheetOf(await toXlsx(report))[1]).toEqual([{ type: 'text', text: 'Lenz' }, null, null, { type: 'text', text: 'Offen' }])
  expect(toCsv(report).split('\r\n')[1]).toBe('Lenz;;;Offen;')
})

test('whatever is typed stays text and the file stays whole', async () => {
  const names = [
    '=1+1',
    '+49',
    '-2',
    '@SUM(A1)',
    '\tx',
    '<b>&amp;</b>',
    '"; =x',
    'a\u0000b\u001fc\ud800d',
    '_x0041_',
    ' rand ',
    'zwei\nZeilen',
    '👩🏽‍💼 Özdemir',
    'x'.repeat(40_000),
  ]
  const cells = sheetOf(await toXlsx(aReport(...names.map((name) => ({ ...nothing, name })))))
  const kept = names.map((name) => name.replace('a\u0000b\u001fc\ud800d', 'abcd').slice(0, 32_767))
  expect(cells.slice(1).map(([cell]) => cell)).toEqual(kept.map((text) => ({ type: 'text', text })))
})

test('the second sheet says what the table is: title, Stand, filters', async () => {
  const notes = sheetOf(await toXlsx(aReport()), 2)
  expect(notes.map((row) => row.map((cell) => cell?.text))).toEqual([['Liste'], [], ['Stand', '23.11.2026, 09:00 Uhr'], ['Name', '=1+1']])
})

test('the header row stays in sight and is bold', async () => {
  const files = unzipSync(await toXlsx(aReport({ ...nothing, name: 'a' })))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  const style = Number(/<c r="A1" s="(\d+)"/.exec(sheet)?.[1])
  const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array())
  const font = Number(/fontId="(\d+)"/.exec([...styles.matchAll(/<xf[^>]*>/g)][style]?.[0] ?? '')?.[1])
  expect([...styles.matchAll(/<font>.*?<\/font>/gs)][font]?.[0]).toContain('<b/>')
})

test('thousands of rows are whole and in order', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => ({ ...nothing, name: `Person ${index}`, people: index }))
  const cells = sheetOf(await toXlsx(aReport(...rows))).slice(1)
  expect(cells.map(([, people]) => people?.text)).toEqual(rows.map(({ people }) => String(people)))
})

test('the file name is harmless', () => {
  expect(xlsxHeaders('liste-"\r\nX.xlsx')['Content-Disposition']).toBe('attachment; filename="liste-----.xlsx"')
})
