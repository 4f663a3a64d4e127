/** The addresses under which pages and files of the product are asked for about somebody: every route, filled from its own pattern. */
import { handlers } from './handlers.ts'

export interface Address {
  /** Of the route, as routes.ts has it. */
  readonly route: string
  readonly path: string
  readonly allow: (typeof handlers)[number]['allow']
}

/** Values for a parameter that occur together, by name of the parameter; several where a route is asked about several things. */
export type Fillings = readonly Readonly<Record<string, string>>[]

/** Every address of every loader: bare, and with each of the queries. A parameter that nobody fills throws: a new one is said by the test. */
export const everyAddress = (fillings: Fillings, queries: readonly string[], barely: (route: string) => boolean): readonly Address[] =>
  handlers
    .filter(({ method }) => method === 'GET')
    .flatMap(({ name, allow }) => {
      const route = name.slice('GET '.length)
      const params = [...route.matchAll(/:(\w+)|\*/g)].map(([whole, param]) => param ?? whole)
      const fitting = fillings.filter((filling) => params.every((param) => Object.hasOwn(filling, param)))
      if (fitting.length === 0) throw new Error(`nothing fills ${route}`)
      const filled = fitting.map((filling) => `/${route.replace(/:(\w+)|\*/g, (whole, param?: string) => filling[param ?? whole] ?? '')}`.replace('//', '/'))
      return [...new Set(filled)].flatMap((path) =>
        ['', ...(barely(route) ? [] : queries)].map((query) => ({ route, allow, path: query === '' ? path : `${path}?${query}` })),
      )
    })

/** The address under which the framework gives the data of a page. */
export const asData = (path: string): string => {
  const [name = '', query] = path.split('?')
  return `${name === '/' ? '/_root' : name}.data${query === undefined ? '' : `?${query}`}`
}
