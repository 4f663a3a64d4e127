import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import routes from '#app/routes.ts'
import { codeFiles, isTest, parse, read, repository } from '#tests/support/sources.ts'

const patterns = routes.map(({ path = '' }) => path).filter((path) => path !== '*')

/** `courses/:course` matches `/courses/x`, the more so the more of it is spelt out. */
const matches = (pattern: string, path: string) =>
  new RegExp(
    `^/${pattern
      .replace(/^\//, '')
      .replaceAll('.', '\\.')
      .replace(/:[a-z]+/g, '[^/]+')
      .replaceAll('*', '.*')}$`,
  ).test(path)
const routeOf = (path: string) => patterns.filter((pattern) => matches(pattern, path)).sort((a, b) => spelt(b) - spelt(a))[0]
const spelt = (pattern: string) => pattern.replace(/:[a-z]+|\*/g, '').length

const built = Object.entries(paths).map(([name, builder]) => {
  const path = (builder as (...values: string[]) => string)(...Array.from({ length: builder.length }, (_, index) => `x${index}`))
  return { name, path: new URL(path, 'http://localhost').pathname }
})

test('every route has a builder in paths.ts (architecture, rule 9)', () => {
  const reached = new Set(built.map(({ path }) => routeOf(path)))
  expect(patterns.filter((pattern) => !reached.has(pattern))).toEqual([])
})

test('every builder leads to a route', () => {
  expect(built.filter(({ path }) => routeOf(path) === undefined)).toEqual([])
})

test('every file named in routes.ts exists', () => {
  expect(routes.filter(({ file }) => !existsSync(join(repository, 'app', file))).map(({ file }) => file)).toEqual([])
})

test('nowhere else is a URL spelt', () => {
  const spellers = codeFiles().filter(
    (path) => path.startsWith('app/') && !isTest(path) && !/^app\/(paths|routes)\.ts$|^app\/(bin|server)\//.test(path) && /['"`]\/[a-z]/.test(read(path)),
  )
  const found = spellers.flatMap((path) => {
    const urls: string[] = []
    const visit = (node: ts.Node): void => {
      if (isText(node) && routeOf(node.text.split(/[?#]/, 1)[0] ?? '') !== undefined && node.text !== '/' && node.text.startsWith('/'))
        urls.push(`${path}: ${node.text}`)
      ts.forEachChild(node, visit)
    }
    visit(parse(path))
    return urls
  })
  expect(found).toEqual([])
})

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateHead => ts.isStringLiteralLike(node) || ts.isTemplateHead(node)
