/** From a request to the answer of its route: a page, or what the route itself sends. Knows Remix' route modules and nothing of the network. */
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import type { DocumentModule, DrawPage, PageModule } from '#app/http/draw-page.ts'
import { findRoute } from './find-route.ts'

/** A page as one text; as the body of a Response it could only be had through a stream again. */
export interface Page {
  readonly status: number
  readonly headers: Headers
  readonly html: string
}

/** Answers requests; `failed` is told what broke while a page was made. */
export type Desk = (request: Request, context: AppLoadContext, failed: (error: unknown) => void) => Promise<Response | Page>

/**
 * The desk of these routes: the root, and pages and downloads below it. The action comes first; then the loaders of root and page, side by
 * side; then the page is drawn, or the root's error page where something was thrown. A redirect from any of them is the answer.
 */
export const createDesk = (build: ServerBuild): Desk => {
  const routes = Object.values(build.routes).flatMap((route) => (route === undefined ? [] : [route]))
  const root = routes.find(({ parentId }) => parentId === undefined)
  const find = findRoute(routes.filter((route) => route !== root).map(({ id, path = '' }) => ({ id, path })))
  const drawPage = build.entry.module.default as unknown as DrawPage
  const around = { document: root?.module as unknown as DocumentModule, styles: build.assets.routes['root']?.css ?? [], script: build.assets.entry.module }

  return async (request, context, failed) => {
    const found = find(new URL(request.url).pathname)
    const route = found === undefined ? undefined : build.routes[found.id]
    const asked: Asked = { request, context, params: found?.params ?? {} }
    if (route !== undefined && isDownload(route)) return answerOf(await (request.method === 'POST' ? act(route, asked) : load(route, asked)))

    const acted = request.method === 'POST' ? await act(route, asked) : undefined
    if (acted?.kind === 'answer') return acted.response
    const loaded = await Promise.all([load(root, asked), acted?.kind === 'refused' ? NOTHING : load(route, asked)])
    for (const one of loaded) if (one.kind === 'answer') return one.response
    const all = [...loaded, ...(acted === undefined ? [] : [acted])]
    const refused = [acted, ...loaded].find((one) => one?.kind === 'refused') ?? (route === undefined ? refusal(404) : undefined)
    if (refused?.thrown !== undefined) failed(refused.thrown.error)

    const data = { root: dataOf(loaded[0]), page: dataOf(loaded[1]), action: dataOf(acted) }
    const draw = async (error: { readonly status: number } | undefined): Promise<Page> => ({
      status: error?.status ?? acted?.status ?? loaded[1].status ?? 200,
      headers: passedOn(all),
      html: await drawPage({ request, context, ...around, page: (route?.module ?? {}) as PageModule, data, error }),
    })
    try {
      return await draw(refused)
    } catch (error) {
      failed(error)
      return await draw({ status: 500 })
    }
  }
}

type Route = NonNullable<ServerBuild['routes'][string]>

/** What loaders and actions are given. */
interface Asked {
  readonly request: Request
  readonly context: AppLoadContext
  readonly params: Readonly<Record<string, string>>
}

/** What a loader or an action came to. */
type Outcome =
  | { readonly kind: 'answer'; readonly response: Response; readonly status?: undefined }
  | { readonly kind: 'data'; readonly data: unknown; readonly status?: number | undefined; readonly headers?: HeadersInit | undefined }
  | Refusal

interface Refusal {
  readonly kind: 'refused'
  readonly status: number
  readonly headers?: HeadersInit | undefined
  /** As it was thrown. */
  readonly response?: Response
  /** What nobody meant to throw. */
  readonly thrown?: { readonly error: unknown }
}

const NOTHING: Outcome = { kind: 'data', data: undefined }
const refusal = (status: number): Refusal => ({ kind: 'refused', status })

const load = (route: Route | undefined, asked: Asked): Outcome | Promise<Outcome> => {
  const loader = route?.module.loader
  return loader === undefined ? NOTHING : outcomeOf(async () => await loader(asked as Parameters<typeof loader>[0]))
}

/** A form for a page that takes none is refused. */
const act = (route: Route | undefined, asked: Asked): Outcome | Promise<Outcome> => {
  const action = route?.module.action
  if (action === undefined) return refusal(route === undefined ? 404 : 405)
  return outcomeOf(async () => await action(asked as Parameters<typeof action>[0]))
}

const outcomeOf = async (work: () => Promise<unknown>): Promise<Outcome> => {
  try {
    const value = await work()
    if (value instanceof Response) return { kind: 'answer', response: value }
    return isWithInit(value) ? { kind: 'data', data: value.data, ...value.init } : { kind: 'data', data: value }
  } catch (thrown) {
    if (thrown instanceof Response && REDIRECTS.has(thrown.status)) return { kind: 'answer', response: thrown }
    if (thrown instanceof Response) return { kind: 'refused', status: thrown.status, headers: thrown.headers, response: thrown }
    if (isWithInit(thrown)) return { kind: 'refused', status: thrown.init?.status ?? 500, headers: thrown.init?.headers }
    return { kind: 'refused', status: 500, thrown: { error: thrown } }
  }
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** What Remix' `data()` makes. */
const isWithInit = (value: unknown): value is { readonly data: unknown; readonly init: ResponseInit | null } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit'

const dataOf = (outcome: Outcome | undefined): unknown => (outcome?.kind === 'data' ? outcome.data : undefined)

/** A route without a page answers for itself. */
const isDownload = ({ module }: Route) => (module.default as unknown) === undefined

/** What a route without a page came to. A form that it gives back has nowhere to be shown again. */
const answerOf = (outcome: Outcome): Response => {
  if (outcome.kind === 'answer') return outcome.response
  if (outcome.kind === 'data') return new Response(null, { status: 422 })
  if (outcome.thrown !== undefined) throw outcome.thrown.error
  return outcome.response ?? new Response(null, { status: outcome.status })
}

/** What loaders and actions say to the browser beside the page; everything else about a page is said by the doors. */
const PASSED_ON = ['retry-after', 'set-cookie']

const passedOn = (all: readonly Outcome[]): Headers => {
  const headers = new Headers()
  for (const one of all)
    if (one.kind !== 'answer' && one.headers !== undefined)
      for (const [name, value] of new Headers(one.headers)) if (PASSED_ON.includes(name)) headers.append(name, value)
  return headers
}
