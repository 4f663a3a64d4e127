import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import express, { type Response as Outgoing } from 'express'
import { createElement, type ReactNode } from 'react'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { usePageContext } from '#app/http/page-context.tsx'
import { openLog } from '#app/platform/log.server.ts'
import { listen, TIMEOUTS } from '#app/server/listen.ts'
import { type RouteModule, assembleBuild } from '#tests/support/assemble-build.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'

let ran = 0
const act = () => {
  ran += 1
  return null
}
/** Routes without a page answer for themselves. */
const take = () => new Response(act(), { status: 204 })
const page =
  (title: string): RouteModule['default'] =>
  () =>
    createElement('h1', null, title)
const breaks = () => {
  throw new TypeError('cannot read mara.schmidt@example.org')
}
const ErrorBoundary = () => (usePageContext().error?.status !== 500 ? createElement('h1', null, 'Nicht da') : breaks())
const Layout = ({ children }: { children: ReactNode }) => createElement('html', { lang: 'de' }, createElement('body', null, children))
const document = { ErrorBoundary, Layout, meta: () => [{ title: 'Wege' }] } as RouteModule
const pages = assembleBuild(document, [
  { id: 'home', path: '/', index: true, module: { default: page('Start'), action: act } },
  { id: 'long', path: 'long', module: { default: page('Wege '.repeat(1000)) } },
  { id: 'resource', path: 'resource', module: { action: take, loader: () => new Response('a;b', { headers: { 'cache-control': 'private, max-age=60' } }) } },
  { id: 'broken', path: 'broken', module: { default: breaks } },
  { id: 'broken-resource', path: 'broken-resource', module: { loader: breaks } },
  {
    id: 'reading',
    path: 'reading',
    module: { action: async ({ context }) => new Response(String(context.body?.bytes.length)), loader: () => new Response('') },
  },
  {
    id: 'missing',
    path: 'missing',
    module: {
      loader: () => {
        throw Response.json({ code: 'not_found' }, { status: 404 })
      },
    },
  },
])

const clientDir = mkdtempSync(join(tmpdir(), 'wegbereiter-client-'))
mkdirSync(join(clientDir, 'assets'))
writeFileSync(join(clientDir, 'assets', 'wege-1.css'), 'p { color: red }\n'.repeat(200))
writeFileSync(join(clientDir, 'assets', 'wege-1.css.br'), brotliCompressSync(readFileSync(join(clientDir, 'assets', 'wege-1.css'))))
writeFileSync(join(clientDir, 'robots.txt'), 'User-agent: *\n')

let app: RunningApp
const lines: string[] = []
const log = openLog('debug', { write: (line: string) => void lines.push(line) })
beforeAll(async () => {
  app = await startApp({ build: pages, clientDir, house: { log }, timeouts: { ...TIMEOUTS, headers: 300, request: 600, idle: 400, check: 50 } })
})
afterAll(() => app.close())
beforeEach(() => {
  ran = 0
  lines.length = 0
})

/** Bytes on the wire: fetch would refuse most of what attackers send. Resolves when the server has closed or said enough. */
const raw = (text: string, { stay = false } = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      answer += part
      if (!stay) socket.end()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })

const host = () => new URL(app.url).host
const post = (path: string, headers: Record<string, string>, body = 'a=1') =>
  raw(
    [
      `POST ${path} HTTP/1.1`,
      `Host: ${host()}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  )
const statusOf = (answer: string) => Number(answer.slice(9, 12))

const evil = 'https://evil.example'
const foreign: [string, string, () => Record<string, string>, number][] = [
  ['a page from another origin', '/?index', () => ({ Origin: evil }), 403],
  ['a data request from another origin', '/_root.data?index', () => ({ Origin: evil }), 403],
  ['an old data request from another origin', '/?index&_data=home', () => ({ Origin: evil }), 403],
  ['a resource from another origin', '/resource', () => ({ Origin: evil }), 403],
  ['a resource without saying where it comes from', '/resource', () => ({}), 403],
  ['with a forwarded host that fits the foreign origin', '/resource', () => ({ Origin: evil, 'X-Forwarded-Host': 'evil.example' }), 403],
  ['with a Forwarded header that fits the foreign origin', '/resource', () => ({ Origin: evil, Forwarded: 'host=evil.example' }), 403],
  ['as a browser does from another site', '/resource', () => ({ Origin: evil, 'Sec-Fetch-Site': 'cross-site' }), 403],
  ['as a browser does from a sibling host', '/resource', () => ({ Origin: 'http://other.hessen.de', 'Sec-Fetch-Site': 'same-site' }), 403],
  ['from an address typed in', '/resource', () => ({ 'Sec-Fetch-Site': 'none' }), 403],
  ['from an opaque origin', '/resource', () => ({ Origin: 'null' }), 403],
  ['from an opaque origin that claims to be ours', '/resource', () => ({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }), 403],
  ['with two answers to where it comes from', '/resource', () => ({ 'Sec-Fetch-Site': 'same-origin, cross-site' }), 403],
  ['from our host over another scheme', '/resource', () => ({ Origin: `https://${host()}` }), 403],
  ['from our host on another port', '/resource', () => ({ Origin: 'http://127.0.0.1:1' }), 403],
]
test.each(foreign)('a form sent to %s is refused and does nothing', async (_what, path, headers, status) => {
  expect(statusOf(await post(path, headers()))).toBe(status)
  expect(ran).toBe(0)
})

test.each<[string, string, () => Record<string, string>]>([
  ['a page', '/?index', () => ({ Origin: app.url, 'Sec-Fetch-Site': 'same-origin' })],
  ['a page, by a browser without Sec-Fetch-Site', '/?index', () => ({ Origin: app.url })],
  ['a page, by a browser without Origin', '/?index', () => ({ 'Sec-Fetch-Site': 'same-origin' })],
  ['a resource', '/resource', () => ({ Origin: app.url, 'Sec-Fetch-Site': 'same-origin' })],
])('a form sent from our own pages to %s is taken', async (_what, path, headers) => {
  expect(statusOf(await post(path, headers()))).toBeLessThan(300)
  expect(ran).toBe(1)
})

test('what a loader returned is sent nowhere but in its page: the framework’s own addresses for data are not there, and run nothing', async () => {
  const own = { Origin: app.url, 'Sec-Fetch-Site': 'same-origin' }
  for (const path of ['/_root.data', '/_root.data?index', '/long.data', '/long.data?_routes=long', '/__manifest?p=/&version=test']) {
    expect(statusOf(await raw(`GET ${path} HTTP/1.1\r\nHost: ${host()}\r\n\r\n`)), path).toBe(404)
    expect(statusOf(await post(path, own)), path).toBe(404)
  }
  expect(await (await app.get('/long?_data=long')).text()).toMatch(/^<!DOCTYPE html>/)
  expect(ran).toBe(0)
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('%s does not exist here', async (method) => {
  const answer = await raw(`${method} / HTTP/1.1\r\nHost: ${host()}\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n`)
  expect(statusOf(answer)).toBe(405)
  expect(answer).toContain('Allow: GET, HEAD, POST')
})

test('a public origin replaces whatever host is named', async () => {
  const behindProxy = await startApp({ build: pages, publicOrigin: 'https://lernen.example.de', trustProxy: 1 })
  const from = (origin: string) =>
    fetch(`${behindProxy.url}/resource`, { method: 'POST', body: new URLSearchParams(), headers: { origin } }).then(({ status }) => status)
  expect(await from('https://lernen.example.de')).toBeLessThan(300)
  expect(await from(behindProxy.url)).toBe(403)
  expect(behindProxy.house.secure).toBe(true)
  await behindProxy.close()
})

test('a body needs a stated length of at most 1 MB, and is not read otherwise', async () => {
  const own = { 'Sec-Fetch-Site': 'same-origin' }
  const answers = {
    chunked: await raw(`POST /resource HTTP/1.1\r\nHost: ${host()}\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n`),
    withoutLength: await raw(`POST /resource HTTP/1.1\r\nHost: ${host()}\r\nSec-Fetch-Site: same-origin\r\n\r\n`),
    tooLarge: await raw(`POST /resource HTTP/1.1\r\nHost: ${host()}\r\nSec-Fetch-Site: same-origin\r\nContent-Length: ${1024 * 1024 + 1}\r\n\r\n`),
    largest: await post('/resource', own, 'a'.repeat(1024 * 1024)),
  }
  expect({ chunked: statusOf(answers.chunked), withoutLength: statusOf(answers.withoutLength), tooLarge: statusOf(answers.tooLarge) }).toEqual({
    chunked: 411,
    withoutLength: 411,
    tooLarge: 413,
  })
  expect(answers.tooLarge).toMatch(/Connection: close/i)
  expect(statusOf(answers.largest)).toBeLessThan(300)
  expect(ran).toBe(1)
})

const rules = async (response: Response) => {
  await response.arrayBuffer()
  const get = (name: string) => response.headers.get(name)
  const nonce = /'nonce-([\w-]{43})'/.exec(get('content-security-policy') ?? '')?.[1]
  return {
    nonce,
    rules: {
      csp: get('content-security-policy')?.replace(nonce ?? '', 'NONCE'),
      ...Object.fromEntries(
        [
          'strict-transport-security',
          'x-content-type-options',
          'referrer-policy',
          'permissions-policy',
          'cross-origin-opener-policy',
          'cross-origin-resource-policy',
          'x-powered-by',
        ].map((name) => [name, get(name)]),
      ),
    },
  }
}
test('pages, files, redirects, refusals and errors carry the same strict rules, each with a nonce of its own', async () => {
  const paths = [
    '/',
    '/long',
    '/resource',
    '/assets/wege-1.css',
    '/assets/gone.js',
    '/robots.txt',
    '/nowhere',
    '/broken',
    '/broken-resource',
    '/_root.data',
    '/?_data=home',
  ]
  const answers = await Promise.all(paths.map(async (path) => rules(await app.get(path))))
  const [first] = answers
  expect(first?.rules).toMatchSnapshot()
  for (const answer of answers) expect(answer.rules).toEqual(first?.rules)
  expect(new Set(answers.map(({ nonce }) => nonce)).size).toBe(paths.length)
})

test('pages and data are kept nowhere, files for ever, other public files for an hour, and a route may say otherwise', async () => {
  const kept = async (path: string) => {
    const response = await app.get(path)
    await response.arrayBuffer()
    return [response.status, response.headers.get('cache-control')]
  }
  expect(await kept('/')).toEqual([200, 'no-store'])
  expect(await kept('/_root.data')).toEqual([404, 'no-store'])
  expect(await kept('/broken')).toEqual([500, 'no-store'])
  expect(await kept('/nowhere')).toEqual([404, 'no-store'])
  expect(await kept('/assets/gone.js')).toEqual([404, 'no-store'])
  expect(await kept('/resource')).toEqual([200, 'private, max-age=60'])
  expect(await kept('/assets/wege-1.css')).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(await kept('/robots.txt')).toEqual([200, 'public, max-age=3600'])
})

test('a file of the build comes as its compressed twin where the browser understands it, and as itself elsewhere', async () => {
  const css = readFileSync(join(clientDir, 'assets', 'wege-1.css'), 'utf8')
  for (const [accepted, encoding] of [
    ['gzip, br', 'br'],
    ['identity', null],
  ] as const) {
    const response = await app.get('/assets/wege-1.css', { headers: { 'accept-encoding': accepted } })
    expect(await response.text()).toBe(css)
    expect([response.status, response.headers.get('content-encoding')]).toEqual([200, encoding])
    expect(response.headers.get('content-type')?.toLowerCase()).toBe('text/css; charset=utf-8')
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  }
})

test('long answers are compressed, short ones are not', async () => {
  const encodingOf = async (path: string, accepted: string) => {
    const response = await app.get(path, { headers: { 'accept-encoding': accepted } })
    await response.arrayBuffer()
    return response.headers.get('content-encoding')
  }
  expect(await encodingOf('/long', 'br, gzip')).toBe('br')
  expect(await encodingOf('/long', 'gzip')).toBe('gzip')
  expect(await encodingOf('/assets/wege-1.css', 'gzip')).toBe('gzip')
  expect(await encodingOf('/robots.txt', 'br, gzip')).toBe(null)
})

test.each([
  '/assets/../package.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/..%5c..%5cpackage.json',
  '/.git/config',
  '/%',
  '//evil.example/',
  '/assets/%00',
])('%s leads nowhere', async (path) => {
  const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`)
  expect([400, 404]).toContain(statusOf(answer))
  expect(answer).not.toMatch(/wegbereiter"|\n\s+at |Location:/i)
})

test.each(['a b', 'evil.example@127.0.0.1', 'x/../y', '"><script>'])('a host called %s is refused', async (name) => {
  expect(statusOf(await raw(`GET / HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`))).toBe(400)
})

test('too many bytes of headers are refused', async () => {
  const flood = Array.from({ length: 400 }, (_, index) => `X-Flood-${index}: ${randomBytes(30).toString('hex')}`).join('\r\n')
  expect(statusOf(await raw(`GET / HTTP/1.1\r\nHost: ${host()}\r\n${flood}\r\n\r\n`))).toBe(431)
})

test('a client that never finishes its headers, or its form, is disconnected', async () => {
  const headers = await raw(`GET / HTTP/1.1\r\nHost: ${host()}\r\nX-Slow: `, { stay: true })
  expect(['', 'HTTP/1.1 408']).toContain(headers.slice(0, 12))
  await raw(`POST /resource HTTP/1.1\r\nHost: ${host()}\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 10\r\n\r\na=`, { stay: true })
})

test('large forms that stop in the middle take each other’s place, not the memory; small ones are taken all the while', async () => {
  const own = { 'Sec-Fetch-Site': 'same-origin' }
  const stalled = Array.from({ length: 60 }, () =>
    raw(`POST /reading HTTP/1.1\r\nHost: ${host()}\r\nSec-Fetch-Site: same-origin\r\nContent-Length: ${1024 * 1024}\r\n\r\na=`, { stay: true }),
  )
  expect(statusOf(await post('/reading', own))).toBeLessThan(300)
  const answers = (await Promise.all(stalled)).filter((answer) => statusOf(answer) === 503)
  // 32 MB are 32 of these; some of them may be disconnected before the last one comes.
  expect(answers.length).toBeGreaterThan(0)
  expect(answers.length).toBeLessThanOrEqual(60 - 32)
  expect(answers[0]).toMatch(/Retry-After: \d+/i)
  expect(lines.join('')).not.toContain('unexpected_error')
  expect(answers[0]).toContain('<h1>')
  expect(statusOf(await post('/reading', own, 'a'.repeat(1024 * 1024)))).toBeLessThan(300)
})

test('a client that asks for much and never reads is disconnected', async () => {
  const given = new Promise<void>((resolve) => {
    answer = (response) => response.once('close', () => resolve()).end(Buffer.alloc(32 * 1024 * 1024))
  })
  const listening = await listen(
    express().use((_request, response) => answer(response)),
    { host: '127.0.0.1', port: 0 },
    { ...TIMEOUTS, idle: 300 },
  )
  const socket = connect(Number(new URL(listening.url).port), '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'))
  socket.on('error', () => {})
  socket.pause()
  await given
  socket.destroy()
  await listening.close(0)
})
let answer: (response: Outgoing) => void = () => {}

test.each([
  ['de', 'Da ist uns ein Fehler unterlaufen'],
  ['en-GB, de;q=0.5', 'We made a mistake'],
])('what breaks outside of every page is told in the language %s, with an id and nothing else', async (language, title) => {
  const response = await app.get('/broken-resource', { headers: { 'accept-language': language } })
  const html = await response.text()
  expect(response.status).toBe(500)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(html).toContain(`<h1>${title}</h1>`)
  expect(html).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/)
  expect(html).not.toMatch(/TypeError|mara|\bat /)
})

test('a page that breaks, and whose error page breaks too, becomes the same page', async () => {
  const response = await app.get('/broken')
  expect(response.status).toBe(500)
  expect(await response.text()).toContain('Da ist uns ein Fehler unterlaufen')
})

test('a missing download is a readable page for people and data for programs', async () => {
  expect(await (await app.get('/missing')).text()).toContain('<html')
  expect(await (await app.get('/missing', { headers: { accept: 'text/csv' } })).json()).toEqual({ code: 'not_found' })
})

test('no page brings a script of the framework', async () => {
  expect(await (await app.get('/')).text()).not.toContain('<script')
})

test('the log names what happened, and nobody', async () => {
  await app.get('/broken?name=Mara', { headers: { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'Mara', 'accept-language': 'de' } })
  await app.get(`/invitation/${'s'.repeat(43)}`)
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.map((line) => JSON.parse(line).msg)).toContain('unexpected_error')
  expect(lines.join('')).not.toMatch(/mara|203\.0\.113|127\.0\.0\.1|ssss/i)
})

test('stopping lets a running request end and waits for nobody else', async () => {
  let goOn = () => {}
  const slow = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let asked = () => {}
  const arrived = new Promise<void>((resolve) => {
    asked = resolve
  })
  const loader = async () => {
    asked()
    await slow
    return new Response('done')
  }
  const own = await startApp({ build: assembleBuild(document, [{ id: 'slow', path: 'slow', module: { loader } }]), patience: 60_000 })
  const silent = connect(Number(new URL(own.url).port), '127.0.0.1')
  await new Promise((resolve) => silent.once('connect', resolve))
  const answer = own.get('/slow')
  await arrived
  const stopped = own.close()
  goOn()
  expect(await (await answer).text()).toBe('done')
  await stopped
})
