/**
 * Compiles texts in a worker thread: a text that takes too long is stopped, and the compiler's memory goes when it is done.
 * The worker loads this folder's sources through tsx, so it is the same under tsx, vitest and the built server. Where the
 * sources are not shipped, texts are compiled in this thread: still with the limits on size, nesting and components.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { projectFolder } from '../course/compiler-hash.server.ts'
import { finding } from '../faults/fault.ts'
import type { Prose, ProseJob } from './compile-prose.server.ts'
import { NO_MARKS } from './marks.ts'

/** Seconds for one text; the first one also pays for loading the compiler. */
const LIMIT_SECONDS = 5
const START_SECONDS = 60

export interface IsolatedCompiler {
  readonly compile: (job: ProseJob) => Promise<Prose>
  readonly close: () => Promise<void>
}

/** A compiler with a worker of its own. Texts are compiled one after the other. `source` is the module that compiles, below the project's folder. */
export const isolatedCompiler = (limitSeconds = LIMIT_SECONDS, source = 'app/content/prose/compile-prose.server.ts'): IsolatedCompiler => {
  let worker: Worker | undefined
  let isLoaded = false
  const stop = async () => {
    const old = worker
    worker = undefined
    isLoaded = false
    await old?.terminate()
  }
  const compile = async (job: ProseJob): Promise<Prose> => {
    worker ??= startWorker(source)
    if (worker === undefined) return (await import('./compile-prose.server.ts')).compileProse(job)
    if (!isLoaded) {
      const ready = await answerOf(worker, START_SECONDS)
      if (ready !== 'ready') {
        await stop()
        return failure(job, 'compile-failed', { reason: ready === 'timeout' ? 'worker' : String(ready) })
      }
      isLoaded = true
    }
    worker.postMessage(job)
    const answer = await answerOf(worker, limitSeconds)
    if (isProse(answer)) return answer
    await stop()
    return answer === 'timeout' ? failure(job, 'compile-timeout', { seconds: limitSeconds }) : failure(job, 'compile-failed', { reason: String(answer) })
  }
  return { compile, close: stop }
}

const startWorker = (source: string): Worker | undefined => {
  const project = projectFolder()
  const entry = project === undefined ? undefined : join(project, source)
  if (project === undefined || entry === undefined || !existsSync(entry)) return undefined
  const tsx = tsxOf(project)
  if (tsx === undefined) return undefined
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { tsx, entry: pathToFileURL(entry).href },
    execArgv: [],
    stdout: false,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  worker.unref()
  return worker
}

/** The loader of TypeScript sources, by its place: resolving by name differs between loaders. */
const tsxOf = (project: string): string | undefined => {
  const file = join(project, 'node_modules/tsx/dist/esm/api/index.mjs')
  return existsSync(file) ? pathToFileURL(file).href : undefined
}

/** Runs in the worker. Plain JavaScript: it must start before tsx can read TypeScript. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads')
import(workerData.tsx)
  .then(({ tsImport }) => tsImport(workerData.entry, workerData.entry))
  .then(({ compileProse }) => {
    parentPort.on('message', (job) => compileProse(job).then((prose) => parentPort.postMessage(prose), (error) => parentPort.postMessage(String(error))))
    parentPort.postMessage('ready')
  })
  .catch((error) => parentPort.postMessage(String(error)))
`

/** The next message of the worker, its error, or 'timeout'. */
const answerOf = (worker: Worker, seconds: number): Promise<unknown> =>
  new Promise((resolve) => {
    const finish = (answer: unknown) => {
      clearTimeout(timer)
      worker.off('message', finish)
      worker.off('error', finish)
      worker.off('exit', finish)
      worker.unref()
      resolve(answer)
    }
    const timer = setTimeout(finish, seconds * 1000, 'timeout')
    worker.ref()
    worker.on('message', finish)
    worker.on('error', finish)
    worker.on('exit', finish)
  })

const isProse = (answer: unknown): answer is Prose => typeof answer === 'object' && answer !== null && 'tree' in answer && 'marks' in answer

const failure = (job: ProseJob, code: 'compile-failed' | 'compile-timeout', values: Readonly<Record<string, string | number>>): Prose => ({
  tree: [],
  contents: [],
  marks: NO_MARKS,
  findings: [finding(code, { file: job.file, line: 1, column: 1 }, values)],
})
