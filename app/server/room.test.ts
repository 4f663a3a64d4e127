import { connect, type Socket } from 'node:net'
import express from 'express'
import { expect, test, vi } from 'vitest'
import { listen, TIMEOUTS } from './listen.ts'

test('connections that only stand there make room for newcomers, those with a request under way do not', async () => {
  let goOn = () => {}
  let asked = false
  const app = express().use((request, response) => {
    asked = true
    if (request.url === '/slow') goOn = () => void response.end('slow')
    else response.end('quick')
  })
  const listening = await listen(app, { host: '127.0.0.1', port: 0 }, { ...TIMEOUTS, connections: 3 })
  const clients: Socket[] = []
  const open = (text = '') => {
    const socket = connect(Number(new URL(listening.url).port), '127.0.0.1', () => text !== '' && socket.write(text))
    socket.on('error', () => {}).resume()
    clients.push(socket)
    return socket
  }
  const busy = open('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await vi.waitFor(() => expect(asked).toBe(true))
  const standing = [open('GET / HTTP/1.1\r\nX-Slow: '), open(), open()]
  expect(await (await fetch(listening.url)).text()).toBe('quick')
  await vi.waitFor(() => expect(standing.map(({ closed }) => closed)).toEqual([true, true, false]))
  let answer = ''
  busy.on('data', (bytes: Buffer) => {
    answer += bytes.toString()
  })
  goOn()
  await vi.waitFor(() => expect(answer).toContain('slow'))
  for (const client of clients) client.destroy()
  await listening.close(0)
})
