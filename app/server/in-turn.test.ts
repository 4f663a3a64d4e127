import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lookFirst } from './first-look.ts'
import { type Listening, listen } from './listen.ts'

/** Addresses of the requests that were begun, and those whose end was heard of. */
const begun: string[] = []
const over: string[] = []
const responses: ServerResponse[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void
let listening: Listening
const clients: Socket[] = []

beforeEach(async () => {
  begun.length = over.length = responses.length = 0
  answer = () => {}
  const app = express().use((request, response) => {
    begun.push(request.url)
    responses.push(response)
    response.once('close', () => over.push(request.url))
    answer(request, response)
  })
  listening = await listen(app, { host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy()
  await listening.close(0)
})

/** A client that sends so many requests in one go. What comes back is added to `read`. */
const sendAhead = (count: number) => {
  const client = { read: '', socket: connect(Number(new URL(listening.url).port), '127.0.0.1') }
  client.socket.on('error', () => {})
  client.socket.setEncoding('utf8').on('data', (text: string) => {
    client.read += text
  })
  client.socket.write(Array.from({ length: count }, (_, index) => `GET /${index} HTTP/1.1\r\nHost: localhost\r\n\r\n`).join(''))
  clients.push(client.socket)
  return client
}

test('requests sent ahead are begun when the answer before them is gone, and answered in their order', async () => {
  const client = sendAhead(3)
  await vi.waitFor(() => expect(begun).toEqual(['/0']))
  answer = (request, response) => void setTimeout(() => response.end(`answer ${request.url}`), 5)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(begun).toEqual(['/0'])
  responses[0]?.end('answer /0')
  await vi.waitFor(() => expect(over).toEqual(['/0', '/1', '/2']))
  await vi.waitFor(() => expect(client.read.match(/answer \/\d/g)).toEqual(['answer /0', 'answer /1', 'answer /2']))
})

test('nothing more is begun for a client that is gone, and whatever was begun hears of it', async () => {
  const client = sendAhead(5)
  await vi.waitFor(() => expect(begun).toEqual(['/0']))
  client.socket.destroy()
  await vi.waitFor(() => expect(over).toEqual(['/0']))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(begun).toEqual(['/0'])
})

test('nothing is begun behind an answer that ends the connection', async () => {
  const client = sendAhead(3)
  await vi.waitFor(() => expect(begun).toEqual(['/0']))
  const ended = new Promise((resolve) => client.socket.once('close', resolve))
  responses[0]?.setHeader('Connection', 'close').end('answer /0')
  await ended
  expect(client.read).toContain('answer /0')
  expect(begun).toEqual(['/0'])
})

test.each([10, 5000])('a client that sends %i requests ahead is cut off before the first is begun, and others are served', async (count) => {
  const flooding = sendAhead(count)
  await new Promise((resolve) => flooding.socket.once('close', resolve))
  expect(begun).toEqual([])
  answer = (_request, response) => void response.end('answer')
  expect(await (await fetch(listening.url)).text()).toBe('answer')
})

test('of thousands of requests in one go not even the parser takes notice', async () => {
  const [bare, careful] = [createServer(), createServer()]
  lookFirst(careful)
  const taken = await Promise.all(
    [bare, careful].map(async (server) => {
      let count = 0
      server.on('request', ({ socket }) => {
        count += 1
        socket.destroy()
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
      client.on('error', () => {}).resume()
      client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(5000))
      await new Promise((resolve) => client.once('close', resolve))
      server.close()
      return count
    }),
  )
  // The first figure is why: should Node ever stop by itself, the look is no longer needed.
  expect(taken[0]).toBeGreaterThan(1000)
  expect(taken[1]).toBe(0)
})

test('a client that left before its answers does not hold up the end of the program', async () => {
  const client = sendAhead(5)
  await vi.waitFor(() => expect(begun.length).toBeGreaterThan(0))
  client.socket.destroy()
  await vi.waitFor(() => expect(over).toContain('/0'))
  const from = performance.now()
  await listening.close(2000)
  expect(performance.now() - from).toBeLessThan(1000)
})

test('requests that wait when the program is stopped are still answered', async () => {
  const client = sendAhead(3)
  await vi.waitFor(() => expect(begun).toEqual(['/0']))
  const from = performance.now()
  const closed = listening.close(2000)
  answer = (_request, response) => void response.end('later')
  responses[0]?.end('first')
  await closed
  expect(performance.now() - from).toBeLessThan(1000)
  await vi.waitFor(() => expect(client.socket.closed).toBe(true))
  expect(client.read.match(/first|later/g)).toEqual(['first', 'later', 'later'])
})
