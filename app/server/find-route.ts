/**
 * Which route an address means. The framework's router sorts and compiles all routes it knows for every request; of a hundred routes that
 * was a tenth of a page's time. Here it is done once, by the same rules: a test asks both about whatever comes.
 */
export interface RoutePath {
  readonly id: string
  /** As in `routes.ts`: words, `:name`, `:name.ending`, and `*` at the end. */
  readonly path: string
}

export interface FoundRoute {
  readonly id: string
  readonly params: Readonly<Record<string, string>>
}

/** Finds the route of a path (as it stands in a URL), the most exact one where several fit; undefined where none does. */
export const findRoute = (all: readonly RoutePath[]): ((path: string) => FoundRoute | undefined) => {
  const routes = all.map((route) => ({ ...compile(route.path), id: route.id, rank: rankOf(route.path) })).sort((a, b) => b.rank - a.rank)
  return (path) => {
    const asked = decoded(path)
    for (const { id, names, pattern } of routes) {
      const values = pattern.exec(asked)
      if (values !== null) return { id, params: Object.fromEntries(names.map((name, index) => [name, (values[index + 1] ?? '').replaceAll('%2F', '/')])) }
    }
    return undefined
  }
}

/** A word says more than a name, a name more than anything; and a long path more than a short one. */
const rankOf = (path: string): number => {
  const parts = partsOf(path)
  return parts.reduce((sum, part) => sum + (part === '*' ? -2 : /^:[\w-]+$/.test(part) ? 3 : 10), parts.length)
}

const compile = (path: string): { readonly pattern: RegExp; readonly names: readonly string[] } => {
  const names: string[] = []
  const source = partsOf(path).map((part) => {
    if (part === '*') {
      names.push('*')
      return '(?:/(.+)|/*)'
    }
    const name = /^:([\w-]+)(.*)$/.exec(part)
    if (name === null) return `/${literally(part)}`
    names.push(name[1] ?? '')
    return `/([^/]+)${literally(name[2] ?? '')}`
  })
  return { names, pattern: new RegExp(`^${source.join('')}/*$`, 'i') }
}

const literally = (text: string): string => text.replace(/[\\.*+^${}|()[\]?]/g, '\\$&')

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '')

/** Without escapes, but for slashes within a part. */
const decoded = (path: string): string => {
  try {
    return path
      .split('/')
      .map((part) => decodeURIComponent(part).replaceAll('/', '%2F'))
      .join('/')
  } catch {
    return path
  }
}
