import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import express from 'express'
import { expect, test, vi } from 'vitest'
import { listen, TIMEOUTS } from './listen.ts'

test('who only stands there makes room for newcomers, who has a request under way or had one a moment ago does not', async () => {
  let goOn = () => {}
  const app = express().use((request, response) => {
    if (request.url === '/slow') goOn = () => void response.end('slow')
    else response.end('quick')
  })
  const listening = await listen(app, { host: '127.0.0.1', port: 0 }, { ...TIMEOUTS, connections: 4 })
  const clients: { socket: Socket; read: string }[] = []
  const open = async (text = '') => {
    const client = { socket: connect(Number(new URL(listening.url).port), '127.0.0.1'), read: '' }
    clients.push(client)
    client.socket
      .on('error', () => {})
      .setEncoding('utf8')
      .on('data', (part: string) => {
        client.read += part
      })
    await once(client.socket, 'connect')
    client.socket.write(text)
    return client
  }
  const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`
  const busy = await open(ask('/slow'))
  const reader = await open()
  const standing = [await open('GET / HTTP/1.1\r\nX-Slow: '), await open()]
  reader.socket.write(ask('/'))
  await vi.waitFor(() => expect(reader.read).toContain('quick'))
  const newcomers = [await open(ask('/')), await open(ask('/'))]
  await vi.waitFor(() => expect(newcomers.map(({ read }) => read.endsWith('quick'))).toEqual([true, true]))
  await vi.waitFor(() => expect(standing.map(({ socket }) => socket.closed)).toEqual([true, true]))
  expect(reader.socket.closed).toBe(false)
  goOn()
  await vi.waitFor(() => expect(busy.read).toContain('slow'))
  for (const { socket } of clients) socket.destroy()
  await listening.close(0)
})
