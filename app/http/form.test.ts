import { expect, test } from 'vitest'
import { fieldsOf, firstValue, readForm } from './form.server.ts'
import type { SentBody } from './house.server.ts'
import { sentBody } from '#tests/support/request-context.ts'
import { Refused } from './refusals.server.ts'

const post = (body: BodyInit, headers: Record<string, string> = {}) => sentBody(new Request('http://localhost/x', { method: 'POST', body, headers }))
const statusOf = async (body: Promise<SentBody>) =>
  readForm(await body).then(
    () => 200,
    (error: unknown) => (error instanceof Refused ? error.status : error),
  )

test('a field that comes once is a text, one that is repeated a list', async () => {
  const form = await readForm(
    await post(
      new URLSearchParams([
        ['a', '1'],
        ['b', 'x'],
        ['b', 'y'],
        ['b', 'z'],
      ]),
    ),
  )
  expect(form).toEqual({ a: '1', b: ['x', 'y', 'z'] })
  expect(fieldsOf(form)).toEqual([
    ['a', '1'],
    ['b', 'x'],
    ['b', 'y'],
    ['b', 'z'],
  ])
  expect(firstValue(form, 'b')).toBe('x')
  expect(firstValue(form, 'constructor')).toBeUndefined()
})

test('names of properties that every object has are names like any other', async () => {
  const form = await readForm(
    await post(
      new URLSearchParams([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    ),
  )
  expect(Object.hasOwn(form, '__proto__')).toBe(true)
  expect(Object.getPrototypeOf(form)).toBe(Object.prototype)
})

test('only forms are read: anything else is 415, also a file in a form', async () => {
  expect(await statusOf(post('{}', { 'content-type': 'application/json' }))).toBe(415)
  expect(await statusOf(post('a=1', { 'content-type': 'text/plain' }))).toBe(415)
  expect(await statusOf(post(new Uint8Array([1])))).toBe(415)
  const files = new FormData()
  files.append('file', new Blob(['x']), 'x.txt')
  expect(await statusOf(post(files))).toBe(415)
})

test('multipart without files is read like a plain form', async () => {
  const data = new FormData()
  data.append('a', 'ü')
  expect(await readForm(await post(data))).toEqual({ a: 'ü' })
})

test('too much is 413, and a broken multipart body is 400', async () => {
  expect(await statusOf(post(new URLSearchParams({ a: 'x'.repeat(1_000_001) })))).toBe(413)
  expect(await statusOf(post(new URLSearchParams(Array.from({ length: 501 }, (_, index) => [`f${index}`, ''] as [string, string]))))).toBe(413)
  expect(await statusOf(post('broken', { 'content-type': 'multipart/form-data; boundary=x' }))).toBe(400)
})
