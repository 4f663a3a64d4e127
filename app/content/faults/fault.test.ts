import { expect, test } from 'vitest'
import { FAULTS, finding, isClean, sortFindings, suggestion } from './fault.ts'

test.each(Object.entries(FAULTS))('%s says the same with the same values in both languages', (_, [, de, en]) => {
  const names = (text: string) => [...new Set([...text.matchAll(/(?<!\{)\{([a-zA-Z]+)\}(?!\})/g)].map((match) => match[1]))].sort()
  expect(names(de.join(' '))).toEqual(names(en.join(' ')))
  for (const text of [...de, ...en]) expect(text).not.toMatch(/!$|\s$|^\s/)
})

test('values are filled in by language, cut, and cleaned of control characters', () => {
  const entry = finding('yaml-syntax', { file: 'a', line: 1, column: 1 }, { reason: { de: `x\u001b[31m${'y'.repeat(400)}`, en: 'short' } })
  expect(entry.message.de).toMatch(/^YAML-Schreibfehler: x \[31my+…\.$/)
  expect(entry.message.de.length).toBeLessThan(270)
  expect(entry.message.en).toBe('YAML is not well formed: short.')
})

test('a near word is suggested, a far one is not', () => {
  expect(suggestion('Calout', ['Callout', 'Quote']).de).toBe('Meinten Sie „Callout“? ')
  expect(suggestion('Kasten', ['Callout', 'Quote']).de).toBe('')
})

test('findings are sorted by file and line, and warnings keep nothing from being published', () => {
  const warning = finding('sentence-long', { file: 'b', line: 2, column: 1 }, {})
  const error = finding('key-missing', { file: 'a', line: 9, column: 1 }, {})
  expect(sortFindings([warning, error])).toEqual([error, warning])
  expect(isClean([warning])).toBe(true)
  expect(isClean([warning, error])).toBe(false)
})
