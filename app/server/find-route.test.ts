import { matchRoutes } from '@remix-run/router'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { findRoute } from './find-route.ts'

const all = routes.map(({ file, path, index }) => ({ id: file, path: path ?? '', index }))
/** The framework's router with the same routes, as the framework would ask it. */
const theirs = all.map(({ id, path, index }) => ({ id, path, ...(index === true ? { index: true as const } : {}) }))
const find = findRoute(all)

const words = [...new Set(all.flatMap(({ path }) => path.split('/')))].filter((word) => word !== '')
const part = fc.oneof(
  fc.constantFrom(
    ...words,
    ...words.map((word) => word.toUpperCase()),
    ...words.map((word) => word.replace(/^./, (sign) => `%${sign.charCodeAt(0).toString(16)}`)),
  ),
  fc.string({ maxLength: 6 }).map(encodeURIComponent),
  fc.constantFrom('', '.', '..', '%2F', 'a%2Fb', 'x.pdf', '.pdf', '*', ':course', '%0A', 'ü'),
)
/** Often a path of the product, with something else for its names. */
const likely = fc
  .constantFrom(...all)
  .chain(({ path }) =>
    fc.tuple(...path.split('/').map((word) => (/^[:*]/.test(word) ? part.map((text) => text + word.replace(/^(:[\w-]+|\*)/, '')) : fc.constant(word)))),
  )

test('the framework’s router finds the same route with the same names, whatever is asked', () => {
  const found = new Set<string>()
  fc.assert(
    fc.property(fc.oneof(likely, fc.array(part, { maxLength: 7 })), fc.constantFrom('', '/', '//'), (parts, end) => {
      const path = `/${parts.join('/')}${end}`
      const their = matchRoutes(theirs, path)?.at(-1)
      const our = find(path)
      if (our !== undefined) found.add(our.id)
      expect(our?.id, path).toBe(their?.route.id)
      // Of addresses that lead nowhere nobody asks for the rest.
      if (our !== undefined && our.id !== 'routes/public/not-found.tsx') expect(our.params, path).toEqual(their?.params)
    }),
    { numRuns: 6000 },
  )
  expect(found.size).toBe(all.length)
})
