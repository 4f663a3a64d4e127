/** From express to the framework and back. Instead of its own adapter, which believes X-Forwarded-Host and lets answers be cached. */
import { type AppLoadContext, createReadableStreamFromReadable, createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node'
import type { Request as Incoming, Response as Outgoing, RequestHandler } from 'express'
import type { House } from '#app/http/house.server.ts'
import { type DoorCode, sendDoorPage } from './door-page.ts'
import { knownOf } from './known.ts'

/** Answers with the pages of the product. What a page does not mark as cacheable is stored nowhere. */
export const pages = (build: ServerBuild, house: House): RequestHandler => {
  const handle = createRequestHandler(build, 'production')
  const stylesheets = build.assets.routes['root']?.css ?? []
  return async (incoming, outgoing, next) => {
    try {
      const answer = await handle(toRequest(incoming, outgoing), contextOf(incoming, outgoing, house))
      const code = bareProblem(incoming, answer)
      if (code !== undefined) return sendDoorPage(incoming, outgoing, { status: answer.status, code }, stylesheets)
      await send(outgoing, answer)
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

const toRequest = (incoming: Incoming, outgoing: Outgoing): Request => {
  const given = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) given.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const url = new URL(`${incoming.protocol}://${incoming.headers.host}${incoming.originalUrl}`)
  const reading = { method: incoming.method, headers, signal: given.signal }
  if (incoming.method !== 'POST') return new Request(url, reading)
  return new Request(url, { ...reading, body: createReadableStreamFromReadable(incoming), duplex: 'half' } as RequestInit)
}

const send = async (outgoing: Outgoing, answer: Response): Promise<void> => {
  outgoing.status(answer.status)
  outgoing.setHeader('Cache-Control', 'no-store')
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') outgoing.append(name, value)
    else outgoing.setHeader(name, value)
  }
  if (answer.body === null) return void outgoing.end()
  // A page is there as a whole; piping it through two kinds of streams would cost more than sending it. Files to keep may be large.
  if (!answer.headers.has('content-disposition')) return void outgoing.end(Buffer.from(await answer.arrayBuffer()))
  await writeReadableStreamToWritable(answer.body, outgoing)
}

/**
 * Routes without a page of their own (lists to download, figures) refuse in JSON or in the framework's English; a person who
 * followed a link to one gets a readable page with the same status instead.
 */
const bareProblem = (incoming: Incoming, answer: Response): DoorCode | undefined => {
  const type = answer.headers.get('content-type') ?? ''
  if (answer.status < 400 || type.includes('html') || type.includes('text/x-script')) return undefined
  if (answer.status < 500 && !(incoming.headers.accept ?? '').includes('text/html')) return undefined
  if (incoming.path === '/readyz' || incoming.path === '/healthz') return undefined
  if (answer.status >= 500) return answer.status === 500 ? 'broken' : 'unavailable'
  return answer.status === 404 ? 'notFound' : answer.status === 403 ? 'forbidden' : 'refused'
}
