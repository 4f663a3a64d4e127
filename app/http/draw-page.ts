/** What the server hands to `entry.server` so that it draws a page. */
import type { EntryContext } from '@remix-run/node'
import type { RequestContext } from './house.server.ts'

export interface PageToDraw {
  readonly request: Request
  readonly context: RequestContext
  /** The routes that matched and what their loaders and actions returned. */
  readonly entry: EntryContext
}

/** Draws a page as one text. What it throws is a bug of a page. */
export type DrawPage = (page: PageToDraw) => Promise<string>
