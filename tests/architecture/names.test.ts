import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codeFiles, filesBelow, isTest, parse, read, repository } from '#tests/support/sources.ts'
import ts from 'typescript'

test('only the agreed names stand at the top level', () => {
  const agreed = [
    'LICENSE',
    'README.md',
    'app',
    'build',
    'courses',
    'db',
    'node_modules',
    'package-lock.json',
    'package.json',
    'public',
    'tests',
    'tsconfig.json',
    'vite.config.ts',
  ]
  expect(readdirSync(repository).filter((name) => !name.startsWith('.') && !agreed.includes(name))).toEqual([])
})

test('only the agreed rooms stand in app/', () => {
  const agreed = [
    'bin',
    'content',
    'documents',
    'domain',
    'entry.client.ts',
    'entry.server.tsx',
    'http',
    'i18n',
    'paths.ts',
    'platform',
    'root.tsx',
    'routes',
    'routes.ts',
    'server',
    'ui',
  ]
  expect(readdirSync(`${repository}/app`).filter((name) => !agreed.includes(name))).toEqual([])
})

test('nothing is called utils, helpers, common, misc, service or manager', () => {
  const empty = /^(utils?|helpers?|common|misc|shared|services?|managers?)$/
  const named = codeFiles().filter((path) =>
    path.split('/').some((part) => empty.test(part.split('.')[0] ?? '') || /(^|[-.])(utils?|helpers?|misc|service|manager)([-.]|$)/.test(part)),
  )
  expect(named).toEqual([])
})

test('files are called in kebab-case', () => {
  expect(
    codeFiles().filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(server|client|test|spec|bench|config|d))*\.(ts|tsx|mjs)$/.test(path.split('/').at(-1) ?? '')),
  ).toEqual([])
})

test('no file is longer than 300 lines, and no test than 400', () => {
  const files = codeFiles().filter((path) => !path.includes('/i18n/') && !/common-passwords|seed/.test(path))
  const long = files.filter((path) => read(path).split('\n').length > (isTest(path) ? 401 : 301))
  expect(long).toEqual([])
})

test('reads are called find, get, list or count', () => {
  const reads = filesBelow('app/domain').filter((path) => path.endsWith('/queries.server.ts'))
  expect(
    reads.flatMap((path) =>
      exportedFunctions(path)
        .filter((name) => !/^(find|get|list|count|is|has)[A-Z]/.test(name))
        .map((name) => `${path}: ${name}`),
    ),
  ).toEqual([])
})

const exportedFunctions = (path: string): string[] =>
  parse(path).statements.flatMap((statement) => {
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!exported) return []
    if (ts.isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer !== undefined && ts.isArrowFunction(initializer) ? [name.text] : [],
    )
  })
