/** Small programs of our own that are killed: bundled into one plain file, which starts much faster than sources compiled each time. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { repository } from '#tests/support/sources.ts'

/** The bundle stays below node_modules, where its packages are found. */
export const bundled = async (entry: string): Promise<{ readonly program: string; readonly remove: () => void }> => {
  const cache = join(repository, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'endure-'))
  const program = join(folder, 'program.mjs')
  await build({
    absWorkingDir: repository,
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['better-sqlite3'],
    logLevel: 'silent',
  })
  return { program, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs it and kills it so many milliseconds after its first line. Resolves with its lines; `killed` is false where it was through before. */
export const runUntilKilled = (
  program: string,
  args: readonly string[],
  after: number,
): Promise<{ readonly lines: readonly string[]; readonly killed: boolean }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    const lines: string[] = []
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (lines.push(line) === 1) setTimeout(() => child.kill('SIGKILL'), after)
    })
    child.on('error', reject)
    child.on('close', (code, signal) =>
      signal === 'SIGKILL' || code === 0 ? resolve({ lines, killed: signal === 'SIGKILL' }) : reject(new Error(`${program} ended with ${code}`)),
    )
  })
