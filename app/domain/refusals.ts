/** What a verb or read of the domain throws besides bugs. Expected refusals are returned instead. */

/** Not there, or not yours: the same answer for both, so that nobody can find out which ids exist. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** The person may not do this at all. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}
