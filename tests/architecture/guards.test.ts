import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import * as root from '#app/root.tsx'

type Exports = Readonly<Record<string, unknown>>
const modules = import.meta.glob<Exports>(['/app/routes/**/*.{ts,tsx}', '!/app/routes/**/*.test.*'], { eager: true })
const everyRoute = [
  { path: '(root)', file: 'root.tsx', module: root as Exports },
  ...routes.map(({ path, file }) => ({ path: path ?? '', file, module: modules[`/app/${file}`] ?? {} })),
]

/** Who may enter, as the guard was told; undefined where the guard did not make it. */
const rolesOf = (handler: unknown): readonly string[] | 'everyone' | undefined => {
  if (typeof handler !== 'function' || !('policy' in handler)) return undefined
  const { allow } = handler.policy as { allow?: readonly string[] | 'everyone' }
  return allow
}
const handlers = everyRoute.flatMap(({ path, file, module }) =>
  (['loader', 'action'] as const).flatMap((kind) => (module[kind] === undefined ? [] : [{ path, file, kind, allow: rolesOf(module[kind]) }])),
)

test('every file below routes/ is a route', () => {
  expect(Object.keys(modules).filter((file) => !routes.some((route) => `/app/${route.file}` === file))).toEqual([])
})

test('every loader and action is made by the guard (architecture, rule 6)', () => {
  expect(handlers.filter(({ allow }) => allow === undefined).map(({ file, kind }) => `${file}: ${kind}`)).toEqual([])
})

test('a page has a loader, so that the guard sees everybody who asks for it', () => {
  const open = everyRoute.filter(({ module, file }) => module['default'] !== undefined && module['loader'] === undefined && !file.startsWith('routes/public/'))
  expect(open.map(({ file }) => file)).toEqual([])
})

test('only what stands in routes/public/ is open to everybody', () => {
  expect(
    handlers.filter(({ allow, file }) => allow === 'everyone' && !file.startsWith('routes/public/') && file !== 'root.tsx').map(({ file }) => file),
  ).toEqual([])
})

test('an empty list of roles would lock everybody out', () => {
  expect(handlers.filter(({ allow }) => allow?.length === 0).map(({ file }) => file)).toEqual([])
})

test('routes export nothing but what the desk asks for', () => {
  const known = ['loader', 'action', 'meta', 'default']
  const ofRoot = ['loader', 'meta', 'Layout', 'ErrorBoundary']
  expect(
    everyRoute.flatMap(({ file, module }) =>
      Object.keys(module)
        .filter((name) => !(file === 'root.tsx' ? ofRoot : known).includes(name))
        .map((name) => `${file}: ${name}`),
    ),
  ).toEqual([])
})

test('the access matrix is the reviewed one', async () => {
  const rows = handlers.map(({ path, kind, allow }) => [
    kind === 'loader' ? 'GET' : 'POST',
    path === '/' || path.startsWith('(') ? path : `/${path}`,
    allow === 'everyone' ? 'everybody, also without signing in' : (allow ?? []).join(', '),
  ])
  const matrix = [
    '# Who may enter',
    '',
    'Written by guards.test.ts from what the guard enforces (`npx vitest run tests/architecture -u`); reviewed as a whole.',
    '`learner` is everybody who is signed in.',
    '',
    '| method | path | roles |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ]
  await expect(matrix.join('\n')).toMatchFileSnapshot('access-matrix.md')
})
