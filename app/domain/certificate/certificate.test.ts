import { expect, test } from 'vitest'
import { addMonths } from '#app/platform/calendar.ts'
import { CODE_LETTERS, newCode } from '#app/platform/ids.server.ts'
import { aCourse, aModule, aReference } from '#tests/support/course.ts'
import { contentOf, contentSchema, statusOf, textOf } from './certificate.ts'
import { printedCode, readCode } from './code.ts'

const worth = { valid_until: null, revoked_at: null, replaced: false }

test('a certificate is valid through its last day, and without a last day for ever', () => {
  expect(statusOf({ ...worth, valid_until: '2029-11-20' }, '2029-11-20')).toBe('valid')
  expect(statusOf({ ...worth, valid_until: '2029-11-20' }, '2029-11-21')).toBe('expired')
  expect(statusOf(worth, '2099-01-01')).toBe('valid')
})

test('the gravest is told: revoked before expired before replaced', () => {
  const all = { valid_until: '2026-01-01', revoked_at: '2026-02-01T09:00:00.000Z', replaced: true }
  expect(statusOf(all, '2027-01-01')).toBe('revoked')
  expect(statusOf({ ...all, revoked_at: null }, '2027-01-01')).toBe('expired')
  expect(statusOf({ ...all, revoked_at: null }, '2025-12-31')).toBe('replaced')
})

test('validity counts calendar months, and a day that does not exist is the last of its month', () => {
  expect(addMonths('2026-11-20', 36)).toBe('2029-11-20')
  expect(addMonths('2028-02-29', 36)).toBe('2031-02-28')
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
})

test('a code is twelve letters that nobody mistakes for each other, and every one of them occurs', () => {
  const codes = Array.from({ length: 2000 }, newCode)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  expect(new Set(codes).size).toBe(codes.length)
  expect([...new Set(codes.join('').replaceAll('-', ''))].sort().join('')).toBe(CODE_LETTERS)
})

test.each([
  ['7KQ4-92MX-ABC0'],
  ['7kq4-92mx-abc0'],
  ['7KQ492MXABC0'],
  [' 7KQ4 92MX ABCO '],
  ['7KQ4–92MX—ABCo'],
  ['7KQ4\u00a092MX\u2011ABC0'],
  ['７ＫＱ４-92MX-ABC0'],
])('the code is understood as it is typed: %s', (typed) => {
  expect(readCode(typed)).toBe('7KQ492MXABC0')
})

test('I and L are read as 1', () => {
  expect(readCode('ilIL-0000-0000')).toBe('111100000000')
})

test.each([
  [''],
  ['7KQ4-92MX'],
  ['7KQ4-92MX-ABC01'],
  ['7KQ4-92MX-ABCU'],
  ["' or 1=1 --"],
  ['🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂'],
  ['7'.repeat(10_000)],
  ['7KQ4\u000092MXABC0'],
])('this is no code: %j', (typed) => {
  expect(readCode(typed)).toBeUndefined()
})

test('a code is printed in groups of four', () => {
  expect(printedCode('7KQ492MXABC0')).toBe('7KQ4-92MX-ABC0')
})

test('the paper keeps the course in every language, and no score', () => {
  const text = { title: 'Titel', summary: '', objectives: [], body: [] }
  const module = aModule('m1', [aReference('i1')])
  const course = aCourse([module], { languages: ['de', 'en'], text: { de: text, en: { ...text, title: 'Title' } } })
  const content = contentSchema.parse(JSON.parse(JSON.stringify(contentOf(course))))
  expect(content).toEqual({
    course_number: 1,
    text: { de: { title: 'Titel', modules: ['m1'] }, en: { title: 'Title', modules: ['m1'] } },
    minutes: 10,
    competences: ['K1'],
    revision: 'course-1',
    published_on: '2026-05-01',
    review_on: '2027-05-01',
    pass_mark: true,
  })
  expect(textOf(content, 'en').title).toBe('Title')
})

test('a title that is missing in the wished language is shown in the language the course had', () => {
  const content = contentOf(aCourse([], { languages: ['de'] }))
  expect(textOf(content, 'en')).toMatchObject({ language: 'de', title: 'course-1' })
})
