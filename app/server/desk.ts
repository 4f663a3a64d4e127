/** From a request to the answer of its route: a page, or what the route itself sends. Knows Remix' router and nothing of the network. */
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { createStaticHandler, isRouteErrorResponse, matchRoutes, type StaticHandlerContext } from '@remix-run/router'
import type { DocumentModule, DrawPage, PageModule } from '#app/http/draw-page.ts'

/** A page as one text; as the body of a Response it could only be had through a stream again. */
export interface Page {
  readonly status: number
  readonly headers: Headers
  readonly html: string
}

/** Answers requests; `failed` is told what broke while a page was made. */
export type Desk = (request: Request, context: AppLoadContext, failed: (error: unknown) => void) => Promise<Response | Page>

/** The desk of these routes: the root, and pages below it. There is no client router, so no answer carries what a loader returned. */
export const createDesk = (build: ServerBuild, ids: ReadonlySet<string>): Desk => {
  const routes = Object.fromEntries(Object.entries(build.routes).filter(([id]) => ids.has(id))) as ServerBuild['routes']
  const drawPage = build.entry.module.default as unknown as DrawPage
  const { query, queryRoute, dataRoutes } = createStaticHandler(toRouterRoutes(routes), { future: { v7_relativeSplatPath: true, v7_throwAbortReason: true } })
  const hasDownloads = Object.values(routes).some(isDownload)
  const root = Object.values(routes).find((route) => route?.parentId === undefined)
  const around = { document: root?.module as unknown as DocumentModule, styles: build.assets.routes['root']?.css ?? [], script: build.assets.entry.module }

  const drawn = async (request: Request, context: AppLoadContext, found: StaticHandlerContext, error: unknown): Promise<Page> => {
    const leaf = found.matches.at(-1)?.route.id ?? ''
    const data = { root: found.loaderData[root?.id ?? ''], page: found.loaderData[leaf], action: found.actionData?.[leaf] }
    const page = routes[leaf]?.module as unknown as PageModule
    return { status: statusOf(found, error), headers: passedOn(found), html: await drawPage({ request, context, ...around, page, data, error }) }
  }

  return async (request, context, failed) => {
    const leaf = hasDownloads ? matchRoutes(dataRoutes, new URL(request.url).pathname)?.at(-1)?.route.id : undefined
    if (leaf !== undefined && isDownload(routes[leaf])) return answerOf(queryRoute(request, { routeId: leaf, requestContext: context }))
    const found = await query(request, { requestContext: context })
    if (found instanceof Response) return found
    const [thrown] = Object.values(found.errors ?? {})
    if (thrown !== undefined && !isRouteErrorResponse(thrown)) failed(thrown)
    try {
      return await drawn(request, context, found, thrown)
    } catch (error) {
      failed(error)
      return await drawn(request, context, found, error)
    }
  }
}

type Route = ServerBuild['routes'][string]

/** A route without a page answers for itself. */
const isDownload = (route: Route | undefined) => route?.parentId !== undefined && (route.module.default as unknown) === undefined

/** What a page broke at is not known to the router. */
const statusOf = (found: StaticHandlerContext, error: unknown): number =>
  error === undefined || Object.values(found.errors ?? {}).includes(error) ? found.statusCode : 500

/** What a route without a page returned or threw. A form that it gives back has nowhere to be shown again. */
const answerOf = async (asked: Promise<unknown>): Promise<Response> => {
  try {
    const answer = await asked
    return answer instanceof Response ? answer : new Response(null, { status: 422 })
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    if (isRouteErrorResponse(thrown)) return new Response(null, { status: thrown.status })
    throw thrown
  }
}

const toRouterRoutes = (routes: ServerBuild['routes']) => {
  const below = (parent: string | undefined): Parameters<typeof createStaticHandler>[0] =>
    Object.values(routes).flatMap((route) => {
      if (route === undefined || route.parentId !== parent) return []
      const { id, path, index, caseSensitive, module } = route
      const { loader, action } = module
      const shared = {
        id,
        ...(path === undefined ? {} : { path }),
        ...(caseSensitive === undefined ? {} : { caseSensitive }),
        ...(loader === undefined ? {} : { loader }),
        ...(action === undefined ? {} : { action }),
        // The root has the page for every error.
        hasErrorBoundary: parent === undefined,
      }
      return [index === true ? { ...shared, index } : { ...shared, children: below(id) }] as Parameters<typeof createStaticHandler>[0]
    })
  return below(undefined)
}

/** What loaders and actions say to the browser beside the page; everything else about a page is said by the doors. */
const PASSED_ON = ['retry-after', 'set-cookie']

const passedOn = ({ loaderHeaders, actionHeaders }: StaticHandlerContext): Headers => {
  const headers = new Headers()
  for (const said of [...Object.values(loaderHeaders), ...Object.values(actionHeaders)])
    for (const [name, value] of said) if (PASSED_ON.includes(name)) headers.append(name, value)
  return headers
}
