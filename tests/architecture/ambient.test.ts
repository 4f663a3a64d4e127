import ts from 'typescript'
import { expect, test } from 'vitest'
import { codeFiles, isTest, parse, read } from '#tests/support/sources.ts'

/** What makes a program depend on where, when and how often it runs. */
const ambient = (node: ts.Node): string | undefined => {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText().replace(/\s/g, '')
    return /^(process\.env|import\.meta\.env|Math\.random|Date\.now|console\.\w+|crypto\.(randomUUID|getRandomValues)|Temporal\.Now)$/.exec(text)?.[0]
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) return 'new Date()'
  if (ts.isCallExpression(node) && /^(randomUUID|randomBytes|randomInt|uuidv7)$/.test(node.expression.getText())) return node.expression.getText()
  return undefined
}

/** Parsing is slow, so only files that could have a use are looked at closely. */
const SUSPECT = /process\s*\.\s*env|import\.meta\.env|Math\.random|Date\.now|console\.|crypto\.|Temporal\.Now|new Date\(\s*\)|random(UUID|Bytes|Int)|uuidv7/

test('environment, clock, chance and console are used in platform/ and on the command line alone (architecture, rule 5)', () => {
  const inside = codeFiles().filter(
    (path) => !isTest(path) && !/^app\/(platform|bin)\//.test(path) && path !== 'app/entry.client.ts' && SUSPECT.test(read(path)),
  )
  const found = inside.flatMap((path) => {
    const source = parse(path)
    const uses: string[] = []
    const visit = (node: ts.Node): void => {
      const use = ambient(node)
      if (use !== undefined) uses.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${use}`)
      ts.forEachChild(node, visit)
    }
    visit(source)
    return uses
  })
  expect(found).toEqual([])
})

test('no markup is made from strings, and no style stands in an attribute (content security policy)', () => {
  const broken = codeFiles()
    .filter((path) => path.endsWith('.tsx') && !isTest(path) && /\s(style|dangerouslySetInnerHTML|on[A-Z]\w*)=/.test(read(path)))
    .flatMap((path) => {
      const found: string[] = []
      const visit = (node: ts.Node): void => {
        if (ts.isJsxAttribute(node) && /^(style|dangerouslySetInnerHTML|on[A-Z]\w*)$/.test(node.name.getText())) found.push(`${path}: ${node.name.getText()}`)
        ts.forEachChild(node, visit)
      }
      visit(parse(path))
      return found
    })
  expect(broken).toEqual([])
})
