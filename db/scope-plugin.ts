/**
 * The tripwire between authorities: a statement over a table that belongs to authorities throws unless it names the one it is
 * about. It reads the statement's tree, so it costs no query. It is a net below the domain, not a proof (`or` is not understood).
 */
import type { KyselyPlugin, OperationNode, RootOperationNode } from 'kysely'
import type { Schema } from './schema.ts'
import type { Db } from './types.ts'

type ScopedTable = { [T in keyof Schema]: 'authority_id' extends keyof Schema[T] ? T : never }[keyof Schema]

/** Complete by its type: a new table with `authority_id` does not compile until it stands here. */
const SCOPED: Readonly<Record<ScopedTable, true>> = {
  org_unit: true,
  person: true,
  person_role: true,
  session: true,
  invitation: true,
  held_form: true,
  learning_event: true,
  response: true,
  reflection: true,
  item_state: true,
  module_state: true,
  course_state: true,
  combination: true,
  completion_hour: true,
  certificate: true,
  note: true,
  item_flag: true,
  audit_entry: true,
  barrier_report: true,
  assignment: true,
  assignment_target: true,
  people_import: true,
  import_mapping: true,
  report_snapshot: true,
}

/** Everything that may read or write across authorities. A new reason is a decision, and shows in the review. */
export type AcrossReason =
  | 'sign-in'
  | 'session lookup'
  | 'invitation lookup'
  | 'certificate lookup'
  | 'item statistics'
  | 'audit check'
  | 'head-office report'
  | 'retention'
  | 'rebuild'
  | 'seed'

/** The same database without the tripwire. The only way out, easy to search for. */
export const acrossAuthorities = <D extends Db>(db: D, _reason: AcrossReason): D => db.withoutPlugins() as D

/** Thrown by the plugin. Always a bug. */
export class UnscopedStatement extends Error {
  constructor(table: string) {
    super(`a statement over "${table}" does not say which authority it is about`)
  }
}

export const authorityScope: KyselyPlugin = {
  transformQuery({ node }): RootOperationNode {
    walk(node, new Set())
    return node
  },
  transformResult: async ({ result }) => result,
}

type Tree = Readonly<Record<string, unknown>> & { readonly kind: string }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'

/** Every statement of every request passes here, so it builds no lists. */
const eachChild = (tree: Tree, visit: (child: Tree) => void): void => {
  for (const name in tree) {
    const value = tree[name]
    if (Array.isArray(value)) {
      for (const entry of value) if (isTree(entry)) visit(entry)
    } else if (isTree(value)) visit(value)
  }
}

/** Checks every statement in the tree, the inner ones knowing what the outer ones pin. */
const walk = (node: OperationNode | Tree, outer: ReadonlySet<string>): void => {
  const tree = node as Tree
  let pinned = outer
  switch (tree.kind) {
    case 'SelectQueryNode':
    case 'UpdateQueryNode':
    case 'DeleteQueryNode':
      pinned = checkStatement(tree, outer)
      break
    case 'InsertQueryNode':
      checkInsert(tree)
      break
    case 'MergeQueryNode':
      throw new UnscopedStatement('merge')
    case 'RawNode':
      checkRaw(tree)
      break
  }
  eachChild(tree, (child) => walk(child, pinned))
}

const checkStatement = (statement: Tree, outer: ReadonlySet<string>): ReadonlySet<string> => {
  const joins = childrenIn(statement, 'joins')
  const sources = [
    ...sourcesIn(statement['from']),
    ...sourcesIn(statement['table']),
    ...sourcesIn(statement['using']),
    ...joins.flatMap((join) => sourcesIn(join['table'])),
  ]
  const scoped = sources.filter((source) => isScoped(source.table))
  if (scoped.length === 0) return outer
  const conditions = [statement['where'], ...joins.map((join) => join['on'])].flatMap(conjuncts)
  const only = sources.length === 1 ? sources[0]?.alias : undefined
  const inner = new Set([...outer].filter((alias) => !sources.some((source) => source.alias === alias)))
  for (let before = -1; before !== inner.size; ) {
    before = inner.size
    for (const condition of conditions) for (const alias of pinnedBy(condition, inner, only)) inner.add(alias)
  }
  for (const source of scoped) if (!inner.has(source.alias)) throw new UnscopedStatement(source.table)
  return inner
}

/** The aliases that `a.authority_id = value` or `a.authority_id = pinned.authority_id` pins. */
const pinnedBy = (condition: Tree, pinned: ReadonlySet<string>, only: string | undefined): string[] => {
  if (condition.kind !== 'BinaryOperationNode' || (condition['operator'] as Tree)['operator'] !== '=') return []
  const left = authorityOf(condition['leftOperand'], only)
  const right = authorityOf(condition['rightOperand'], only)
  if (left !== undefined && right !== undefined) return pinned.has(left) ? [right] : pinned.has(right) ? [left] : []
  if (left !== undefined) return isValue(condition['rightOperand']) ? [left] : []
  return right !== undefined && isValue(condition['leftOperand']) ? [right] : []
}

const isValue = (node: unknown) => isTree(node) && node.kind === 'ValueNode' && typeof node['value'] === 'string'

/** The alias in front of `authority_id`, or the only source where there is no alias. */
const authorityOf = (node: unknown, only: string | undefined): string | undefined => {
  if (!isTree(node) || node.kind !== 'ReferenceNode') return undefined
  const column = node['column'] as Tree
  if (column.kind !== 'ColumnNode' || nameIn(column['column']) !== 'authority_id') return undefined
  return node['table'] === undefined ? only : tableName(node['table'] as Tree)
}

const checkInsert = (insert: Tree) => {
  const table = tableName(insert['into'] as Tree)
  if (!isScoped(table)) return
  if (!childrenIn(insert, 'columns').some((column) => nameIn(column['column']) === 'authority_id')) throw new UnscopedStatement(table)
}

/** Raw SQL cannot be read, so it may not speak of these tables. */
const checkRaw = (raw: Tree) => {
  const words =
    (raw['sqlFragments'] as readonly string[])
      .join(' ')
      .toLowerCase()
      .match(/[a-z_]+/g) ?? []
  const named = childrenIn(raw, 'parameters').flatMap((parameter) =>
    parameter.kind === 'TableNode' ? [tableName(parameter)] : parameter.kind === 'IdentifierNode' ? [nameIn(parameter)] : [],
  )
  const table = [...words, ...named].find(isScoped)
  if (table !== undefined) throw new UnscopedStatement(table)
}

interface Source {
  readonly table: string
  readonly alias: string
}

const sourcesIn = (node: unknown): Source[] => {
  if (!isTree(node)) return []
  if (node.kind === 'TableNode') return [{ table: tableName(node), alias: tableName(node) }]
  if (node.kind === 'AliasNode') return sourcesIn(node['node']).map(({ table }) => ({ table, alias: nameIn(node['alias']) }))
  return node.kind === 'FromNode' || node.kind === 'UsingNode'
    ? childrenIn(node, node.kind === 'FromNode' ? 'froms' : 'tables').flatMap(sourcesIn)
    : node.kind === 'ListNode'
      ? childrenIn(node, 'items').flatMap(sourcesIn)
      : []
}

/** The conditions that must all hold: what stands under `and` and in brackets. */
const conjuncts = (node: unknown): Tree[] => {
  if (!isTree(node)) return []
  if (node.kind === 'AndNode') return [...conjuncts(node['left']), ...conjuncts(node['right'])]
  if (node.kind === 'WhereNode') return conjuncts(node['where'])
  if (node.kind === 'OnNode') return conjuncts(node['on'])
  return node.kind === 'ParensNode' ? conjuncts(node['node']) : [node]
}

const isScoped = (table: string) => Object.hasOwn(SCOPED, table)
const childrenIn = (tree: Tree, key: string): Tree[] => (Array.isArray(tree[key]) ? tree[key].filter(isTree) : [])
const nameIn = (node: unknown): string => (isTree(node) && typeof node['name'] === 'string' ? node['name'] : '')
const tableName = (table: Tree): string => nameIn((table['table'] as Tree | undefined)?.['identifier'])
