import type { Doc } from './tagged-pdf.server.ts'
import type { Look } from './text-setting.server.ts'

/** Where on the page the next block goes. */
export interface Cursor {
  /** The upper edge of room for so many points, on a new page where this one has none left. `keep` is what has to fit below it as well. */
  take(height: number, keep?: number): number
  /** The most that fits on a page. */
  readonly page: number
}

/** Where something is drawn: the column's left edge and width. */
export interface Place {
  readonly doc: Doc
  readonly look: Look
  readonly x: number
  readonly width: number
  readonly cursor: Cursor
}
