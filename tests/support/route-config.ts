/** Stands in for @remix-run/route-config in tests, which would load the whole bundler to make these objects. */
export interface RouteEntry {
  readonly path: string
  /** Relative to app/. */
  readonly file: string
  readonly index?: boolean
}
export type RouteConfig = readonly RouteEntry[]
export const route = (path: string, file: string, options: { index?: boolean } = {}): RouteEntry => ({ path, file, ...options })
