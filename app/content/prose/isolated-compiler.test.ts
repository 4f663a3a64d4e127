import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isolatedCompiler } from './isolated-compiler.server.ts'

const job = (source: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'isolated-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { source, file: 'm.mdx', folder, courseFolder: folder, language: 'de' } as const
}

test('texts are compiled in a worker as in this thread', { timeout: 120_000 }, async () => {
  const compiler = isolatedCompiler(60)
  onTestFinished(compiler.close)
  expect((await compiler.compile(job('Text.'))).tree).toEqual([['p', {}, 'Text.']])
  expect((await compiler.compile(job('{x}'))).findings).toMatchObject([{ code: 'expression-forbidden', line: 1, column: 1 }])
})

test('a text that takes too long is stopped, and the next one is compiled', { timeout: 120_000 }, async () => {
  const compiler = isolatedCompiler(2, 'app/content/fixtures/hanging-compiler.ts')
  onTestFinished(compiler.close)
  expect((await compiler.compile(job('first'))).tree).toEqual(['first'])
  expect((await compiler.compile(job('endless'))).findings).toMatchObject([{ code: 'compile-timeout' }])
  expect((await compiler.compile(job('next'))).tree).toEqual(['next'])
})
