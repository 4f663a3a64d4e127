import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Express } from 'express'
import { CannotStart } from '#app/platform/cannot-start.server.ts'
import { lookFirst } from './first-look.ts'
import { inTurn } from './in-turn.ts'
import { keepRoom } from './room.ts'

/** Milliseconds. Slow clients may not hold connections open. */
export interface Timeouts {
  readonly headers: number
  readonly request: number
  readonly keepAlive: number
  /** Without any progress in either direction, also when the client does not read. */
  readonly idle: number
  /** How often connections are looked over. */
  readonly check: number
  /** No time, but the other half of it: how many connections there may be. Each costs a file descriptor and some memory; the database needs descriptors, too. */
  readonly connections: number
}

/** Keep-alive outlasts that of the usual proxies (60 s), so that they never send into a closing connection. */
export const TIMEOUTS: Timeouts = { headers: 10_000, request: 30_000, keepAlive: 65_000, idle: 120_000, check: 2_000, connections: 2000 }

const HEADER_BYTES = 16 * 1024
const HEADER_COUNT = 100

export interface Listening {
  /** `http://127.0.0.1:3000` */
  readonly url: string
  /** Accepts nothing more, lets running requests end for at most so many milliseconds, then closes what is left. */
  close(patience: number): Promise<void>
}

/** Serves. Throws CannotStart where the address cannot be had. */
export const listen = async (app: Express, { host, port }: { host: string; port: number }, timeouts: Timeouts = TIMEOUTS): Promise<Listening> => {
  /** Connections with a request under way. */
  const busy = new Set<Socket>()
  const begin: RequestListener = (request, response) => {
    const { socket } = request
    busy.add(socket)
    // Before the next of the same connection is begun.
    response.prependOnceListener('close', () => {
      busy.delete(socket)
      process.nextTick(() => !server.listening && busy.size === 0 && server.closeAllConnections())
    })
    app(request, response)
  }
  const server = createServer({ maxHeaderSize: HEADER_BYTES, connectionsCheckingInterval: timeouts.check }, inTurn(begin))
  server.headersTimeout = timeouts.headers
  server.requestTimeout = timeouts.request
  server.keepAliveTimeout = timeouts.keepAlive
  server.setTimeout(timeouts.idle)
  lookFirst(server)
  keepRoom(server, timeouts.connections, (socket) => busy.has(socket))
  server.maxHeadersCount = HEADER_COUNT
  server.maxRequestsPerSocket = 1000
  await bind(server, host, port)
  const { port: given } = server.address() as AddressInfo
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${given}`, close: (patience) => drain(server, busy, patience) }
}

/** Fails early with CannotStart where the address is taken, before anything slow begins. */
export const assertFree = async (host: string, port: number): Promise<void> => {
  const server = createServer()
  await bind(server, host, port)
  await new Promise((resolve) => server.close(resolve))
}

const bind = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, host, port)))
    server.listen(port, host, resolve)
  })

/** Ends with the last running request. Connections without one are cut at once, also those that browsers open in advance. */
const drain = async (server: Server, busy: ReadonlySet<Socket>, patience: number): Promise<void> => {
  const cut = () => server.closeAllConnections()
  const timer = setTimeout(cut, patience)
  await new Promise((resolve) => {
    server.close(resolve)
    if (busy.size === 0) cut()
  })
  clearTimeout(timer)
}

const inWords = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotStart(
        `Port ${port} ist schon belegt. Beenden Sie das andere Programm oder wählen Sie einen anderen Port, zum Beispiel PORT=${port + 1} npm start.`,
        `Port ${port} is already in use. Stop the other program or choose another port, for example PORT=${port + 1} npm start.`,
      )
    case 'EACCES':
      return new CannotStart(
        `Port ${port} darf nicht benutzt werden. Wählen Sie mit PORT einen Port ab 1024.`,
        `Port ${port} may not be used. Choose a port from 1024 on with PORT.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CannotStart(`Die Adresse HOST=${host} gibt es auf diesem Rechner nicht.`, `The address HOST=${host} does not exist on this machine.`)
    default:
      return error
  }
}
