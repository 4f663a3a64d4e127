/** The built product as a process of its own that can be killed at any moment, and what it says in its log. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { repository } from '#tests/support/sources.ts'

export interface Served {
  /** `http://127.0.0.1:54321` */
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start of the process until it listened. */
  readonly ready_ms: number
  /** Lines of level error or above, as logged. */
  readonly errors: readonly string[]
  /** True once the process has ended, however it did. */
  readonly isGone: () => boolean
  /** SIGKILL: no handler runs, nothing is tidied up. Resolves when the process has ended. */
  kill(): Promise<void>
  /** SIGTERM, as an operator stops it. */
  stop(): Promise<void>
}

/** Whether there is a build to run. `npm test` builds first; a single test file may be run without. */
export const isBuilt = (): boolean => existsSync(join(repository, 'build', 'stamp'))

/** A copy of the build and of what it reads, so that somebody who builds or edits meanwhile changes nothing here. */
export const copyOfBuild = (from = repository): { readonly root: string; readonly remove: () => void } => {
  const root = mkdtempSync(join(tmpdir(), 'wegbereiter-endure-'))
  for (const name of ['build', 'app', 'courses', 'package.json', 'tsconfig.json']) cpSync(join(from, name), join(root, name), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Starts the product below `root` on a free port over the data folder. Throws with the end of its output where it does not start. */
export const serve = (root: string, dataDir: string): Promise<Served> => {
  const from = performance.now()
  const entry = `const { start } = await import(${JSON.stringify(join(root, 'build/start/main.js'))}); const { stop } = await start(${JSON.stringify(root)}); process.on('SIGTERM', () => stop('SIGTERM').then(() => process.exit(0)))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', entry], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, DEMO: 'off', LOG_LEVEL: 'info', PUBLIC_ORIGIN: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  const last: string[] = []
  let gone = false
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      gone = true
      resolve()
    })
  })
  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return new Promise((resolve, reject) => {
    void ended.then(() => reject(new Error(`the server ended: ${last.join('\n')}`)))
    createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
    createInterface({ input: child.stdout }).on('line', (line) => {
      last.push(line)
      if (last.length > 20) last.shift()
      if (/"level":"(error|fatal)"/.test(line)) errors.push(line)
      const port = /"port":(\d+),"msg":"started"/.exec(line)?.[1]
      if (port === undefined) return
      const url = `http://127.0.0.1:${port}`
      const ready_ms = performance.now() - from
      resolve({ url, pid: child.pid ?? 0, ready_ms, errors, isGone: () => gone, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') })
    })
  })
}

/** Resident memory of a process now, and at its highest. MiB. */
export const memoryOf = (pid: number): { readonly now: number; readonly peak: number } => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mib = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  return { now: mib('VmRSS'), peak: mib('VmHWM') }
}
