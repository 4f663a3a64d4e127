/** Imports at the head of a text: only components of the same course, by name. */
import type { Walk } from './guard.ts'
import { type ImportLines, placeOf } from './nodes.ts'
import { wordOf } from './vocabulary.ts'

/** Notes the components an import brings in, or reports why it is refused. */
export const checkImports = (node: ImportLines, walk: Walk): void => {
  for (const statement of node.data?.estree?.body ?? []) {
    const at = statement.loc ? { line: statement.loc.start.line, column: statement.loc.start.column + 1 } : node
    if (statement.type !== 'ImportDeclaration') {
      walk.report('export-forbidden', at)
      continue
    }
    const path = String(statement.source.value)
    const names = statement.specifiers.map((specifier) => specifier.local.name)
    const isPlain =
      names.length > 0 && statement.specifiers.every((specifier) => specifier.type !== 'ImportNamespaceSpecifier') && (statement.attributes ?? []).length === 0
    if (!isPlain || names.some((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name) || wordOf(name) !== undefined || walk.components.has(name))) {
      walk.report('import-form', at, { sample: 'Zeitstrahl' })
    }
    const fault = walk.component(path)
    if (fault !== null) walk.report(fault[0], at, fault[1])
    for (const name of names) walk.components.set(name, placeOf(at))
  }
}
