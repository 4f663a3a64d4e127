import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * At most so many connections. Where all places are taken, a newcomer gets that of whoever has asked for nothing the longest and has no
 * request under way: somebody who opens thousands and lets them stand would otherwise keep everybody else out.
 */
export const keepRoom = (server: Server, most: number, isBusy: (socket: Socket) => boolean): void => {
  /** In the order of their last request, or of their coming. */
  const here = new Set<Socket>()
  server.on('request', ({ socket }) => {
    if (here.delete(socket)) here.add(socket)
  })
  server.on('connection', (socket) => {
    here.add(socket)
    socket.once('close', () => here.delete(socket))
    if (here.size <= most) return
    // Where everybody is busy it is the newcomer.
    for (const one of here) {
      if (isBusy(one)) continue
      here.delete(one)
      one.destroy()
      return
    }
  })
}
