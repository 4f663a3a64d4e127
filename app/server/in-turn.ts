import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How many requests of one connection may wait for their turn. Browsers and proxies send none ahead; whoever sends more is cut off. */
const WAITING = 8

/**
 * Requests that a client sends ahead on one connection are begun one after the other, each when the answer before it is gone. Node would
 * begin them all at once and keep every finished page until its turn; once the connection is gone, those responses never hear of it
 * (only the one whose turn it is emits `close`), so that the work goes on for nobody and whoever waits for `close` waits for ever.
 */
export const inTurn = (begin: RequestListener): RequestListener => {
  const lines = new WeakMap<Socket, [IncomingMessage, ServerResponse][]>()
  const serve = (socket: Socket, request: IncomingMessage, response: ServerResponse): void => {
    if (!socket.writable) return void lines.delete(socket)
    response.once('close', () => {
      const next = lines.get(socket)?.shift()
      if (next === undefined) lines.delete(socket)
      else serve(socket, ...next)
    })
    begin(request, response)
  }
  return (request, response) => {
    const { socket } = request
    // The rest of what had been read when the connection was cut off: Node takes in all of it, two thousand requests at most (64 KB).
    if (!socket.writable) return
    const line = lines.get(socket)
    if (line === undefined) {
      lines.set(socket, [])
      // When all that came with it has been looked at: of a flood not even the first request is begun.
      process.nextTick(serve, socket, request, response)
    } else if (line.length < WAITING) line.push([request, response])
    else socket.destroy()
  }
}
