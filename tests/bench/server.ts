/** The built product as a process of its own, and what a bench wants to know of that process. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

export interface Served {
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start of the process to the first answered request. */
  readonly ready_ms: number
  stop(): Promise<void>
}

/** Starts the built product on a free port over the given data folder and waits for its first answer. */
export const serve = async (root: string, dataDir: string): Promise<Served> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const from = performance.now()
  const entry = `import(${JSON.stringify(join(root, 'build/start/main.js'))}).then(async (m) => { const { stop } = await m.start(${JSON.stringify(root)}); process.on('SIGTERM', () => stop('SIGTERM').then(() => process.exit(0))) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', entry], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DEMO: 'off',
      LOG_LEVEL: 'info',
      PUBLIC_ORIGIN: '',
    },
    // The log is written as in production; it goes where nobody waits for it.
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answered(child, url)
  return { url, pid: child.pid ?? 0, ready_ms: performance.now() - from, stop: () => stopped(child) }
}

/** Resident memory of a process. MiB. */
export const rssOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const answered = async (child: ChildProcess, url: string) => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/sign-in`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
