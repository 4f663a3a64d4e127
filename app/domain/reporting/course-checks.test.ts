import { expect, test } from 'vitest'
import type { Finding } from '#app/content/course.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { aCourse } from '#tests/support/course.ts'
import { findCourseCheck, listCourseChecks, moduleOf } from './course-checks.ts'

const finding = (file: string, line: number, severity: Finding['severity'] = 'warning'): Finding => ({
  severity,
  code: 'any',
  file,
  line,
  column: 1,
  message: { de: 'Befund', en: 'Finding' },
  hint: { de: 'Tipp', en: 'Hint' },
})

const catalogue: Catalogue = {
  courses: [aCourse([], { id: 'willkommen' })],
  glossary: {},
  bibliography: [],
  keys: {},
  findings: [
    finding('01-willkommen/02-macht/module.de.mdx', 38),
    finding('01-willkommen/02-macht/module.de.mdx', 12),
    finding('01-willkommen/course.de.mdx', 90, 'error'),
    finding('02-kaputt/course.de.mdx', 1, 'error'),
    finding('glossary.de.yaml', 4),
  ],
}

test('findings belong to the course of their folder, errors first and then by place', () => {
  const { courses } = listCourseChecks(catalogue)
  expect(courses[0]).toMatchObject({ slug: 'willkommen', errors: 1, warnings: 2, course: { id: 'willkommen' } })
  expect(courses[0]?.findings.map(({ line }) => line)).toEqual([90, 12, 38])
})

test('a course that was never published is there with its errors', () => {
  expect(findCourseCheck(catalogue, 'kaputt')).toMatchObject({ course: undefined, errors: 1, warnings: 0 })
  expect(findCourseCheck(catalogue, 'nirgends')).toBeUndefined()
})

test('what belongs to no course is kept apart', () => {
  expect(listCourseChecks(catalogue).shared.map(({ file }) => file)).toEqual(['glossary.de.yaml'])
})

test('a finding in a module leads to it, one in the course itself to none', () => {
  expect(catalogue.findings.slice(0, 3).map(moduleOf)).toEqual(['macht', 'macht', undefined])
})
