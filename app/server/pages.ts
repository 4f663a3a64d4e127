/** From express to the framework and back. Instead of its own adapter, which believes X-Forwarded-Host and lets answers be cached. */
import { type AppLoadContext, createReadableStreamFromReadable, createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node'
import type { Request as Incoming, Response as Outgoing, RequestHandler } from 'express'
import type { House } from '#app/http/house.server.ts'
import { type DoorCode, sendDoorPage } from './door-page.ts'
import { knownOf } from './known.ts'

/** Answers with the pages of the product. What a page does not mark as cacheable is stored nowhere. */
export const pages = (build: ServerBuild, house: House): RequestHandler => {
  const handlerFor = handlersByArea(build)
  const stylesheets = build.assets.routes['root']?.css ?? []
  return async (incoming, outgoing, next) => {
    try {
      const answer = await handlerFor(incoming.path)(toRequest(incoming, outgoing), contextOf(incoming, outgoing, house))
      const code = bareProblem(incoming, answer)
      if (code !== undefined) return sendDoorPage(incoming, outgoing, { status: answer.status, code }, stylesheets)
      await send(outgoing, answer)
    } catch (error) {
      next(error)
    }
  }
}

/**
 * One handler for each first part of an address (`/courses`, `/hr`, …). The framework sorts and compiles all routes it knows three times for
 * every request; of a hundred routes that was a tenth of a page's time, of the few of one area it is nothing.
 */
const handlersByArea = (build: ServerBuild) => {
  const routes = Object.entries(build.routes)
  const areaOf = (path: string | undefined) => path?.split('/')[0] ?? ''
  const handlerOf = (area: string) => {
    const own = new Set(routes.flatMap(([id, route]) => (route?.parentId === undefined || route.path === '*' || areaOf(route.path) === area ? [id] : [])))
    const only = <T>(all: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(all).filter(([id]) => own.has(id)))
    return createRequestHandler({ ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }, 'production')
  }
  const handlers = new Map([...new Set(routes.map(([, route]) => areaOf(route?.path)))].map((area) => [area, handlerOf(area)]))
  const nowhere = handlerOf('*')
  return (path: string) => handlers.get(areaIn(path)) ?? nowhere
}

/** The area of an address as the framework reads it: without case and escapes; `.data` asks for what a page holds. */
const areaIn = (path: string): string => {
  const [first = ''] = path.split('/').filter(Boolean)
  if (first === '_root.data') return ''
  try {
    return decodeURIComponent(first)
      .toLowerCase()
      .replace(/\.data$/, '')
  } catch {
    return first
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
