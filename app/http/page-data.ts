/**
 * What a page's component is given. Pages are drawn on the server only, so loader data arrives as it was returned and is not
 * serialised: these hooks say so to the compiler, where Remix' own would describe JSON.
 */
import { useActionData, useLoaderData } from '@remix-run/react'

type Route = (...args: never[]) => Promise<unknown>
type Returned<R extends Route> = Awaited<ReturnType<R>>
/** Answers made with Remix' `data()` carry the body in `data`. */
type Body<T> = T extends Response ? never : T extends { data: infer D; init: ResponseInit | null } ? D : T

/** The data of a route's loader; redirects and other responses never reach the component. */
export const usePageData = <L extends Route>(): Body<Returned<L>> => useLoaderData() as Body<Returned<L>>

/** What the route's action returned instead of redirecting, or undefined. */
export const useActionResult = <A extends Route>(): Body<Returned<A>> | undefined => useActionData() as Body<Returned<A>> | undefined
