/**
 * `npm run endure`: what the product bears, as a table to keep in README.md here; ends with 1 where something was violated.
 * `-- --only kill,verbs,disk,backup,migration,hostile,forms,idle` runs parts; `--kills 200`, `--verb-kills 500`, `--migrations 50`,
 * `--garbage 10000`, `--connections 500`, `--fuzz 200`, `--idle 60` (minutes), `--seed 1` say how much.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { table } from '#tests/bench/table.ts'
import { repository } from '#tests/support/sources.ts'
import { backUp } from './backup-under-load.ts'
import { fillDisk } from './full-disk.ts'
import { hostile } from './hostile.ts'
import { idle } from './idle.ts'
import { killServer } from './kill-server.ts'
import { killVerbs } from './kill-verbs.ts'
import { killMigrations } from './migration-killed.ts'
import { copyOfBuild } from './served.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'kill,verbs,disk,backup,migration,hostile,forms,idle' },
    kills: { type: 'string', default: '200' },
    'verb-kills': { type: 'string', default: '500' },
    migrations: { type: 'string', default: '50' },
    garbage: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '500' },
    fuzz: { type: 'string', default: '200' },
    idle: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
})
const seed = Number(values.seed)
const work = mkdtempSync(join(tmpdir(), 'wegbereiter-endurance-'))
const { root, remove } = copyOfBuild()
const say = (text: string) => process.stdout.write(`${text}\n`)

interface Outcome {
  readonly seen: string
  readonly faults: readonly string[]
}

const RUNS: Readonly<Record<string, () => Promise<Outcome>>> = {
  kill: async () => {
    const { kills, acknowledged, repeated, starts, faults } = await killServer(root, work, { kills: Number(values.kills), seed })
    const middle = [...starts].sort((a, b) => a - b)[Math.floor(starts.length / 2)] ?? 0
    return {
      seen: `${kills} kills of the server, ${acknowledged} answers acknowledged, ${repeated} sent again, start after a kill ${middle.toFixed(0)} ms (median)`,
      faults,
    }
  },
  verbs: async () => {
    const { kills, acknowledged, faults } = await killVerbs(work, { kills: Number(values['verb-kills']), seed })
    return { seen: `${kills} kills of the verb, ${acknowledged} answers acknowledged`, faults }
  },
  disk: async () => {
    const { mounted, answers, faults } = await fillDisk(root, work)
    return { seen: mounted ? `answers while full: ${JSON.stringify(answers)}` : 'not run: no file system may be mounted here', faults }
  },
  backup: async () => {
    const { backups, events, slowest, faults } = await backUp(root, work, { backups: 20 })
    return { seen: `${backups} backups under load with ${events[0]} to ${events.at(-2)} events of ${events.at(-1)}, slowest ${slowest.toFixed(0)} ms`, faults }
  },
  migration: async () => {
    const { kills, found, copies, faults } = await killMigrations(work, { kills: Number(values.migrations), seed })
    return { seen: `${kills} migrations killed, found ${JSON.stringify(found)}, ${copies} copies read`, faults }
  },
  hostile: async () => {
    const { rows, peak, faults } = await hostile(root, work, {
      connections: Number(values.connections),
      garbage: Number(values.garbage),
      floods: 1000,
      crowd: 2500,
      drip: 15_000,
      rest: 120_000,
      seed,
    })
    say(
      table(
        ['', 'count', 'seconds', 'slowest page meanwhile ms', 'RSS MiB'],
        rows.map(({ what, count, seconds, slowest_ms, rss }) => [what, String(count), seconds, slowest_ms, rss]),
      ),
    )
    return { seen: `highest RSS ${peak.toFixed(0)} MiB`, faults }
  },
  forms: async () => {
    const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/endurance/forms.test.ts', '--reporter=dot'], {
      cwd: repository,
      env: { ...process.env, FUZZ_RUNS: values.fuzz },
      encoding: 'utf8',
    })
    return { seen: `${values.fuzz} forms an action: ${/Tests .*/.exec(run.stdout)?.[0] ?? ''}`, faults: run.status === 0 ? [] : [run.stdout.slice(-3000)] }
  },
  idle: async () => {
    const { minutes, samples, slope, faults } = await idle(root, work, { minutes: Number(values.idle) })
    return { seen: `${minutes.toFixed(0)} minutes, RSS ${samples[0]?.toFixed(0)} → ${samples.at(-1)?.toFixed(0)} MiB, slope ${slope.toFixed(1)} MiB/h`, faults }
  },
}

const rows: (string | number)[][] = []
let isSound = true
try {
  say(`Machine: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, seed ${seed}\n`)
  for (const name of values.only.split(',')) {
    const from = performance.now()
    const { seen, faults } = (await RUNS[name]?.()) ?? { seen: '', faults: [`there is no run called ${name}`] }
    rows.push([name, seen, String(Math.round((performance.now() - from) / 1000)), faults.length === 0 ? 'none' : String(faults.length)])
    say(`${name}: ${seen}`)
    for (const fault of faults.slice(0, 20)) say(`  ! ${fault}`)
    isSound &&= faults.length === 0
  }
} finally {
  remove()
  rmSync(work, { recursive: true, force: true })
}
say(`\n${table(['run', 'seen', 'seconds', 'violations'], rows)}`)
process.exitCode = isSound ? 0 : 1
