/** From express to the pages and back. Instead of the framework's own adapter, which believes X-Forwarded-Host and lets answers be cached. */
import { type AppLoadContext, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node'
import type { Request as Incoming, Response as Outgoing, RequestHandler } from 'express'
import type { House } from '#app/http/house.server.ts'
import { maskPath } from '#app/platform/log.server.ts'
import { compressPage } from './compress-page.ts'
import { createDesk, type Page } from './desk.ts'
import { type DoorCode, DoorProblem, sendDoorPage } from './door-page.ts'
import { knownOf } from './known.ts'

/** Answers with the pages of the product. What a page does not mark as cacheable is stored nowhere. */
export const pages = (build: ServerBuild, house: House): RequestHandler => {
  const desk = createDesk(build)
  const stylesheets = build.assets.routes['root']?.css ?? []
  return async (incoming, outgoing, next) => {
    try {
      const body = incoming.method === 'POST' ? { type: incoming.headers['content-type'] ?? '', bytes: await bodyOf(incoming) } : undefined
      const context = { ...contextOf(incoming, outgoing, house), ...(body === undefined ? {} : { body }) }
      // Bugs are logged once, with the request's id; what the page shows of them is the id alone.
      const failed = (error: unknown) =>
        house.log.error('unexpected_error', { request_id: context.requestId, method: incoming.method, path: maskPath(incoming.path), error })
      const answer = await desk(toRequest(incoming), context, failed)
      const code = bareProblem(incoming, answer)
      if (code !== undefined) return sendDoorPage(incoming, outgoing, { status: answer.status, code }, stylesheets)
      await send(incoming, outgoing, answer)
    } catch (error) {
      next(error)
    }
  }
}

const contextOf = (incoming: Incoming, outgoing: Outgoing, house: House): AppLoadContext => ({
  house,
  ...knownOf(outgoing),
  address: incoming.ip ?? '',
  memo: new Map(),
})

/** Without its body, which `context.body` holds. */
const toRequest = (incoming: Incoming): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  return new Request(`${incoming.protocol}://${incoming.headers.host}${incoming.originalUrl}`, { method: incoming.method, headers })
}

/** The form as it was sent; how much there may be is decided at the door (`body-gate.ts`). */
const bodyOf = (incoming: Incoming): Promise<Buffer<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer<ArrayBuffer>[] = []
    incoming.on('data', (piece: Buffer<ArrayBuffer>) => void pieces.push(piece))
    incoming.once('end', () => resolve(Buffer.concat(pieces)))
    const broken = () => (incoming.complete ? undefined : reject(new DoorProblem(400, 'refused')))
    incoming.once('error', broken).once('close', broken)
  })

const send = async (incoming: Incoming, outgoing: Outgoing, answer: Response | Page): Promise<void> => {
  outgoing.status(answer.status)
  outgoing.setHeader('Cache-Control', 'no-store')
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') outgoing.append(name, value)
    else outgoing.setHeader(name, value)
  }
  if ('html' in answer) {
    const { body, encoding } = compressPage(incoming, answer.html)
    outgoing.setHeader('Content-Type', 'text/html; charset=utf-8')
    outgoing.setHeader('Vary', 'Accept-Encoding')
    if (encoding !== undefined) outgoing.setHeader('Content-Encoding', encoding)
    outgoing.setHeader('Content-Length', body.length)
    return void outgoing.end(body)
  }
  if (answer.body === null) return void outgoing.end()
  if (incoming.method === 'HEAD') {
    await answer.body.cancel()
    return void outgoing.end()
  }
  // Small answers are there as a whole; piping them through two kinds of streams would cost more than sending them. Files to keep may be large.
  if (!answer.headers.has('content-disposition')) return void outgoing.end(Buffer.from(await answer.arrayBuffer()))
  await writeReadableStreamToWritable(answer.body, outgoing)
}

/**
 * Routes without a page of their own (lists to download, figures) refuse in JSON or without words; a person who followed a link to one
 * gets a readable page with the same status instead.
 */
const bareProblem = (incoming: Incoming, answer: Response | Page): DoorCode | undefined => {
  if ('html' in answer || answer.status < 400) return undefined
  if (answer.status < 500 && !(incoming.headers.accept ?? '').includes('text/html')) return undefined
  if (incoming.path === '/readyz' || incoming.path === '/healthz') return undefined
  if (answer.status >= 500) return answer.status === 500 ? 'broken' : 'unavailable'
  return answer.status === 404 ? 'notFound' : answer.status === 403 ? 'forbidden' : 'refused'
}
