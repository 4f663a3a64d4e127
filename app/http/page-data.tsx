/**
 * What a page's component is given: what its loader and its action returned, as they returned it. Pages are drawn on the server only, by
 * `entry.server`; a router around them would have nothing to do.
 */
import { createContext, useContext } from 'react'

export interface PageData {
  /** Of the root's loader; undefined where it failed. */
  readonly root: unknown
  readonly page: unknown
  /** What the action returned instead of redirecting. */
  readonly action: unknown
}

type Route = (...args: never[]) => Promise<unknown>
type Returned<R extends Route> = Awaited<ReturnType<R>>
/** Answers made with Remix' `data()` carry the body in `data`. */
type Body<T> = T extends Response ? never : T extends { data: infer D; init: ResponseInit | null } ? D : T

const Context = createContext<PageData>({ root: undefined, page: undefined, action: undefined })

export const PageDataProvider = Context.Provider

/** The data of a route's loader; redirects and other responses never reach the component. */
export const usePageData = <L extends Route>(): Body<Returned<L>> => useContext(Context).page as Body<Returned<L>>

/** What the route's action returned instead of redirecting, or undefined. */
export const useActionResult = <A extends Route>(): Body<Returned<A>> | undefined => useContext(Context).action as Body<Returned<A>> | undefined

/** The data of the root's loader; undefined where it failed and an error page is drawn. */
export const useRootData = <L extends Route>(): Body<Returned<L>> | undefined => useContext(Context).root as Body<Returned<L>> | undefined
