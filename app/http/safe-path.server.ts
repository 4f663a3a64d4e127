/** Any origin will do: only whether the path stays on it is asked. */
const ORIGIN = 'https://wegbereiter.invalid'

/**
 * The path if it leads to a page of this site, else `/`. For every target that comes from outside (`next`, a held form).
 * A path with a second slash, a backslash or a control character may be read by a browser as another host.
 */
export const safePath = (path: string | undefined | null): string => {
  if (typeof path !== 'string' || !SAFE.test(path)) return '/'
  try {
    const url = new URL(path, ORIGIN)
    // Dot segments are resolved by the parser: `/.//evil.example` would come out with two slashes.
    const resolved = `${url.pathname}${url.search}${url.hash}`
    return url.origin === ORIGIN && SAFE.test(resolved) ? resolved : '/'
  } catch {
    return '/'
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const SAFE = /^\/(?![/\\])[^\x00-\x1f\x7f\\]*$/
