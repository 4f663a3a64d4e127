import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * At most so many connections. Where all places are taken, a newcomer gets that of whoever has been there longest without a request
 * under way: somebody who opens thousands and lets them stand would otherwise keep everybody else out.
 */
export const keepRoom = (server: Server, most: number, isBusy: (socket: Socket) => boolean): void => {
  const here = new Set<Socket>()
  server.on('connection', (socket) => {
    here.add(socket)
    socket.once('close', () => here.delete(socket))
    if (here.size <= most) return
    // In the order of their coming; where everybody is busy it is the newcomer.
    for (const one of here) {
      if (isBusy(one)) continue
      here.delete(one)
      one.destroy()
      return
    }
  })
}
