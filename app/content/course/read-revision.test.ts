import { expect, test } from 'vitest'
import { compileWith } from '../fixtures/course-folder.server.ts'
import { readRevision } from './read-revision.ts'

test('a revision from before blocks were named reads like one of today', async () => {
  const [compiled] = (await compileWith({})).courses
  const early = JSON.stringify(compiled?.course, (key, value) => (key === 'blocks' || key === 'block' || key === 'reading_minutes' ? undefined : value))
  expect(early).not.toContain('block')
  expect(readRevision(early).modules[0]?.text).toEqual(compiled?.course?.modules[0]?.text)
  expect(readRevision(early).modules[0]?.reading_minutes).toBe(1)
})

test('a revision of today passes as it is', async () => {
  const [compiled] = (await compileWith({})).courses
  expect(readRevision(JSON.stringify(compiled?.course))).toEqual(compiled?.course)
})
