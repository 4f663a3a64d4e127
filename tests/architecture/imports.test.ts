import { expect, test } from 'vitest'
import { codeFiles, type Import, importsOf, isTest, parse, read } from '#tests/support/sources.ts'
import ts from 'typescript'

interface Rule {
  /** What a broken rule says. */
  readonly because: string
  /** Files it holds for. */
  readonly of: (path: string) => boolean
  readonly forbids: (to: Import, from: string) => boolean
}

const below =
  (...rooms: readonly string[]) =>
  (path: string) =>
    rooms.some((room) => path.startsWith(room))
const not = (matches: (path: string) => boolean) => (path: string) => !matches(path)
const both = (a: (path: string) => boolean, b: (path: string) => boolean) => (path: string) => a(path) && b(path)
const product = both(below('app/', 'db/'), not(isTest))
const framework = /^(@remix-run\/|remix$|react$|react-dom|react\/|express$)/
const isOurs = (target: string) => /^(app|db|tests)\//.test(target)
/** `app/domain`, `app/root.tsx`, `db`, `tests/support`. */
const roomOf = (path: string) => (path.startsWith('db/') ? 'db' : path.split('/').slice(0, 2).join('/'))

const rules: readonly Rule[] = [
  {
    because: 'Only http/, db/, app/bin/ and tests/support/ open the database; everybody else is handed `db` or `tx` (architecture, rule 1)',
    of: not(below('app/http/', 'app/bin/', 'db/', 'tests/support/', 'tests/http/', 'tests/bench/', 'tests/endurance/')),
    forbids: ({ target, typeOnly }) => target === 'db/client.server.ts' && !typeOnly,
  },
  {
    because: 'domain/ knows neither framework nor pages: a rule can be run from the command line (architecture, rule 2)',
    of: both(below('app/domain/'), not(isTest)),
    forbids: ({ target }) =>
      framework.test(target) || below('app/http/', 'app/routes/', 'app/ui/', 'app/server/', 'app/bin/', 'app/i18n/')(target) || target === 'app/paths.ts',
  },
  {
    because: 'ui/ imports no .server file (architecture, rule 3)',
    of: both(below('app/ui/'), not(isTest)),
    forbids: ({ target, typeOnly }) => target.includes('.server') && !typeOnly,
  },
  {
    because: 'ui/ takes plain properties: it knows no router, no database and no desk (architecture, rule 3)',
    of: both(below('app/ui/'), not(isTest)),
    forbids: ({ target, typeOnly }) =>
      /^(@remix-run\/|react-router)/.test(target) || (below('app/http/', 'app/routes/', 'app/server/', 'app/bin/', 'db/')(target) && !typeOnly),
  },
  {
    because: 'content/ knows neither database nor domain, and no page (architecture, rule 3)',
    of: both(below('app/content/'), not(isTest)),
    forbids: ({ target }) => below('db/', 'app/domain/', 'app/http/', 'app/routes/', 'app/server/', 'app/bin/')(target),
  },
  {
    because: 'platform/ imports nothing of ours (architecture, rule 3)',
    of: both(below('app/platform/'), not(isTest)),
    forbids: ({ target }) => isOurs(target) && !target.startsWith('app/platform/'),
  },
  {
    because: 'i18n/ is sentences and nothing else',
    of: both(below('app/i18n/'), not(isTest)),
    forbids: ({ target }) => isOurs(target) && !target.startsWith('app/i18n/'),
  },
  {
    because: 'Routes do not import routes: what two share is ui/ or domain/ (architecture, rule 3)',
    of: both(
      below('app/'),
      not((path) => path === 'app/routes.ts' || isTest(path)),
    ),
    forbids: ({ target }) => target.startsWith('app/routes/'),
  },
  {
    because: 'db/ is what is true of the file on disk; it knows nothing of the program (codebases §4, rule 5)',
    // The demo is written through the rules of the product, so that it can never be a state that people could not reach.
    of: both(
      below('db/'),
      not((path) => isTest(path) || path.startsWith('db/seed/')),
    ),
    forbids: ({ target }) => target.startsWith('app/'),
  },
  {
    because: 'A migration is frozen, so it imports nothing that can change (codebases §4, rule 5)',
    of: below('db/migrations/'),
    forbids: ({ target, typeOnly }) => target !== 'kysely' && !typeOnly,
  },
  {
    because: 'The product does not import its tests',
    of: product,
    forbids: ({ target }) => target.startsWith('tests/') || target === 'vitest',
  },
  {
    because: 'No barrels: import a thing from the file where it stands (architecture, rule 4)',
    of: () => true,
    forbids: ({ passedOn }) => passedOn,
  },
  {
    because: 'Another room is imported by its name (`#app/…`, `#db/…`), so that crossing a wall is seen',
    of: product,
    forbids: ({ specifier, target }, from) =>
      specifier.startsWith('.') &&
      roomOf(from).startsWith('app/') &&
      roomOf(target) !== roomOf(from) &&
      roomOf(from).split('/').length === 2 &&
      !/^app\/[^/]+\.tsx?$/.test(from),
  },
  {
    because: 'Our own files are imported with their ending',
    of: () => true,
    forbids: ({ specifier, target }) => (specifier.startsWith('.') || isOurs(target)) && !/\.(ts|tsx|mjs|json|css|css\?url)$/.test(specifier),
  },
  {
    because: 'What touches files, the database driver or secrets says .server in its name, so that it can never reach a browser (codebases §4, rule 10)',
    of: both(
      both(below('app/'), not(below('app/bin/', 'app/server/'))),
      not((path) => isTest(path) || path.includes('.server.') || path === 'app/ui/styles/kern-plugin.ts'),
    ),
    forbids: ({ target, typeOnly }) =>
      !typeOnly && /^(node:(fs|child_process|net|http|worker_threads)|better-sqlite3|@node-rs\/argon2|mdx-bundler|esbuild)/.test(target),
  },
]

const files = codeFiles().map((path) => ({ path, imports: importsOf(path) }))

test.each(rules)('$because', ({ of, forbids }) => {
  const broken = files
    .filter(({ path }) => of(path))
    .flatMap(({ path, imports }) => imports.filter((to) => forbids(to, path)).map(({ specifier }) => `${path} imports ${specifier}`))
  expect(broken).toEqual([])
})

test('domain/ takes and gives plain values: no Request and no Response (architecture, rule 2)', () => {
  const broken = files
    .filter(({ path }) => path.startsWith('app/domain/') && !isTest(path) && /\b(Request|Response|Headers|FormData)\b/.test(read(path)))
    .filter(({ path }) => namesIn(path).some((name) => /^(Request|Response|Headers|FormData)$/.test(name)))
  expect(broken.map(({ path }) => path)).toEqual([])
})

test('domain folders form a line without cycles (architecture, rule 2)', () => {
  const folderOf = (path: string) => /^app\/domain\/([^/]+)\//.exec(path)?.[1]
  const edges = new Map<string, Set<string>>()
  for (const { path, imports } of files) {
    const from = folderOf(path)
    if (from === undefined || isTest(path)) continue
    const to = edges.get(from) ?? new Set()
    edges.set(from, to)
    for (const { target, typeOnly } of imports) {
      const folder = folderOf(target)
      if (folder !== undefined && folder !== from && !typeOnly) to.add(folder)
    }
  }
  expect(cycleIn(edges)).toEqual([])
})

const namesIn = (path: string): string[] => {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node.parent)) names.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(parse(path))
  return names
}

/** One cycle, or nothing. */
const cycleIn = (edges: ReadonlyMap<string, ReadonlySet<string>>): string[] => {
  const done = new Set<string>()
  const walk = (folder: string, way: readonly string[]): string[] => {
    if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder]
    if (done.has(folder)) return []
    for (const next of edges.get(folder) ?? []) {
      const cycle = walk(next, [...way, folder])
      if (cycle.length > 0) return cycle
    }
    done.add(folder)
    return []
  }
  return [...edges.keys()].map((folder) => walk(folder, [])).find((cycle) => cycle.length > 0) ?? []
}
