/** What the server hands to `entry.server` so that it draws a page. */
import type { ComponentType, ReactNode } from 'react'
import type { Language } from '#app/i18n/translate.ts'
import type { RequestContext } from './house.server.ts'
import type { PageData } from './page-data.tsx'

/** What drawing needs of a route's file. */
export interface PageModule {
  readonly default?: ComponentType
  /** Says the title. */
  readonly meta?: (facts: { readonly data: unknown }) => readonly { readonly title?: string | undefined }[]
}

/** The frame around every page, and what stands in it where something was thrown. */
export interface DocumentModule {
  /** The title of pages that say none, and of error pages. */
  readonly meta: (facts: { readonly error: PageError | undefined; readonly language: Language }) => readonly [{ readonly title: string }]
  readonly Layout: ComponentType<{ children: ReactNode }>
  readonly ErrorBoundary: ComponentType
}

/** Why an error page is drawn. What was thrown stays in the log. */
export interface PageError {
  readonly status: number
}

export interface PageToDraw {
  readonly request: Request
  readonly context: RequestContext
  readonly document: DocumentModule
  readonly page: PageModule
  readonly data: PageData
  /** Undefined where nothing was thrown. */
  readonly error: PageError | undefined
  readonly styles: readonly string[]
  readonly script: string
}

/** Draws a page as one text. What it throws is a bug of a page. */
export type DrawPage = (page: PageToDraw) => Promise<string>
