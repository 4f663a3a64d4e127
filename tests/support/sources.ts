/** The files of the repository, for tests that read code. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The folder of the repository. */
export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Paths of all files below a folder, from the repository on, with forward slashes. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return path === 'db/data' || path === 'tests/artefacts' ? [] : filesBelow(path)
    return [path]
  })

/** Code of the product and its tests. */
export const codeFiles = (): string[] => ['app', 'db', 'tests'].flatMap(filesBelow).filter((path) => /\.(ts|tsx|mjs)$/.test(path))

export const isTest = (path: string): boolean => path.startsWith('tests/') || /\.test\.tsx?$/.test(path)

export const read = (path: string): string => readFileSync(join(repository, path), 'utf8')

/** The file as TypeScript sees it. */
export const parse = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)

export interface Import {
  /** As written. */
  readonly specifier: string
  /** From the repository on where it is one of our files, else the specifier. */
  readonly target: string
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean
  /** Passed on: `export … from`. */
  readonly passedOn: boolean
}

/** What a file imports, dynamic imports included. */
export const importsOf = (path: string): Import[] => {
  const found: Import[] = []
  const add = (specifier: string, typeOnly: boolean, passedOn: boolean) => found.push({ specifier, target: targetOf(path, specifier), typeOnly, passedOn })
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text, isTypeOnly(node.importClause), false)
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.isTypeOnly, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments
      if (specifier !== undefined && ts.isStringLiteral(specifier)) add(specifier.text, false, false)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(path))
  return found
}

const isTypeOnly = (clause: ts.ImportClause | undefined): boolean => {
  if (clause === undefined) return false
  if (clause.isTypeOnly) return true
  const { namedBindings, name } = clause
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  )
}

const targetOf = (path: string, specifier: string): string => {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  return /^#(app|db|tests)\//.test(specifier) ? specifier.slice(1) : specifier
}
