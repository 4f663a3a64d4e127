import { expect, test } from 'vitest'
import type { JobAid } from '#app/content/aid/job-aid.ts'
import { printedLines, ROOMY_LINES } from './printed-lines.ts'

const filler = (length: number) => 'n'.repeat(length)
const least: JobAid = { title: 'T', when: 'W.', steps: [{ do: 'A' }, { do: 'B' }, { do: 'C' }], say: [], avoid: [], ask: [] }

test('every text takes a line at least, and of the two columns the longer one counts', () => {
  expect(printedLines(least, [])).toBe(3)
  expect(printedLines({ ...least, say: ['A', 'B', 'C'] }, [])).toBe(6)
  expect(printedLines({ ...least, say: ['A', 'B', 'C'], avoid: [{ not: 'A' }, { not: 'B' }] }, [])).toBe(6)
  expect(printedLines({ ...least, say: ['A'], avoid: [{ not: 'A' }, { not: 'B' }] }, [])).toBe(5)
  expect(printedLines({ ...least, ask: [{ text: 'A', norm: '§ 1', stand: '2026-08' }], note: 'N' }, [])).toBe(6)
})

test('reasons and German sentences stand on the lines of what they belong to', () => {
  expect(printedLines({ ...least, steps: [{ do: filler(60), why: filler(60) }, { do: 'B' }, { do: 'C' }] }, [])).toBe(4)
  expect(printedLines({ ...least, say: [filler(30)] }, [])).toBe(4)
  expect(printedLines({ ...least, say: [filler(30)] }, [filler(30)])).toBe(5)
})

test('a sheet with every list and line full needs the smaller type', () => {
  const full = { ...least, steps: Array.from({ length: 7 }, () => ({ do: filler(110), why: filler(110) })), say: Array.from({ length: 5 }, () => filler(110)) }
  expect(printedLines(full, [])).toBeGreaterThan(ROOMY_LINES)
})
