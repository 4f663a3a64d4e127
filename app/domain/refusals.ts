/** What a verb or read of the domain throws besides bugs. Expected refusals are returned instead. */

/** Not there, or not yours: the same answer for both, so that nobody can find out which ids exist. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** Not a form of ours: what every form carries by itself is missing. Nothing is known about what was meant, so nothing happens. */
export class Incomplete extends Error {
  override readonly name = 'Incomplete'
}

/** The person may not do this at all. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}
