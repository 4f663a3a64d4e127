/**
 * What a loader returns is for the server's own drawing of the page. The framework would write all of it out a second time for a
 * client that does not exist, a quarter of the work of a page, and would send it to whoever asks for `<page>.data`. It writes only
 * what can be listed; so the properties are there to read, but not to list.
 */
export const keptHere = <T>(result: T): T => {
  if (typeof result !== 'object' || result === null || Object.getPrototypeOf(result) !== Object.prototype || 'init' in result) return result
  const kept = {}
  for (const [name, value] of Object.entries(result)) Object.defineProperty(kept, name, { value, enumerable: false })
  return kept as T
}
