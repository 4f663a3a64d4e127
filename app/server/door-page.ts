/** The page for what is refused or breaks outside of every page: small, readable, without stack, in the reader's language. */
import type { ErrorRequestHandler, Request, Response } from 'express'
import { languageOf } from '#app/http/viewer.server.ts'
import type { de } from '#app/i18n/de.ts'
import { type Language, translatorFor } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { type Log, maskPath } from '#app/platform/log.server.ts'
import { knownOf } from './known.ts'

type Keys = keyof typeof de.door
/** Which sentences of `i18n/*\/door.ts` tell it. */
export type DoorCode = { [K in Keys]: K extends `${infer Code}Title` ? Code : never }[Keys]

/** A request that a door does not let through. */
export class DoorProblem extends Error {
  readonly status: number
  readonly code: DoorCode
  constructor(status: number, code: DoorCode) {
    super(code)
    this.status = status
    this.code = code
  }
}

/** The last door: every error that got this far becomes a page. */
export const doorProblems =
  (log: Log, stylesheets: readonly string[]): ErrorRequestHandler =>
  (thrown: unknown, request, response, _next) => {
    const problem = thrown instanceof DoorProblem ? thrown : fromExpress(thrown)
    const facts = {
      request_id: knownOf(response).requestId,
      method: request.method,
      path: maskPath(request.originalUrl),
      status: problem.status,
      code: problem.code,
    }
    // A door that is closed for a while (503) is no fault; a flood of them must not fill the log with stacks.
    if (problem.status >= 500 && !(thrown instanceof DoorProblem)) log.error('unexpected_error', { ...facts, error: thrown })
    else log.info('refused_at_the_door', facts)
    if (response.headersSent) return void response.destroy()
    sendDoorPage(request, response, problem, stylesheets)
  }

/** Sends the page. A body that nobody has read yet is not read for long: the connection ends with this answer. */
export const sendDoorPage = (request: Request, response: Response, problem: Pick<DoorProblem, 'status' | 'code'>, stylesheets: readonly string[]): void => {
  const page = doorPage(languageOfReader(request), problem.code, knownOf(response).requestId, stylesheets)
  response.status(problem.status).setHeader('Cache-Control', 'no-store')
  if (request.method === 'POST' && !request.complete) endWithAnswer(request, response)
  response.type('html').send(page)
}

const doorPage = (language: Language, code: DoorCode, requestId: string, stylesheets: readonly string[]): string => {
  const t = translatorFor(language)
  const links = stylesheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('')
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${t(`door.${code}Title`)} – Wegbereiter</title>${links}</head>
<body><main id="main" class="l-wrap l-narrow l-stack"><h1>${t(`door.${code}Title`)}</h1><p>${t(`door.${code}`)}</p><p><a href="${paths.home()}">${t('door.home')}</a></p><p class="t-meta">${t('door.reference', { id: requestId })}</p></main></body></html>
`
}

const languageOfReader = (request: Request): Language => {
  const { cookie = '', 'accept-language': wishes = '' } = request.headers
  return languageOf(undefined, new globalThis.Request('http://localhost/', { headers: { cookie, 'accept-language': wishes } }))
}

/** Express and its parts throw errors with a status for requests that cannot be read. */
const fromExpress = (thrown: unknown): Pick<DoorProblem, 'status' | 'code'> => {
  const status = thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : 500
  return status >= 400 && status < 500 ? { status, code: 'wrongAddress' } : { status: 500, code: 'broken' }
}

/** Milliseconds for a client to notice the answer while it still sends. */
const PATIENCE = 2000

const endWithAnswer = (request: Request, response: Response) => {
  response.setHeader('Connection', 'close')
  request.resume()
  response.once('finish', () => setTimeout(() => request.socket.destroy(), PATIENCE).unref())
}
