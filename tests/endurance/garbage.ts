/** Bytes that no browser sends. */
import { paths } from '#app/paths.ts'

/** Kinds of nonsense, each with random parts; the turn says which. */
export const garbage = (turn: number, chance: () => number): Buffer => {
  const noise = (length: number) => Buffer.from(Array.from({ length }, () => Math.floor(chance() * 256)))
  const word = noise(6).toString('hex')
  const request = (first: string, headers: readonly string[] = [], body = '') =>
    Buffer.from([first, 'Host: localhost', ...headers, '', body].join('\r\n'), 'latin1')
  const post = (headers: readonly string[], body: string) => request(`POST /sign-in HTTP/1.1`, ['Sec-Fetch-Site: same-origin', ...headers], body)
  const form = 'Content-Type: application/x-www-form-urlencoded'
  const kinds: readonly (() => Buffer)[] = [
    () => noise(1 + Math.floor(chance() * 2000)),
    () => Buffer.concat([Buffer.from('GET / HTTP/1.1\r\n'), noise(200), Buffer.from('\r\n\r\n')]),
    () => Buffer.concat([Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00]), noise(300)]),
    () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    () => Buffer.from('\0'.repeat(500)),
    () => Buffer.from('\r\n'.repeat(500)),
    () => request(`GET /${'a'.repeat(20_000)} HTTP/1.1`),
    () => request(`GET /?${'q=1&'.repeat(3000)} HTTP/1.1`),
    () => request(`GET /${'../'.repeat(50)}etc/passwd HTTP/1.1`),
    () => request(`GET /assets/${'%2e%2e%2f'.repeat(20)}package.json HTTP/1.1`),
    () => request(`GET /%00${word} HTTP/1.1`),
    () => request(`GET /%c0%ae%c0%ae/${word} HTTP/1.1`),
    () => request(`GET //${word}.example/ HTTP/1.1`),
    () => request(`GET http://${word}.example/ HTTP/1.1`),
    () => request(`GET /courses/__proto__/constructor HTTP/1.1`),
    () => request(`GET /search?q=${'%F0%9F%92%A9'.repeat(200)} HTTP/1.1`),
    () => request(`GET /verify/${'x'.repeat(5000)} HTTP/1.1`),
    () => request(`BREW /${word} HTTP/1.1`),
    () => request(`CONNECT ${word}.example:443 HTTP/1.1`),
    () => request(`OPTIONS * HTTP/1.1`),
    () => request(`GET / HTTP/9.9`),
    () => request(`GET / HTTP/1.1`, ['Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Key: ${word}`]),
    () => request(`GET / HTTP/1.1`, ['Expect: 100-continue', 'Content-Length: 5']),
    () => request(`GET / HTTP/1.1`, [`Cookie: session=${'%'.repeat(2000)}; held=\u00ff${word}`]),
    () => request(`GET / HTTP/1.1`, [`Accept-Language: ${'de;q=0.1,'.repeat(500)}`, `Range: bytes=${'0-1,'.repeat(500)}`]),
    () => post([form, 'Content-Length: -5'], 'a=1'),
    () => post([form, 'Content-Length: 99999999999999999999'], 'a=1'),
    () => post([form, 'Content-Length: 3', 'Content-Length: 30'], 'a=1'),
    () => post([form, 'Transfer-Encoding: chunked'], 'zz\r\nnonsense\r\n0\r\n\r\n'),
    () => post([form, 'Content-Length: 3', 'Transfer-Encoding: chunked'], '0\r\n\r\nGET / HTTP/1.1\r\n\r\n'),
    () => post([form, 'Content-Length: 4000'], `email=%ff%fe%00&${'password=%&'.repeat(300)}`),
    () => post([`Content-Type: multipart/form-data; boundary=${word}`, 'Content-Length: 400'], `--${word}\r\n${noise(350).toString('latin1')}`),
    () =>
      post(
        [
          `Content-Type: ${noise(50)
            .toString('latin1')
            .replace(/[\r\n]/g, '')}`,
          'Content-Length: 3',
        ],
        'a=1',
      ),
  ]
  return kinds[turn % kinds.length]?.() ?? noise(10)
}

/** As many headers, or as long ones, as one likes. */
export const flood = (turn: number): Buffer => {
  const headers =
    turn % 3 === 0
      ? Array.from({ length: 5000 }, (_, index) => `X-${index}: 1`)
      : turn % 3 === 1
        ? [`X-Long: ${'a'.repeat(200_000)}`]
        : Array.from({ length: 1500 }, () => 'Cookie: a=1')
  return Buffer.from(['GET / HTTP/1.1', 'Host: localhost', ...headers, '', ''].join('\r\n'))
}

/** The same short request, sent so many times in one go. */
export const ahead = (count: number): Buffer => Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(count))

/** A form of 1 MB of which nine tenths are sent. */
export const halfForm = (url: string): string => form(url, paths.signIn(), 1_000_000, 900_000)

/** A whole form of 1 MB for an address that there is not. */
export const formToNowhere = (url: string): Buffer => Buffer.from(form(url, '/nowhere/at-all', 1_000_000, 1_000_000))

const form = (url: string, path: string, stated: number, sent: number) =>
  `POST ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${stated}\r\n\r\nemail=${'a'.repeat(sent - 6)}`
