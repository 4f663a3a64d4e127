/** What may be thrown, and the answer it becomes: a status and a code; the page turns the code into a sentence. */
import { maskPath } from '#app/platform/log.server.ts'
import { databaseProblem } from '#db/errors.server.ts'
import { Forbidden, Incomplete, NotFound } from '#app/domain/refusals.ts'
import type { RequestContext } from './house.server.ts'

export { Forbidden, NotFound }

/** A request that cannot be taken as it is: wrong content type, too large, too often, not possible now. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

/** What a thrown answer carries in its body, for the error page. */
interface RefusalBody {
  readonly code: string
  readonly request_id: string
}

/** Seconds after which a request that met a busy or full database may be sent again. */
const RETRY_AFTER = 5

/**
 * The Response to throw for whatever was thrown: redirects and responses pass through; refusals and database problems become
 * their status; everything else is logged with the request's id and becomes 500. Never carries a message of the error itself.
 */
export const toResponse = (thrown: unknown, context: RequestContext, request: Request): unknown => {
  if (thrown instanceof Response || isThrownData(thrown)) return thrown
  if (thrown instanceof NotFound) return answer(404, 'not_found', context)
  if (thrown instanceof Incomplete) return answer(400, 'incomplete', context)
  if (thrown instanceof Forbidden) return answer(403, 'forbidden', context)
  if (thrown instanceof Refused) return answer(thrown.status, thrown.code, context)
  const problem = databaseProblem(thrown)
  // A broken rule of the database (`constraint`) is our mistake, not the reader's.
  if (problem !== null && problem !== 'constraint') {
    context.house.log.error('database_problem', { request_id: context.requestId, method: request.method, code: problem })
    return answer(problem === 'full' ? 507 : 503, `database_${problem}`, context)
  }
  context.house.log.error('unexpected_error', {
    request_id: context.requestId,
    method: request.method,
    path: maskPath(new URL(request.url).pathname),
    error: thrown,
  })
  return answer(500, 'unexpected', context)
}

const answer = (status: number, code: string, context: RequestContext): Response => {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' })
  if (status === 503 || status === 507) headers.set('retry-after', String(RETRY_AFTER))
  return new Response(JSON.stringify({ code, request_id: context.requestId } satisfies RefusalBody), { status, headers })
}

/** What Remix's `data()` makes. */
const isThrownData = (thrown: unknown) => typeof thrown === 'object' && thrown !== null && 'type' in thrown && thrown.type === 'DataWithResponseInit'
