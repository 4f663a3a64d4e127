/**
 * Statements that every page or every answer needs are put together once and then run with other values: building and checking the tree of
 * a statement costs several times as much as SQLite takes to answer it.
 */
import type { Compilable, CompiledQuery } from 'kysely'
import type { Db } from './types.ts'

/**
 * A statement with named values. `build` is called once, with words that stand for the values: it may place them, but not look at them.
 * The scope plugin has checked the tree then; running it again changes values only. Takes any database or transaction of this schema.
 */
export const prepared =
  <V extends object>(...names: readonly (keyof V & string)[]) =>
  <O>(build: (db: Db, of: V) => Compilable<O>): ((db: Db, of: V) => Promise<O[]>) => {
    let statement: CompiledQuery<O> | undefined
    return async (db, of) => {
      statement ??= build(db, Object.fromEntries(names.map((name) => [name, MARK + name])) as V).compile()
      const parameters = statement.parameters.map((value) => (isPlace(value) ? of[value.slice(MARK.length) as keyof V] : value))
      return (await db.executeQuery<O>({ ...statement, parameters })).rows
    }
  }

/** Nothing that a statement of ours compares with begins like this. */
const MARK = '\uE000value '

const isPlace = (value: unknown): value is string => typeof value === 'string' && value.startsWith(MARK)
