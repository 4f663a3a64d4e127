import { matchRoutes } from '@remix-run/router'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { possibleRoutes } from './find-desk.ts'

const all = routes.map(({ file, path, index }) => ({ id: file, path, index }))
const possible = possibleRoutes(Object.fromEntries([['root', { path: '' }], ...all.map(({ id, path }) => [id, { parentId: 'root', path }] as const)]))
/** The router with every route, as the framework would ask it. */
const whole = all.map(({ id, path, index }) => ({ id, ...(path === undefined ? {} : { path }), ...(index === true ? { index: true as const } : {}) }))

test('what is left out could never have answered: the router finds the same route among the rest, whatever is asked', () => {
  const words = [...new Set(all.flatMap(({ path }) => (path ?? '').split('/')))].filter((word) => word !== '')
  const part = fc.oneof(
    fc.constantFrom(
      ...words,
      ...words.map((word) => word.toUpperCase()),
      ...words.map((word) => word.replace(/^./, (sign) => `%${sign.charCodeAt(0).toString(16)}`)),
    ),
    fc.string({ maxLength: 6 }).map(encodeURIComponent),
    fc.constantFrom('', '.', '..', '%2F', 'x.pdf', '*', ':course'),
  )
  const found = new Set<string>()
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), fc.boolean(), (parts, slash) => {
      const path = `/${parts.join('/')}${slash ? '/' : ''}`
      const ids = new Set(possible(path))
      const one = matchRoutes(whole, path)?.at(-1)?.route.id
      if (one !== undefined) found.add(one)
      const few = matchRoutes(
        whole.filter(({ id }) => ids.has(id)),
        path,
      )?.at(-1)?.route.id
      expect(few, path).toBe(one)
    }),
    { numRuns: 3000 },
  )
  expect(found.size).toBeGreaterThan(10)
})

test('an address means one route, or two', () => {
  for (const { path } of all) {
    const asked = `/${(path ?? '').replace(/:\w+/g, 'x').replace('*', 'x')}`
    expect(possible(asked).length, asked).toBeLessThanOrEqual(4)
  }
})
