/** What the server hands to `entry.server` so that it draws a page. */
import type { ComponentType, ReactNode } from 'react'
import type { RequestContext } from './house.server.ts'
import type { PageData } from './page-data.tsx'

/** What drawing needs of a route's file. */
export interface PageModule {
  readonly default?: ComponentType
  readonly meta?: (facts: { readonly data: unknown; readonly error: unknown }) => readonly { readonly title?: string | undefined }[]
}

/** The frame around every page, and what stands in it where something was thrown. */
export interface DocumentModule extends PageModule {
  readonly Layout: ComponentType<{ children: ReactNode }>
  readonly ErrorBoundary: ComponentType
}

export interface PageToDraw {
  readonly request: Request
  readonly context: RequestContext
  readonly document: DocumentModule
  readonly page: PageModule
  readonly data: PageData
  /** What a loader, an action or the page itself threw. */
  readonly error: unknown
  readonly styles: readonly string[]
  readonly script: string
}

/** Draws a page as one text. What it throws is a bug of a page. */
export type DrawPage = (page: PageToDraw) => Promise<string>
