import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath } from './safe-path.server.ts'

const ORIGIN = 'https://lernen.example'

test('a path of this site stays what it is', () => {
  for (const path of ['/', '/courses', '/courses/a/b?x=1#item-2', '/hr?name=M%C3%BCller', '/a//b']) expect(safePath(path)).toBe(path)
})

test('a target that could lead elsewhere becomes the start page', () => {
  const targets = [
    undefined,
    null,
    '',
    'courses',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/a\\b',
    'https://evil.example',
    'javascript:alert(1)',
    '/\u0000',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    ' /a',
  ]
  for (const target of targets) expect(safePath(target), String(target)).toBe('/')
})

test('whatever comes in, a browser stays on this site', () => {
  const pieces = fc.constantFrom('/', '\\', '.', '..', '%2e', '%2f', '%5c', '@', ':', '?', '#', '\t', '\n', 'evil.example', 'http:', 'a', ' ', '\u00a0', '／')
  const nasty = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        nasty,
        nasty.map((rest) => `/${rest}`),
        fc.webUrl(),
      ),
      (target) => {
        const path = safePath(target)
        // As a browser resolves the Location header, once and again.
        const url = new URL(path, ORIGIN)
        expect(url.origin).toBe(ORIGIN)
        expect(new URL(`${url.pathname}${url.search}`, ORIGIN).origin).toBe(ORIGIN)
        expect(safePath(path)).toBe(path)
      },
    ),
    { numRuns: 500 },
  )
})
