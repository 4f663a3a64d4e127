import { expect, test } from 'vitest'
import { formatterFor } from './translate.ts'

const AT = new Date('2026-11-28T14:05:00Z')
const shown = (language: 'de' | 'en', options: Parameters<ReturnType<typeof formatterFor>['dateTime']>[1]) =>
  formatterFor(language).dateTime(AT, options).replaceAll('\u00a0', '~')

test('no line ends within a date, but before its time', () => {
  expect(shown('en', { dateStyle: 'medium' })).toBe('28~Nov~2026')
  expect(shown('en', { dateStyle: 'medium', timeStyle: 'short' })).toBe('28~Nov~2026, 15:05')
  expect(shown('de', { dateStyle: 'long' })).toBe('28.~November~2026')
  expect(shown('de', { dateStyle: 'long', timeStyle: 'short' })).toBe('28.~November~2026 um 15:05')
  expect(shown('de', { month: 'long', year: 'numeric' })).toBe('November~2026')
})
