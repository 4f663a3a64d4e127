/** What a request may use. Built once at start by app/server (or a test) and handed in through Remix's load context. */
import type { Db } from '#db/types.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import type { Limits } from '#app/platform/limits.server.ts'
import type { Log } from '#app/platform/log.server.ts'

export interface House {
  readonly db: Db
  /** The current published revisions, in memory and frozen. */
  readonly catalogue: Catalogue
  /** Where figures of the published courses lie. */
  readonly coursesFolder: string
  readonly limits: Limits
  readonly log: Log
  readonly clock: () => Date
  /** True while the database belongs to the demo: shows the banner and the demo sign-ins. */
  readonly demo: boolean
  /** Cookies carry `Secure` and the `__Host-` prefix. */
  readonly secure: boolean
  /** Where people reach the product (`https://lernen.example.de`), where the operator has said so. */
  readonly publicOrigin?: string | undefined
}

/** A body as it was sent, with the value of its Content-Type header. */
export interface SentBody {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** One request's context. `memo` keeps what the guard looked up, so that root and route ask once. */
export interface RequestContext {
  readonly house: House
  readonly requestId: string
  readonly nonce: string
  /** Network address of the client for rate limits; never stored in clear. */
  readonly address: string
  readonly memo: Map<string, unknown>
  /** What was sent with a form. The Request carries none: reading it out of its streams would take longer than all the rest of it. */
  readonly body?: SentBody
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}
