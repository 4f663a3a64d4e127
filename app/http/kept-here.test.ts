import { expect, test } from 'vitest'
import { codeFiles, read } from '#tests/support/sources.ts'
import { keptHere } from './kept-here.ts'

test('what a loader returned can be read, but not written out', () => {
  const kept = keptHere({ title: 'Kurs 1', views: { a: { score: 1000 } } })
  expect([kept.title, kept.views.a.score]).toEqual(['Kurs 1', 1000])
  expect(JSON.stringify(kept)).toBe('{}')
  expect(Object.keys(kept)).toEqual([])
})

test('answers that are meant to be sent stay as they are', () => {
  const redirect = new Response(null, { status: 303 })
  expect(keptHere(redirect)).toBe(redirect)
  expect(keptHere(undefined)).toBe(undefined)
})

test('no page gathers the rest of its data: what cannot be listed is not in a rest', () => {
  const gathered = codeFiles().filter((path) => path.startsWith('app/routes/') && /\.\.\.\w+\s*\}\s*=\s*usePageData|\.\.\.usePageData/.test(read(path)))
  expect(gathered).toEqual([])
})
