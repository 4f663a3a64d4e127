import type { ServerBuild } from '@remix-run/node'
import * as entry from '#app/entry.server.tsx'

type Route = NonNullable<ServerBuild['routes'][string]>
/** What a route's file exports. */
export type RouteModule = Partial<Route['module']>

export interface RouteFacts {
  readonly id: string
  readonly path?: string | undefined
  readonly index?: boolean | undefined
  readonly module: RouteModule
}

/** What the bundler would make of a root and routes below it, without files for the browser. */
export const assembleBuild = (root: RouteModule, below: readonly RouteFacts[]): ServerBuild => {
  const routes: Route[] = [toRoute({ id: 'root', module: root }), ...below.map(toRoute)]
  return {
    mode: 'test',
    // The framework's type means its own way of drawing (`app/server/desk.ts`).
    entry: { module: entry as unknown as ServerBuild['entry']['module'] },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])),
    assets: {
      entry: { module: '/assets/entry.client-test.js', imports: [] },
      routes: Object.fromEntries(routes.map((route) => [route.id, toManifest(route)])),
      url: '/assets/manifest-test.js',
      version: 'test',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: false },
    isSpaMode: false,
  }
}

const toRoute = ({ id, path, index, module }: RouteFacts): Route => ({
  id,
  // The framework's type asks for a component, but routes for downloads have none.
  module: module as Route['module'],
  ...(id === 'root' ? {} : { parentId: 'root' }),
  ...(path === undefined ? {} : { path }),
  ...(index === true ? { index } : {}),
})

const toManifest = ({ module, ...route }: Route) => ({
  ...route,
  module: `/assets/${route.id}.js`,
  hasLoader: 'loader' in module,
  hasAction: 'action' in module,
  hasClientLoader: false,
  hasClientAction: false,
  hasErrorBoundary: 'ErrorBoundary' in module,
})
