/** The one place that knows what SQLite's errors mean. */

/**
 * `busy`: another process holds the lock for longer than we wait · `full`: no space left · `readonly`: file or folder cannot be
 * written · `io`: the disk failed or the file cannot be opened · `corrupt`: damaged, or not a database · `schema`: the file
 * belongs to another version of the program · `constraint`: a rule of the schema was broken (a bug of ours).
 */
export type DatabaseProblem = 'busy' | 'full' | 'readonly' | 'io' | 'corrupt' | 'schema' | 'constraint'

/** What the database (or the file system below it) complains about, or null where the error is none of its errors. */
export const databaseProblem = (thrown: unknown): DatabaseProblem | null => {
  if (!(thrown instanceof Error)) return null
  if (thrown.name === 'SchemaRefusal') return 'schema'
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
  const known = PROBLEMS.find(([start]) => code === start || code.startsWith(`${start}_`))
  return known === undefined ? null : known[1]
}

/** Extended codes begin with the plain one: SQLITE_IOERR_WRITE, SQLITE_CONSTRAINT_UNIQUE. */
const PROBLEMS: readonly (readonly [string, DatabaseProblem])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'readonly'],
  ['EROFS', 'readonly'],
  ['EACCES', 'readonly'],
  ['EPERM', 'readonly'],
  ['SQLITE_PERM', 'readonly'],
  ['SQLITE_IOERR', 'io'],
  ['SQLITE_CANTOPEN', 'io'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_CONSTRAINT', 'constraint'],
]
